import type { MaxSize } from "meshwright/lang";

export type Message = MaxSize<64>;
