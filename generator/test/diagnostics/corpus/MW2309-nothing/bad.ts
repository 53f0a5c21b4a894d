import type { Enum, Layout, Tagged, u8 } from "meshwright/lang";

export interface Message extends Layout {
  role: Role;
  choice: Choice;
}

export type Role = Enum<u8, {}>;

export type Choice = Tagged<u8, {}>;
