import type { Json, Text } from "meshwright/lang";

/** In a module that is called like a generated file. */
export interface Pattern extends Json {
  text: Text;
}
