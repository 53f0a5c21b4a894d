import type { Layout } from "meshwright/lang";

export interface Message extends Layout {
  count;
}
