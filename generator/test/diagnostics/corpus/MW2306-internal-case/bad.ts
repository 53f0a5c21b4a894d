import type { Empty, External, Internal, Json } from "meshwright/lang";

export type Message = Json<Internal<"type", { inner: Inner }>>;

export type Inner = External<{ stop: Empty }>;
