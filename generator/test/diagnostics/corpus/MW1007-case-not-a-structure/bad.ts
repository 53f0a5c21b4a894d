import type { Compact, Tagged, Text, u8 } from "meshwright/lang";

export type Choice = Compact<Tagged<u8, { count: u8; name: Text }>>;
