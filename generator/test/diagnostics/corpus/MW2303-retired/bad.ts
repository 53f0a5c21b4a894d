import type { Enum, Layout, Retired, Tag, Tagged, u8 } from "meshwright/lang";

export interface Message extends Layout, Retired<"count"> {
  role: Role;
  choice: Choice;
  count: u8;
}

export type Role = Enum<u8, { leader: 3; witness: 1 }, Retired<3 | "witness">>;

export type Choice = Tagged<u8, { one: Tag<1, Part> }, Retired<1>>;

export interface Part {
  count: u8;
}
