/** Unions in JSON: external, internal and adjacent tags. */
import type { UnionCase, UnionDef } from "../../../ir/model.js";
import { caseGiven, caseNeutral } from "../cases.js";
import type { Neutral } from "../neutral.js";
import { emptyObject } from "../neutral.js";
import { memberPath, refuse } from "../refusal.js";
import { inCase } from "../writing.js";
import { readMembers, writeMembers } from "./objects.js";
import type { JsonReader } from "./reader.js";
import { stringText } from "./strings.js";
import { readStruct, writeStruct } from "./structs.js";
import type { JsonWriter } from "./writer.js";

export function readUnion(reader: JsonReader, def: UnionDef, path: string): Neutral {
  switch (def.tagging.style) {
    case "external":
      return readExternal(reader, def, path);
    case "internal":
      return readInternal(reader, def, def.tagging.tag, path);
    case "adjacent":
      return readAdjacent(reader, def, def.tagging, path);
  }
}

export function writeUnion(writer: JsonWriter, def: UnionDef, neutral: Neutral | undefined, path: string): void {
  const { found, value } = caseGiven(def, neutral, path);
  inCase(writer.writing, found.name, () => writeCase(writer, def, found, value, path));
}

function writeCase(writer: JsonWriter, def: UnionDef, found: UnionCase, value: Neutral | undefined, path: string): void {
  const { tagging } = def;
  const tag = (): void => writer.token(stringText(found.jsonName), path, "string", "tag");
  const payload = (): void => writer.named(found.type!, value, path);
  if (tagging.style === "internal") return writeInternal(writer, def, found, value, path, { jsonName: tagging.tag, write: tag });
  if (tagging.style === "adjacent") {
    const members = [{ name: () => tagging.tag, write: tag }];
    if (found.type !== undefined) members.push({ name: () => tagging.content, write: payload });
    return writeMembers(writer, path, members, def.id);
  }
  if (found.type === undefined) tag();
  else writeMembers(writer, path, [{ name: () => found.jsonName, type: "tag", write: payload }], def.id);
}

function caseNamed(def: UnionDef, name: string, start: number, path: string): UnionCase {
  return def.cases.find(({ jsonName }) => jsonName === name) ?? refuse("unknown_variant", start, path);
}

/** A string for unit cases, an object of one member for the others. */
function readExternal(reader: JsonReader, def: UnionDef, path: string): Neutral {
  const { cursor } = reader;
  if (cursor.peek(path) === '"') {
    const { start, text } = cursor.plainString(path);
    const found = caseNamed(def, text, start, path);
    if (found.type !== undefined) refuse("malformed", start, path);
    return caseNeutral(found, undefined);
  }
  cursor.expect("{", path);
  if (cursor.peek(path) === "}") refuse("missing_field", cursor.position, path);
  const { start, text } = cursor.plainString(path);
  const found = caseNamed(def, text, start, path);
  if (found.type === undefined) refuse("malformed", start, path);
  cursor.expect(":", path);
  const value = reader.named(found.type, path);
  if (!cursor.accept("}", path)) {
    cursor.expect(",", path);
    refuse("unknown_field", cursor.plainString(path).start, path);
  }
  return caseNeutral(found, value);
}

/** Reads `{"tag":"case"`. A tag that is not there has a path of its own. */
function readTag(reader: JsonReader, def: UnionDef, tag: string, path: string): UnionCase {
  const { cursor } = reader;
  cursor.expect("{", path);
  if (cursor.peek(path) === "}") refuse("missing_field", cursor.position, memberPath(path, tag));
  const key = cursor.plainString(path);
  if (key.text !== tag) refuse("missing_field", key.start, memberPath(path, tag));
  cursor.expect(":", path);
  const { start, text } = cursor.plainString(path);
  return caseNamed(def, text, start, path);
}

function readInternal(reader: JsonReader, def: UnionDef, tag: string, path: string): Neutral {
  const found = readTag(reader, def, tag, path);
  const started = { jsonName: tag, path: memberPath(path, tag) };
  if (found.type === undefined) {
    readMembers(reader, path, [], { tag: started });
    return caseNeutral(found, undefined);
  }
  return caseNeutral(found, reader.payload(found.type, path, (payload) => readStruct(reader, payload, path, started)));
}

function writeInternal(writer: JsonWriter, def: UnionDef, found: UnionCase, value: Neutral | undefined, path: string, tag: { jsonName: string; write(): void }): void {
  if (found.type === undefined) writeMembers(writer, path, [{ name: () => tag.jsonName, write: tag.write }], def.id);
  else writer.payload(found.type, path, (payload) => writeStruct(writer, payload, value ?? emptyObject(), path, tag));
}

/** `{"tag":"case","content":…}`, without content for unit cases. */
function readAdjacent(reader: JsonReader, def: UnionDef, names: { tag: string; content: string }, path: string): Neutral {
  const { cursor } = reader;
  const found = readTag(reader, def, names.tag, path);
  const seen = new Set([names.tag]);
  let value: Neutral | undefined;
  while (!cursor.accept("}", path)) {
    cursor.expect(",", path);
    const { start, text } = cursor.plainString(path);
    if (seen.has(text)) refuse("duplicate_key", start, path);
    if (text !== names.content || found.type === undefined) refuse("unknown_field", start, path);
    seen.add(text);
    cursor.expect(":", path);
    value = reader.named(found.type, path);
  }
  if (found.type !== undefined && value === undefined) refuse("missing_field", cursor.position - 1, path);
  return caseNeutral(found, value);
}
