/** @module tool */
import type { Json, Nullable, Text, bool, u32 } from "meshwright/lang";

/** A tool that a program offers to models and agents: a service of the same name, with JSON bodies. */
export interface ToolDescriptor extends Json {
  toolId: Text;
  name: Text;
  /** Semantic version. */
  version: Text;
  description: Nullable<Text>;
  /** JSON Schema of the arguments, as text. */
  inputSchema: Nullable<Text>;
  /** JSON Schema of the result, as text. */
  outputSchema: Nullable<Text>;
  /** What it needs of the node that it runs on. */
  requires: Text[];
  estimatedTimeMs: u32;
  /** Keeps nothing between calls. */
  stateless: bool;
  /** Answers with a stream of `ToolEvent`. */
  streaming: bool;
  tags: Text[];
  pricingTerms?: Text;
  /** How many nodes offer it. */
  nodeCount: u32;
}
