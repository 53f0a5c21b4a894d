/** Byte strings of variable and of fixed size. */
import type { TypeExpr } from "../../../ir/model.js";
import { exactSizeFault } from "../limits.js";
import type { Neutral } from "../neutral.js";
import { bytesFrom, hexOf } from "../neutral.js";
import { refuseValue } from "../refusal.js";
import { readLength, writeSize } from "./lengths.js";
import type { BinaryReader } from "./reader.js";
import type { BinaryWriter } from "./writer.js";

type BytesType = Extract<TypeExpr, { kind: "bytes" }>;

export function readBytes(reader: BinaryReader, type: BytesType, path: string): Neutral {
  return hexOf(reader.cursor.take(readLength(reader, type.framing, type.limit, path), path));
}

export function writeBytes(writer: BinaryWriter, type: BytesType, value: Neutral | undefined, path: string): void {
  const bytes = bytesFrom(value, path);
  const prefix = writeSize(writer, type.framing, type.limit, bytes.length, { kind: "length" }, path);
  const start = writer.bytes.length;
  writer.put(bytes);
  writer.mark(start, path, { kind: "bytes" });
  writer.mark(start, path, { kind: "window", prefix, content: "raw", max: type.limit.max });
}

export function readFixedBytes(reader: BinaryReader, size: number, path: string): Neutral {
  return hexOf(reader.cursor.take(size, path));
}

export function writeFixedBytes(writer: BinaryWriter, size: number, value: Neutral | undefined, path: string): void {
  const bytes = bytesFrom(value, path);
  const fault = exactSizeFault(size, bytes.length);
  if (fault) refuseValue(fault, path);
  const start = writer.bytes.length;
  writer.put(bytes);
  writer.mark(start, path, { kind: "bytes" });
}
