import type { Adjacent, Empty, Json } from "meshwright/lang";

export type Message = Json<Adjacent<"t", "t", { stop: Empty }>>;
