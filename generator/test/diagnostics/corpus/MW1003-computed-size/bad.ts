import type { Bytes, Layout } from "meshwright/lang";

export type Length = 16;

export interface Message extends Layout {
  hash: Bytes<Length>;
}
