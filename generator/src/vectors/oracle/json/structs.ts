/** Structures as JSON objects. */
import type { Field, StructDef } from "../../../ir/model.js";
import type { Neutral, NeutralObject } from "../neutral.js";
import { emptyObject, memberOf, objectOf, UNKNOWN } from "../neutral.js";
import { NotOfType, memberPath, refuse } from "../refusal.js";
import { isHidden } from "../types.js";
import { emptyValue, isEmptyValue } from "./empty.js";
import { checkUnknownMembers } from "./free.js";
import type { Member, Reading } from "./objects.js";
import { readMembers, writeMembers } from "./objects.js";
import type { JsonReader } from "./reader.js";
import type { JsonWriter } from "./writer.js";

export function readStruct(reader: JsonReader, def: StructDef, path: string, tag?: Reading["tag"]): Neutral {
  const value = emptyObject();
  const members = fieldsInJson(def).map((field): Member => {
    if (field.omitEmpty) value[field.name] = emptyValue(reader.types, field.type);
    return {
      jsonName: field.jsonName,
      path: memberPath(path, field.name),
      required: !field.optional && !field.omitEmpty,
      read: (own) => {
        const start = reader.cursor.position;
        const read = reader.value(field.type, own);
        if (field.omitEmpty && isEmptyValue(reader.types, field.type, read)) refuse("non_canonical", start, own);
        if (!isHidden(field.type)) value[field.name] = read;
      },
    };
  });
  const keep: string[] = [];
  readMembers(reader, path, members, { ...(tag && { tag }), ...(def.open && { keep }) });
  if (keep.length > 0) value[UNKNOWN] = keep.join(",");
  return value;
}

export function writeStruct(writer: JsonWriter, def: StructDef, neutral: Neutral | undefined, path: string, tag?: { jsonName: string; write(): void }): void {
  const value = objectOf(neutral, path);
  checkMembers(def, value, path);
  const fields = fieldsInJson(def).filter((field) => isWritten(writer, field, value));
  const members = fields.map((field) => ({
    name: () => field.jsonName,
    write: () => writer.value(field.type, memberOf(value, field.name), memberPath(path, field.name)),
  }));
  if (tag) members.unshift({ name: () => tag.jsonName, write: tag.write });
  writeMembers(writer, path, members, def.id, unknownMembers(writer, def, value, path, tag?.jsonName));
}

/** Reserved bytes have no place in JSON. */
const fieldsInJson = (def: StructDef): Field[] => def.fields.filter(({ type }) => type.kind !== "reserved");

function isWritten(writer: JsonWriter, field: Field, value: NeutralObject): boolean {
  const given = memberOf(value, field.name);
  if (field.optional) return given !== undefined;
  return !(writer.strict && field.omitEmpty && given !== undefined && isEmptyValue(writer.types, field.type, given));
}

function unknownMembers(writer: JsonWriter, def: StructDef, value: NeutralObject, path: string, tag: string | undefined): string {
  const kept = memberOf(value, UNKNOWN) ?? "";
  if (typeof kept !== "string") throw new NotOfType("members as text", path);
  if (kept !== "" && writer.strict && def.open) checkUnknownMembers(writer, kept, path, declaredPaths(def, path, tag));
  return kept;
}

function declaredPaths(def: StructDef, path: string, tag: string | undefined): Map<string, string> {
  const paths = new Map(fieldsInJson(def).map(({ name, jsonName }) => [jsonName, memberPath(path, name)]));
  return tag === undefined ? paths : paths.set(tag, memberPath(path, tag));
}

function checkMembers(def: StructDef, value: NeutralObject, path: string): void {
  const known = (name: string): boolean => def.fields.some((field) => field.name === name) || (def.open && name === UNKNOWN);
  for (const name of Object.keys(value)) if (!known(name)) throw new NotOfType(`a member of ${def.id}, not "${name}",`, path);
}
