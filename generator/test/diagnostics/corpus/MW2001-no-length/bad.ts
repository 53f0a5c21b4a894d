import type { Bytes, Compact, Embedded, Layout, Map, Text, u64, u8 } from "meshwright/lang";

export interface Message extends Layout {
  name: Text;
  body: Bytes;
  parts: Part[];
  labels: Map<u8, u8>;
  token: Embedded<Token>;
}

export interface Part {
  title: Text;
}

export interface Token extends Compact {
  id: u64;
}
