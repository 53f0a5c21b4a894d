import type { Bytes, Layout, Open, Rest, u8 } from "meshwright/lang";

export interface Message extends Layout, Open {
  id: u8;
  data: Rest<Bytes>;
}
