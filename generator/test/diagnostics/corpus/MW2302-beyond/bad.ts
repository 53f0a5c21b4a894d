import type { Enum, Flags, Layout, Tag, Tagged, i8, u8 } from "meshwright/lang";

export interface Message extends Layout {
  role: Role;
  level: Level;
  flags: MessageFlags;
  choice: Choice;
}

export type Role = Enum<u8, { leader: 0; replica: 256 }>;

export type Level = Enum<i8, { low: -129; high: 127 }>;

export type MessageFlags = Flags<u8, { first: 1; ninth: 256 }>;

export type Choice = Tagged<u8, { last: Tag<255, Part>; next: Part }>;

export interface Part {
  count: u8;
}
