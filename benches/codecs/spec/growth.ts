import type { Bytes, Counted, Json, Layout, Sized, Text, f64, u32 } from "meshwright/lang";

/** Messages that are made in any size, to see that the cost of a byte stays what it is. */
export interface GrowthBytes extends Layout {
  data: Sized<u32, Bytes>;
}

export interface GrowthText extends Layout {
  text: Sized<u32, Text>;
}

export interface GrowthNumbers extends Layout {
  numbers: Counted<u32, f64[]>;
}

export interface GrowthDocument extends Json {
  records: GrowthRecord[];
}

export interface GrowthRecord {
  id: u32;
  name: Text;
  score: f64;
  tags: Text[];
}
