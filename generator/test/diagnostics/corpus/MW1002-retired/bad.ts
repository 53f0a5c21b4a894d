import type { Enum, u8 } from "meshwright/lang";

export type Role = Enum<u8, { leader: 0 }, 3>;
