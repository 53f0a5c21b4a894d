import type { Bytes, Counted, Layout, Limit, Sized, Text, i8, u32, u8 } from "meshwright/lang";

export interface Message extends Layout {
  count: Limit<u8, 0, 300>;
  level: Limit<i8, -200, 0>;
  name: Limit<Sized<u8, Text>, 0, 300>;
  parts: Limit<Counted<u8, u8[]>, 256>;
  body: Limit<Sized<u32, Bytes>, -1, 4>;
}
