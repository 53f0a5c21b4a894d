/** @module tool */
import type { Enum, Internal, Json, Retired, Text, u32, u8 } from "meshwright/lang";
import type { TagAxis } from "../capability/predicate.js";
import type { ToolDescriptor } from "./descriptor.js";

/** Asks the service `tool.metadata.fetch` for a tool. */
export interface ToolMetadataRequest extends Json {
  name: Text;
}

export type ToolMetadataReply = Json<Internal<"type", { found: { descriptor: ToolDescriptor }; notFound: { name: Text } }>>;

/** Asks the service `tool.watch` to tell what becomes of tools. */
export interface ToolWatchRequest extends Json {
  /** All tools without it. */
  matcher?: ToolMatcher;
  intervalMs?: u32;
}

/** Which tools are meant, by their tags. */
export type ToolMatcher = Internal<
  "kind",
  {
    exact: { value: Text };
    prefix: { value: Text };
    axis: { axis: TagAxis };
    axisKey: { axis: TagAxis; key: Text };
    regex: { pattern: Text };
  },
  Retired<"versionRange">
>;

/** One item of the stream that answers a `ToolWatchRequest`. */
export interface ToolWatchEvent extends Json {
  type: ToolChange;
  /** Absent from `resync`. */
  descriptor?: ToolDescriptor;
  /** With `nodeCountChanged`: how many nodes offered it before. */
  prevNodeCount?: u32;
}

export type ToolChange = Enum<u8, { added: 0; removed: 1; nodeCountChanged: 2; resync: 3 }>;
