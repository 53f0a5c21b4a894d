/** @module capability */
import type { Compact, Const, Json, Map, Text, u8 } from "meshwright/lang";

/**
 * What a node says it can do: tags such as `hardware.memory_gb=64`, and free metadata. Writers sort the tags bytewise; a reader takes
 * any order, since tags are a list.
 */
export interface CapabilitySet extends Json {
  tags: Text[];
  metadata: Map<Text, Text>;
}

/** The same, small. Its first byte tells it from the JSON form, which begins with `{`. */
export interface CapabilitySetCompact extends Compact {
  form: Const<u8, 1>;
  tags: Text[];
  metadata: Map<Text, Text>;
}
