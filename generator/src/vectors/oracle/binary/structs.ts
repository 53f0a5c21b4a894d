/** Structures: fields in order. */
import type { Field, StructDef } from "../../../ir/model.js";
import type { Neutral, NeutralObject } from "../neutral.js";
import { bytesFrom, emptyObject, hexOf, memberOf, objectOf, UNKNOWN } from "../neutral.js";
import { NotOfType, memberPath, refuseValue } from "../refusal.js";
import { isHidden, type BinaryFamily } from "../types.js";
import type { BinaryReader } from "./reader.js";
import { readSwitch, writeSwitch } from "./switches.js";
import type { BinaryWriter } from "./writer.js";

export function readStruct(reader: BinaryReader, def: StructDef, path: string): Neutral {
  const value = emptyObject();
  for (const field of def.fields) {
    const own = memberPath(path, field.name);
    if (field.optional && !isPresent(reader, def, own)) continue;
    const read = reader.value(field.type, own);
    if (!isHidden(field.type)) value[field.name] = read;
  }
  if (def.open) {
    const rest = reader.cursor.take(reader.cursor.left, path);
    if (rest.length > 0) value[UNKNOWN] = hexOf(rest);
  }
  return value;
}

/** In fixed encodings, and in whatever is open, an optional is there if and only if bytes are left. */
const endsWindow = (family: BinaryFamily, def: StructDef): boolean => family === "fixed" || def.open;

function isPresent(reader: BinaryReader, def: StructDef, path: string): boolean {
  return endsWindow(reader.family, def) ? reader.cursor.left > 0 : readSwitch(reader, path);
}

export function writeStruct(writer: BinaryWriter, def: StructDef, neutral: Neutral | undefined, path: string): void {
  const value = objectOf(neutral, path);
  checkMembers(def, value, path);
  const ending = endsWindow(writer.family, def);
  let absent: string | undefined;
  for (const field of def.fields) {
    const own = memberPath(path, field.name);
    const given = memberOf(value, field.name);
    if (field.optional && given === undefined) {
      if (!ending) writeSwitch(writer, false, own);
      absent ??= own;
      continue;
    }
    if (ending && absent !== undefined) refuseValue("missing_field", absent);
    if (field.optional && !ending) writeSwitch(writer, true, own);
    writer.value(field.type, given, own);
  }
  if (def.open) writeUnknown(writer, value, absent, path);
}

function writeUnknown(writer: BinaryWriter, value: NeutralObject, absent: string | undefined, path: string): void {
  const unknown = bytesFrom(memberOf(value, UNKNOWN) ?? "", path);
  if (unknown.length > 0 && absent !== undefined) refuseValue("missing_field", absent);
  writer.put(unknown);
}

function checkMembers(def: StructDef, value: NeutralObject, path: string): void {
  const known = (name: string): boolean => def.fields.some((field: Field) => field.name === name) || (def.open && name === UNKNOWN);
  for (const name of Object.keys(value)) if (!known(name)) throw new NotOfType(`a member of ${def.id}, not "${name}",`, path);
}
