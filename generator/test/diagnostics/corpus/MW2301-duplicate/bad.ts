import type { Enum, Flags, Layout, Tag, Tagged, u8 } from "meshwright/lang";

export interface Message extends Layout {
  role: Role;
  flags: MessageFlags;
  choice: Choice;
}

export type Role = Enum<u8, { leader: 0; replica: 0 }>;

export type MessageFlags = Flags<u8, { first: 1; again: 1 }>;

export type Choice = Tagged<u8, { one: Tag<1, Part>; two: Tag<1, Part> }>;

export interface Part {
  count: u8;
}
