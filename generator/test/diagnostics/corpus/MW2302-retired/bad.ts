import type { Empty, Enum, Flags, Layout, Retired, Tagged, u8 } from "meshwright/lang";

export interface Message extends Layout {
  role: Role;
  rights: Rights;
  choice: Choice;
}

export type Role = Enum<u8, { leader: 0 }, Retired<256>>;

export type Rights = Flags<u8, { read: 1 }, Retired<0x100>>;

export type Choice = Tagged<u8, { stop: Empty }, Retired<-1>>;
