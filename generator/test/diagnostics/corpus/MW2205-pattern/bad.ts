import type { Json, Pattern, Text } from "meshwright/lang";

export interface Message extends Json {
  lookahead: Pattern<Text, "(?=a)a">;
  unclosed: Pattern<Text, "[a-z">;
  unicode: Pattern<Text, "\\p{L}+">;
  huge: Pattern<Text, "([a-z]{500}){500}">;
}
