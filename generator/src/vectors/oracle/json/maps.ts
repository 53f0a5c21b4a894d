/** Maps as JSON objects whose members stand in the order of their keys. */
import type { TypeExpr } from "../../../ir/model.js";
import { enumAt, enumNumber } from "../choices.js";
import { compareKeys, sortedEntries } from "../keys.js";
import { integerFault, sizeFault } from "../limits.js";
import type { Neutral } from "../neutral.js";
import { integerNeutral, integerOf, textFrom } from "../neutral.js";
import { entryPath, keyPath, refuse, refuseValue } from "../refusal.js";
import type { Types } from "../types.js";
import type { StringToken } from "./cursor.js";
import { integerAt } from "./numbers.js";
import type { JsonReader } from "./reader.js";
import { textFault } from "./texts.js";
import { writeMembers } from "./objects.js";
import type { JsonWriter } from "./writer.js";

type MapType = Extract<TypeExpr, { kind: "map" }>;

export function readMap(reader: JsonReader, type: MapType, path: string): Neutral {
  const { cursor } = reader;
  const start = cursor.expect("{", path);
  const entries: Neutral[] = [];
  let before: Neutral | undefined;
  if (!cursor.accept("}", path))
    do {
      if (entries.length === type.limit.max) refuse("too_long", start, path);
      const own = keyPath(path, entries.length);
      const token = cursor.plainString(path);
      const key = keyAt(reader.types, type.key, token, own);
      const order = before === undefined ? -1 : compareKeys(reader.types, type.key, before, key);
      if (order === 0) refuse("duplicate_key", token.start, own);
      if (order > 0) refuse("non_canonical", token.start, own);
      before = key;
      cursor.expect(":", path);
      entries.push([key, reader.value(type.value, entryPath(path, entries.length))]);
    } while (!endOf(reader, path));
  const fault = sizeFault(type.limit, entries.length);
  if (fault) refuse(fault, start, path);
  return entries;
}

function endOf({ cursor }: JsonReader, path: string): boolean {
  if (cursor.accept("}", path)) return true;
  cursor.expect(",", path);
  return false;
}

function keyAt(types: Types, type: TypeExpr, { start, text }: StringToken, path: string): Neutral {
  switch (type.kind) {
    case "text": {
      const fault = textFault(type, text);
      if (fault) refuse(fault, start, path);
      return text;
    }
    case "int":
      return integerNeutral(type.int, integerAt(text, type, start, path));
    case "ref": {
      const def = types.get(type.type);
      if (def.kind === "brand") return keyAt(types, def.type, { start, text, canonical: true }, path);
      const member = enumAt(types, type.type).members.find(({ jsonName }) => jsonName === text);
      if (!member) refuse("unknown_variant", start, path);
      return member.name;
    }
    default:
      throw new Error(`${type.kind} cannot be a key in JSON`);
  }
}

export function writeMap(writer: JsonWriter, type: MapType, value: Neutral | undefined, path: string): void {
  const entries = sortedEntries(writer.types, type.key, value, path);
  const fault = sizeFault(type.limit, entries.length);
  if (fault && writer.strict) refuseValue(fault, path);
  const members = entries.map(([key, item], index) => ({
    name: () => {
      const text = keyText(writer, type.key, key, keyPath(path, index));
      const repeated = index > 0 && compareKeys(writer.types, type.key, entries[index - 1]![0], key) === 0;
      if (repeated) refuseValue("duplicate_key", keyPath(path, index));
      return text;
    },
    write: () => writer.value(type.value, item, entryPath(path, index)),
  }));
  writeMembers(writer, path, members, "map");
}

function keyText(writer: JsonWriter, type: TypeExpr, key: Neutral, path: string): string {
  switch (type.kind) {
    case "text": {
      const text = textFrom(key, path);
      const fault = textFault(type, text);
      if (fault && writer.strict) refuseValue(fault, path);
      return text;
    }
    case "int": {
      const integer = integerOf(type.int, key, path);
      const fault = integerFault(type, integer);
      if (fault && writer.strict) refuseValue(fault, path);
      return integer.toString();
    }
    case "ref": {
      const def = writer.types.get(type.type);
      if (def.kind === "brand") return keyText(writer, def.type, key, path);
      const number = enumNumber(enumAt(writer.types, type.type), key, path);
      return enumAt(writer.types, type.type).members.find(({ value }) => BigInt(value) === number)!.jsonName;
    }
    default:
      throw new Error(`${type.kind} cannot be a key in JSON`);
  }
}
