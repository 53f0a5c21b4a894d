import type { Bytes, Layout, Rest, u8 } from "meshwright/lang";

export interface Message extends Layout {
  count: u8;
  body?: Rest<Bytes>;
}
