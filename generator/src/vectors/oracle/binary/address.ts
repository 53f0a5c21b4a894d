/** Socket addresses in Compact: a tag, octets, a port; one value, so every fault is at its start. */
import { addressFrom, addressText } from "../socketAddress.js";
import type { Neutral } from "../neutral.js";
import { refuse } from "../refusal.js";
import { formOf, integerBytes, readInteger } from "./integers.js";
import type { BinaryReader } from "./reader.js";
import type { BinaryWriter } from "./writer.js";

const OCTETS = [4, 16];

export function readAddress(reader: BinaryReader, path: string): Neutral {
  const { cursor, family } = reader;
  const start = cursor.position;
  const tag = readInteger(cursor, "u32", formOf("u32", "le", family), path);
  const count = OCTETS[Number(tag)];
  if (count === undefined) refuse("unknown_variant", start, path);
  const octets = cursor.take(count, path, start);
  const port = readInteger(cursor, "u16", formOf("u16", "le", family), path, start);
  return addressText(octets, Number(port));
}

export function writeAddress(writer: BinaryWriter, value: Neutral | undefined, path: string): void {
  const { octets, port } = addressFrom(value, path);
  const start = writer.bytes.length;
  writer.put(integerBytes("u32", formOf("u32", "le", writer.family), BigInt(OCTETS.indexOf(octets.length))));
  writer.put(octets);
  writer.put(integerBytes("u16", formOf("u16", "le", writer.family), BigInt(port)));
  writer.mark(start, path, { kind: "address" });
}
