import type { Layout, u8 } from "meshwright/lang";

/** In a module that is called like one of the runtime's. */
export interface Reader extends Layout {
  read: u8;
}
