import type { Enum, Flags, Layout, Retired, u8 } from "meshwright/lang";

export type Gone = 2 | "name";

export interface Message extends Layout, Retired<Gone> {
  role: Enum<u8, { leader: 0 }, Retired<Gone>>;
  level: Enum<u8, { low: 0 }, Retired<1.5>>;
  rights: Flags<u8, { read: 1 }, Retired<6>>;
}
