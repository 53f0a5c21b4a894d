import type { Bytes, Fixed, Layout, Reserved, u8 } from "meshwright/lang";

export interface Message extends Layout {
  hash: Bytes<0>;
  parts: Fixed<u8, 0>;
  reserved: Reserved<0>;
  image: Bytes<65536>;
}
