import type { Json, JsonValue, Nullable, OmitEmpty, Text } from "meshwright/lang";

export interface Message extends Json {
  label?: Nullable<Text>;
  name?: OmitEmpty<Text>;
  title: Nullable<Nullable<Text>>;
  extra: Nullable<JsonValue>;
}
