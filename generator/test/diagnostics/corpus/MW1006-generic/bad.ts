import type { Counted, Layout, u8 } from "meshwright/lang";

export interface Page<T extends object> {
  items: Counted<u8, T[]>;
}

export interface Message extends Layout {
  page: Page<u8>;
}
