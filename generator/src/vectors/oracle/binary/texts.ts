/** Text: its length, then UTF-8, then its pattern, all at its start. */
import type { TypeExpr } from "../../../ir/model.js";
import { patternFault } from "../limits.js";
import type { Neutral } from "../neutral.js";
import { textFrom } from "../neutral.js";
import { refuse, refuseValue } from "../refusal.js";
import { firstIllFormed, textOf, utf8Of } from "../utf8.js";
import { readLength, writeSize } from "./lengths.js";
import type { BinaryReader } from "./reader.js";
import type { BinaryWriter } from "./writer.js";

type TextType = Extract<TypeExpr, { kind: "text" }>;

export function readText(reader: BinaryReader, type: TextType, path: string): Neutral {
  const start = reader.cursor.position;
  const bytes = reader.cursor.take(readLength(reader, type.framing, type.limit, path), path);
  if (firstIllFormed(bytes, 0, bytes.length) >= 0) refuse("invalid_utf8", start, path);
  const text = textOf(bytes);
  const fault = patternFault(type, text);
  if (fault) refuse(fault, start, path);
  return text;
}

export function writeText(writer: BinaryWriter, type: TextType, value: Neutral | undefined, path: string): void {
  const text = textFrom(value, path);
  const bytes = utf8Of(text);
  const prefix = writeSize(writer, type.framing, type.limit, bytes.length, { kind: "length" }, path);
  const fault = patternFault(type, text);
  if (fault && writer.strict) refuseValue(fault, path);
  const start = writer.bytes.length;
  writer.put(bytes);
  writer.mark(start, path, { kind: "text" });
  writer.mark(start, path, { kind: "window", prefix, content: "raw", max: type.limit.max });
}
