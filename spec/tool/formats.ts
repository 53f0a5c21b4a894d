/** @module tool */
import type { Const, Json, JsonValue, Text, bool } from "meshwright/lang";

/** Forms in which models of different makers are told of a tool. The parameters are a JSON Schema; without one, `{"type":"object","properties":{}}`. */

/** For models that speak OpenAI's function calling. */
export interface OpenAiTool extends Json {
  type: Const<Text, "function">;
  function: OpenAiFunction;
}

export interface OpenAiFunction {
  name: Text;
  description: Text;
  parameters: JsonValue;
  /** Whether the tool has a schema of its own. */
  strict: bool;
}

/** For models that speak Anthropic's tool use. */
export interface AnthropicTool extends Json {
  name: Text;
  description: Text;
  inputSchema: JsonValue;
}

/** For clients of the Model Context Protocol. */
export interface McpTool extends Json {
  name: Text;
  description: Text;
  /** @json inputSchema */
  inputSchema: JsonValue;
}

/** For models that speak Gemini's function declarations. */
export interface GeminiTool extends Json {
  name: Text;
  description: Text;
  parameters: JsonValue;
}

/** A model's wish to call a tool, whichever form it came in. */
export interface ToolCall extends Json {
  name: Text;
  /** A JSON text. */
  argumentsJson: Text;
  /** What the answer names, where the maker's form has it. */
  providerCallId?: Text;
}
