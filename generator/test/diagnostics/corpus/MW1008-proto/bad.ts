import type { Field, Proto, u32 } from "meshwright/lang";

export type Message = Proto<{ count: Field<1, u32> }>;
