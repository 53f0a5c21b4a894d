/** Lengths and counts, and how much they may say. */
import type { Framing, SizeLimit } from "../../../ir/model.js";
import { sizeFault } from "../limits.js";
import { refuse, refuseValue } from "../refusal.js";
import type { IntForm, Prefix, SizeUse } from "../spans.js";
import type { IntName } from "../../../ir/model.js";
import { rangeOf } from "../types.js";
import { formOf, integerBytes, readInteger } from "./integers.js";
import type { BinaryReader } from "./reader.js";
import type { BinaryWriter } from "./writer.js";

/** The integer before a value; `undefined` for one that takes the rest of its window. */
function prefixOf(framing: Framing, family: BinaryReader["family"]): { int: IntName; form: IntForm } | undefined {
  if (framing.kind === "rest") return undefined;
  if (framing.kind === "prefix") return { int: framing.int, form: formOf(framing.int, framing.endian, family) };
  if (family !== "compact") throw new Error("a value of variable size has no framing here");
  return { int: "u64", form: "varint" };
}

/** How many bytes follow. Every fault is at `start`, where the prefix begins. */
export function readLength(reader: BinaryReader, framing: Framing, limit: SizeLimit, path: string): number {
  const { cursor } = reader;
  const start = cursor.position;
  const prefix = prefixOf(framing, reader.family);
  const length = prefix ? readInteger(cursor, prefix.int, prefix.form, path) : BigInt(cursor.left);
  const fault = sizeFault(limit, length);
  if (fault) refuse(fault, start, path);
  if (length > cursor.left) refuse("truncated", start, path);
  return Number(length);
}

/** How many elements follow; `undefined`: as many as the window holds. `least` is the least size of one. */
export function readCount(reader: BinaryReader, framing: Framing, limit: SizeLimit, least: number, path: string): number | undefined {
  const { cursor } = reader;
  const start = cursor.position;
  const prefix = prefixOf(framing, reader.family);
  if (!prefix) return undefined;
  const count = readInteger(cursor, prefix.int, prefix.form, path);
  const fault = sizeFault(limit, count);
  if (fault) refuse(fault, start, path);
  if (count * BigInt(least) > BigInt(cursor.left)) refuse("truncated", start, path);
  return Number(count);
}

/** Checks `size` and writes it, if this framing says it. */
export function writeSize(writer: BinaryWriter, framing: Framing, limit: SizeLimit, size: number, use: SizeUse, path: string): Prefix | null {
  const fault = sizeFault(limit, size);
  if (fault && writer.strict) refuseValue(fault, path);
  const prefix = prefixOf(framing, writer.family);
  if (!prefix) return null;
  if (BigInt(size) > rangeOf(prefix.int).max) refuseValue("too_long", path);
  const start = writer.bytes.length;
  writer.put(integerBytes(prefix.int, prefix.form, BigInt(size)));
  writer.mark(start, path, { kind: "integer", ...prefix, use: { ...use, max: limit.max } });
  return { start, end: writer.bytes.length, ...prefix };
}
