/** Unions: the tag, then the case. */
import type { UnionCase, UnionDef } from "../../../ir/model.js";
import { caseGiven, caseNeutral } from "../cases.js";
import type { Neutral } from "../neutral.js";
import { refuse } from "../refusal.js";
import { isRoot } from "../types.js";
import { inCase } from "../writing.js";
import { readEmbedded, writeEmbedded } from "./embedded.js";
import { formOf, integerBytes, readInteger } from "./integers.js";
import type { BinaryReader } from "./reader.js";
import { readSized, windowLimit, writeSized } from "./windows.js";
import type { BinaryWriter } from "./writer.js";

export function readUnion(reader: BinaryReader, def: UnionDef, path: string): Neutral {
  const start = reader.cursor.position;
  const tag = readInteger(reader.cursor, def.repr, formOf(def.repr, "le", reader.family), path);
  const found = def.cases.find((one) => BigInt(one.tag) === tag);
  if (!found) refuse("unknown_variant", start, path);
  return caseNeutral(found, readPayload(reader, found, path));
}

function readPayload(reader: BinaryReader, { type, embedded }: UnionCase, path: string): Neutral | undefined {
  if (type === undefined) return undefined;
  if (embedded) return readSized(reader, embedded.framing, windowLimit(reader.types, embedded.limit, type), path, () => readEmbedded(reader, type, path));
  return isRoot(reader.types.get(type)) ? readEmbedded(reader, type, path) : reader.named(type, path);
}

export function writeUnion(writer: BinaryWriter, def: UnionDef, neutral: Neutral | undefined, path: string): void {
  const { found, value } = caseGiven(def, neutral, path);
  const start = writer.bytes.length;
  const form = formOf(def.repr, "le", writer.family);
  writer.put(integerBytes(def.repr, form, BigInt(found.tag)));
  writer.mark(start, path, { kind: "integer", int: def.repr, form, use: { kind: "tag", type: def.id } });
  inCase(writer.writing, found.name, () => writePayload(writer, found, value, path));
}

function writePayload(writer: BinaryWriter, { type, embedded }: UnionCase, value: Neutral | undefined, path: string): void {
  if (type === undefined) return;
  if (embedded) return writeSized(writer, embedded.framing, windowLimit(writer.types, embedded.limit, type), path, (content) => writeEmbedded(content, type, value, path));
  if (isRoot(writer.types.get(type))) writeEmbedded(writer, type, value, path);
  else writer.named(type, value, path);
}
