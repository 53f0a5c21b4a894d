import type { Layout, Rest, u8 } from "meshwright/lang";
import type { Codec as Named, Map } from "./index.js";
import type { Header as Wire } from "./wire/index.js";

/** In a module that is called like a part of the runtime. */
export interface Codec extends Layout {
  named: Named;
  header: Wire;
  own: Header;
  rest: Rest<Header[]>;
}

export interface Header {
  kind: u8;
}

export interface Nested extends Layout {
  map: Map;
}
