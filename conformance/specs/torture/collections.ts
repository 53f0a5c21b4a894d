import type { Bytes, Compact, Fixed, Json, JsonValue, Map, Nullable, Text, u16, u8 } from "meshwright/lang";

/** Lists of lists, maps of maps, and what is inside them absent. */
interface Collections {
  cube: u8[][][][][];
  nulls: Nullable<Nullable<u8>[]>[];
  fixed: Fixed<Fixed<Fixed<u16, 2>, 2>, 2>;
  maps: Map<Text, Map<u16, Map<Text, u8[]>>>;
}

export interface CollectionsCompact extends Collections, Compact {
  byBytes: Map<Bytes, Map<Text, Bytes>>;
}
export interface CollectionsJson extends Collections, Json {
  free: JsonValue[][];
}
