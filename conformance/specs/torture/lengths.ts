import type { Bytes, Compact, Counted, Fixed, Json, Layout, Limit, Map, MaxSize, Packed, Rest, Sized, Text, u16, u64, u8 } from "meshwright/lang";

/** Lengths and counts at the greatest that their prefixes can say. */
export interface LongestLayout extends Layout {
  text: Sized<u8, Text>;
  bytes: Sized<u16, Bytes>;
  list: Counted<u8, u8[]>;
  exact: Limit<Sized<u8, Text>, 255, 255>;
  map: Counted<u8, Map<u8, u8>>;
  rest: Rest<Limit<Bytes, 0, 65535>>;
}

export interface LongestCompact extends Compact {
  /** Three bytes of varint each. */
  text: Limit<Text, 0, 16384>;
  list: Limit<u64[], 0, 1024>;
  map: Limit<Map<u16, u8>, 0, 300>;
}

export interface LongestJson extends Json {
  text: Limit<Text, 0, 4096>;
  list: Limit<u64[], 0, 512>;
  map: Limit<Map<u16, u8>, 0, 300>;
}

/** A whole message of the size of the largest datagram. */
export interface LongestMessage extends Layout, MaxSize<65507> {
  body: Rest<Bytes>;
}

export interface LongestPacked extends Packed<4096> {
  page: Bytes<4095>;
  end: Fixed<u8, 1>;
}
