import type { Json, Limit, Pattern, Text } from "meshwright/lang";

export interface Message extends Json {
  short: Limit<Pattern<Text, "[0-9a-f]{32}">, 0, 16>;
  long: Limit<Pattern<Text, "[a-z]{1,8}">, 9, 64>;
}
