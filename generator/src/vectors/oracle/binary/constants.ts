/** Constants and reserved bytes: on the wire, not in the value. */
import type { TypeExpr } from "../../../ir/model.js";
import type { Neutral } from "../neutral.js";
import { checkConstant } from "../constants.js";
import { refuse } from "../refusal.js";
import { utf8Of } from "../utf8.js";
import { formOf, integerBytes, readInteger } from "./integers.js";
import type { BinaryReader } from "./reader.js";
import type { BinaryWriter } from "./writer.js";

type ConstType = Extract<TypeExpr, { kind: "const" }>;

export function readConstant(reader: BinaryReader, type: ConstType, path: string): Neutral {
  const start = reader.cursor.position;
  if (type.of === "int") {
    const found = readInteger(reader.cursor, type.int, formOf(type.int, type.endian, reader.family), path);
    if (found !== BigInt(type.value)) refuse("bad_constant", start, path);
    return null;
  }
  const expected = constantBytes(type);
  const found = reader.cursor.take(expected.length, path);
  if (Buffer.compare(found, expected) !== 0) refuse("bad_constant", start, path);
  return null;
}

export function writeConstant(writer: BinaryWriter, type: ConstType, value: Neutral | undefined, path: string): void {
  checkConstant(type, value, path);
  const start = writer.bytes.length;
  if (type.of === "int") {
    const form = formOf(type.int, type.endian, writer.family);
    writer.put(integerBytes(type.int, form, BigInt(type.value)));
    writer.mark(start, path, { kind: "integer", int: type.int, form, use: { kind: "constant" } });
    return;
  }
  writer.put(constantBytes(type));
  writer.mark(start, path, { kind: "constant" });
}

const constantBytes = (type: Exclude<ConstType, { of: "int" }>): Uint8Array => (type.of === "text" ? utf8Of(type.value) : Buffer.from(type.value, "hex"));

export function readReserved(reader: BinaryReader, size: number, path: string): Neutral {
  const start = reader.cursor.position;
  if (reader.cursor.take(size, path).some((byte) => byte !== 0)) refuse("non_canonical", start, path);
  return null;
}

export function writeReserved(writer: BinaryWriter, size: number, path: string): void {
  const start = writer.bytes.length;
  writer.put(new Uint8Array(size));
  writer.mark(start, path, { kind: "reserved" });
}
