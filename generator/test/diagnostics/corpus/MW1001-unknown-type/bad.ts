import type { Json, Text, u8 } from "meshwright/lang";

export interface Message extends Json {
  count: number;
  name: string;
  ready: boolean;
  at: Date;
  raw: Uint8Array;
  any: unknown;
  either: u8 | Text;
}
