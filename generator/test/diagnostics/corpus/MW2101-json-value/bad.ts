import type { Compact, JsonValue } from "meshwright/lang";

export interface Message extends Compact {
  part: Part;
}

export interface Part {
  extra: JsonValue;
}
