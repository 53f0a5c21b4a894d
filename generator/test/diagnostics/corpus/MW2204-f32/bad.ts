import type { Layout, Limit, f32 } from "meshwright/lang";

export interface Message extends Layout {
  ratio: Limit<f32, 0, 0.1>;
}
