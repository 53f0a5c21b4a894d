/** The byte that is 0 or 1: a bool, and what stands before an optional or a nullable. */
import { refuse } from "../refusal.js";
import type { BinaryReader } from "./reader.js";
import type { BinaryWriter } from "./writer.js";

export function readSwitch(reader: BinaryReader, path: string): boolean {
  const start = reader.cursor.position;
  const byte = reader.cursor.take(1, path)[0]!;
  if (byte > 1) refuse("non_canonical", start, path);
  return byte === 1;
}

export function writeSwitch(writer: BinaryWriter, on: boolean, path: string): void {
  const start = writer.bytes.length;
  writer.put([on ? 1 : 0]);
  writer.mark(start, path, { kind: "switch" });
}
