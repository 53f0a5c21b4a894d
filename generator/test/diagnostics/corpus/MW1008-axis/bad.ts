import type { Axis, bool, u32 } from "meshwright/lang";

export type Hardware = Axis<"hardware", { memoryGb: u32; gpu: bool }>;
