/** Enums, flags and bit fields in JSON: names instead of numbers. */
import type { BitField, BitsDef, EnumDef, FlagsDef, TypeExpr } from "../../../ir/model.js";
import { bitFieldInteger, enumAt, enumNumber, flagsAt, flagsMask, isValueBits } from "../choices.js";
import type { Neutral, NeutralObject } from "../neutral.js";
import { emptyObject, integerNeutral, objectOf } from "../neutral.js";
import { elementPath, memberPath, refuse } from "../refusal.js";
import { readElements, writeElements } from "./lists.js";
import { integerAt, readInt } from "./numbers.js";
import { readMembers, writeMembers } from "./objects.js";
import type { JsonReader } from "./reader.js";
import { stringText } from "./strings.js";
import type { JsonWriter } from "./writer.js";

export function readEnum(reader: JsonReader, def: EnumDef, path: string): Neutral {
  const { cursor } = reader;
  if (def.open && /[-0-9]/.test(cursor.peek(path))) return readUnknownNumber(reader, def, path);
  const { start, text } = cursor.plainString(path);
  const member = def.members.find(({ jsonName }) => jsonName === text);
  if (!member) refuse("unknown_variant", start, path);
  return member.name;
}

/** Only numbers without a name are written as numbers. */
function readUnknownNumber({ cursor }: JsonReader, def: EnumDef, path: string): Neutral {
  const { start, text } = cursor.number(path);
  const number = integerAt(text, { int: def.repr }, start, path);
  if (def.members.some(({ value }) => BigInt(value) === number)) refuse("non_canonical", start, path);
  return integerNeutral(def.repr, number);
}

export function writeEnum(writer: JsonWriter, def: EnumDef, value: Neutral | undefined, path: string): void {
  const number = enumNumber(def, value, path);
  const member = def.members.find(({ value }) => BigInt(value) === number);
  if (member) writer.token(stringText(member.jsonName), path, "string", "enum");
  else writer.token(number.toString(), path, "number", "enum");
}

export function readFlags(reader: JsonReader, def: FlagsDef, path: string): Neutral {
  const names: string[] = [];
  let last = -1;
  readElements(reader, path, { min: 0, max: null }, (own) => {
    const { start, text } = reader.cursor.plainString(own);
    const flag = def.flags.find(({ jsonName }) => jsonName === text);
    if (!flag) refuse("unknown_flag", start, own);
    if (names.includes(flag.name)) refuse("duplicate_key", start, own);
    if (flag.bit < last) refuse("non_canonical", start, own);
    last = flag.bit;
    names.push(flag.name);
  });
  return names;
}

export function writeFlags(writer: JsonWriter, def: FlagsDef, value: Neutral | undefined, path: string): void {
  const mask = flagsMask(def, value, path);
  const set = def.flags.filter(({ bit }) => (mask >> BigInt(bit)) & 1n);
  writeElements(writer, path, set, ({ jsonName }, index) => writer.token(stringText(jsonName), elementPath(path, index), "string", "flag"));
}

export function readBits(reader: JsonReader, def: BitsDef, path: string): Neutral {
  const value = emptyObject();
  const members = def.fields.filter(isValueBits).map((field) => ({
    jsonName: field.jsonName,
    path: memberPath(path, field.name),
    required: true,
    read: (own: string) => {
      value[field.name] = readBitField(reader, field, own);
    },
  }));
  readMembers(reader, path, members);
  return value;
}

function readBitField(reader: JsonReader, { content, width }: BitField, path: string): Neutral {
  switch (content.kind) {
    case "bool":
      return reader.value({ kind: "bool" }, path);
    case "enum":
      return readEnum(reader, enumAt(reader.types, content.type), path);
    case "flags":
      return readFlags(reader, flagsAt(reader.types, content.type), path);
    default:
      return readInt(reader, uintType(width), path);
  }
}

export function writeBits(writer: JsonWriter, def: BitsDef, neutral: Neutral | undefined, path: string): void {
  const value = objectOf(neutral, path);
  const members = def.fields.filter(isValueBits).map((field) => ({
    name: () => field.jsonName,
    write: () => writeBitField(writer, field, value, memberPath(path, field.name)),
  }));
  writeMembers(writer, path, members, def.id);
}

function uintType(width: number): Extract<TypeExpr, { kind: "int" }> {
  return { kind: "int", int: width > 32 ? "u64" : "u32", endian: "le", max: String((1n << BigInt(width)) - 1n) };
}

function writeBitField(writer: JsonWriter, field: BitField, value: NeutralObject, path: string): void {
  const number = bitFieldInteger(writer.types, field, value, path);
  switch (field.content.kind) {
    case "bool":
      return writer.token(number === 1n ? "true" : "false", path, "literal", "bool");
    case "enum":
      return writeEnum(writer, enumAt(writer.types, field.content.type), value[field.name], path);
    case "flags":
      return writeFlags(writer, flagsAt(writer.types, field.content.type), value[field.name], path);
    default:
      return writer.number(number.toString(), path, uintType(field.width));
  }
}
