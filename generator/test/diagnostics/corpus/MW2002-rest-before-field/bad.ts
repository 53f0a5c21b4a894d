import type { Bytes, Layout, Rest, u32 } from "meshwright/lang";

export interface Message extends Layout {
  body: Rest<Bytes>;
  checksum: u32;
}
