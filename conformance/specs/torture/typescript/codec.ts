import type { Bit, Bits, Brand, Json, Layout, Reserved, Rest, u64, u8 } from "meshwright/lang";
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

/** Brands are called like variables of theirs, and have other names in TypeScript than here. */
export type json = Brand<"json", u8>;
export type NaN = Brand<"NaN", u8>;
export type r = Brand<"r", u8>;
export interface Brands extends Json {
  r: r;
  json: json;
  NaN: NaN;
}

/** More reserved bits than a number has. */
export interface Wide extends Layout {
  bits: Bits<u64, { low: Bit<8>; gap: Bit<40, Reserved>; high: Bit<16> }>;
}

/** Fields called like parameters of theirs, of which none is in use. */
export interface Unchecked extends Layout {
  bits: Bits<u8, { start: Bit<4>; number: Bit<4> }>;
}

export interface Nested extends Layout {
  map: Map;
}
