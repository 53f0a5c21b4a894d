import type { Layout, u8 } from "meshwright/lang";

/** In a module that is called like the runtime. */
export interface Codec extends Layout {
  codec: u8;
}
