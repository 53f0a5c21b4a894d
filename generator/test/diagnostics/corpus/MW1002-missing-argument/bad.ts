import type { Compact, Enum, Text } from "meshwright/lang";

export interface Message extends Compact {
  role: Role;
}

export type Role = Enum<Text, { leader: 0 }>;
