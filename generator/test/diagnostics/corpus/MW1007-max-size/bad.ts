import type { Layout, MaxSize, u8 } from "meshwright/lang";

export interface Part extends MaxSize<16> {
  value: u8;
}

export interface Whole extends Layout {
  part: Part;
}
