/** Integers, floats and bools as values. */
import type { TypeExpr } from "../../../ir/model.js";
import { floatFault, integerFault } from "../limits.js";
import type { Neutral } from "../neutral.js";
import { boolOf, floatOf, integerNeutral, integerOf } from "../neutral.js";
import { neutralFloatText } from "../numbers/floatText.js";
import { refuse, refuseValue } from "../refusal.js";
import { formOf, integerBytes, readInteger } from "./integers.js";
import type { BinaryReader } from "./reader.js";
import { readSwitch, writeSwitch } from "./switches.js";
import type { BinaryWriter } from "./writer.js";

type IntType = Extract<TypeExpr, { kind: "int" }>;
type FloatType = Extract<TypeExpr, { kind: "float" }>;

export function readInt(reader: BinaryReader, type: IntType, path: string): Neutral {
  const start = reader.cursor.position;
  const value = readInteger(reader.cursor, type.int, formOf(type.int, type.endian, reader.family), path);
  const fault = integerFault(type, value);
  if (fault) refuse(fault, start, path);
  return integerNeutral(type.int, value);
}

export function writeInt(writer: BinaryWriter, type: IntType, value: Neutral | undefined, path: string): void {
  const integer = integerOf(type.int, value, path);
  const fault = integerFault(type, integer);
  if (fault && writer.strict) refuseValue(fault, path);
  const start = writer.bytes.length;
  const form = formOf(type.int, type.endian, writer.family);
  writer.put(integerBytes(type.int, form, integer));
  writer.mark(start, path, { kind: "integer", int: type.int, form, use: { kind: "value", type } });
}

/** The one NaN that is allowed, most significant byte first. */
const NAN = { 32: "7fc00000", 64: "7ff8000000000000" } as const;

/** The bits are tested before they become a number, since that may change them. */
export function readFloat(reader: BinaryReader, type: FloatType, path: string): Neutral {
  const start = reader.cursor.position;
  const bytes = Uint8Array.from(reader.cursor.take(type.bits / 8, path));
  if (orderOf(type, reader.family) === "le") bytes.reverse();
  const view = new DataView(bytes.buffer);
  const value = type.bits === 32 ? view.getFloat32(0) : view.getFloat64(0);
  if (Number.isNaN(value) && Buffer.from(bytes).toString("hex") !== NAN[type.bits]) refuse("non_canonical", start, path);
  const fault = floatFault(type, value);
  if (fault) refuse(fault, start, path);
  return neutralFloatText(value);
}

export function writeFloat(writer: BinaryWriter, type: FloatType, value: Neutral | undefined, path: string): void {
  const number = floatOf(type.bits, value, path);
  const fault = floatFault(type, number);
  if (fault && writer.strict) refuseValue(fault, path);
  const start = writer.bytes.length;
  const bytes = floatBytes(type.bits, number);
  const endian = orderOf(type, writer.family);
  writer.put(endian === "le" ? bytes.reverse() : bytes);
  writer.mark(start, path, { kind: "float", bits: type.bits, endian });
}

/** Compact knows no other order. */
const orderOf = (type: FloatType, family: BinaryReader["family"]): "le" | "be" => (family === "compact" ? "le" : type.endian);

/** Most significant byte first. */
function floatBytes(bits: 32 | 64, value: number): Uint8Array {
  if (Number.isNaN(value)) return Uint8Array.from(Buffer.from(NAN[bits], "hex"));
  const view = new DataView(new ArrayBuffer(bits / 8));
  if (bits === 32) view.setFloat32(0, value);
  else view.setFloat64(0, value);
  return new Uint8Array(view.buffer);
}

export const readBool = (reader: BinaryReader, path: string): Neutral => readSwitch(reader, path);

export const writeBool = (writer: BinaryWriter, value: Neutral | undefined, path: string): void => writeSwitch(writer, boolOf(value, path), path);
