import type { Compact } from "meshwright/lang";

export interface Message extends Compact {
  list: Part[];
}

export interface Part {
  nothing: Nothing;
}

export interface Nothing {}
