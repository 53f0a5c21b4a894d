/** A whole message in JSON: the root, or one embedded in a window of a binary message. */
import type { TypeId } from "../../../ir/model.js";
import type { Depth } from "../depth.js";
import type { Neutral } from "../neutral.js";
import { refuse } from "../refusal.js";
import type { Types } from "../types.js";
import { firstIllFormed } from "../utf8.js";
import { JsonCursor } from "./cursor.js";
import { JsonReader } from "./reader.js";

/** Reads `bytes[from, to)`, all of it. `windowPath` is what it as a whole is reported with, `path` its root value. */
export function readJsonMessage(types: Types, depth: Depth, id: TypeId, bytes: Uint8Array, from: number, to: number, path: string, windowPath: string): Neutral {
  const illFormed = firstIllFormed(bytes, from, to);
  if (illFormed >= 0) refuse("invalid_utf8", illFormed, windowPath);
  const cursor = new JsonCursor(bytes, from, to);
  const value = new JsonReader(types, cursor, depth).named(id, path);
  if (cursor.position < to) refuse("trailing_bytes", cursor.position, windowPath);
  return value;
}
