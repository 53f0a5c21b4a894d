import type { Empty, Layout, Open, Tagged, u8 } from "meshwright/lang";

export type Command = Layout<Open<Tagged<u8, { stop: Empty }>>>;
