/** Bytes as hex, as base64, or as an array of integers. */
import type { BytesJsonForm, SizeLimit, TypeExpr } from "../../../ir/model.js";
import { sizeFault } from "../limits.js";
import type { Neutral } from "../neutral.js";
import { bytesFrom, hexOf } from "../neutral.js";
import type { RefusalKind } from "../refusal.js";
import { elementPath, refuse, refuseValue } from "../refusal.js";
import { readElements, writeElements } from "./lists.js";
import { readInt } from "./numbers.js";
import type { JsonReader } from "./reader.js";
import { stringText } from "./strings.js";
import type { JsonWriter } from "./writer.js";

type BytesType = Extract<TypeExpr, { kind: "bytes" | "fixedBytes" }>;

const BYTE: Extract<TypeExpr, { kind: "int" }> = { kind: "int", int: "u8", endian: "le" };

const limitOf = (type: BytesType): SizeLimit => (type.kind === "bytes" ? type.limit : { min: type.size, max: type.size });

export function readBytes(reader: JsonReader, type: BytesType, path: string): Neutral {
  const start = reader.cursor.position;
  const bytes = type.json === "ints" ? readInts(reader, path) : readEncoded(reader, type.json, path);
  const fault = sizeFault(limitOf(type), bytes.length);
  if (fault) refuse(fault, start, path);
  return hexOf(bytes);
}

function readInts(reader: JsonReader, path: string): Uint8Array {
  const values: number[] = [];
  readElements(reader, path, { min: 0, max: null }, (own) => {
    values.push(Number(readInt(reader, BYTE, own)));
  });
  return Uint8Array.from(values);
}

/** A malformed character wins over an escape that should not be there. */
function readEncoded(reader: JsonReader, form: "hex" | "base64", path: string): Uint8Array {
  const { start, text, canonical } = reader.cursor.string(path);
  const decoded = decodeText(form, text);
  if (decoded === "malformed") refuse(decoded, start, path);
  if (typeof decoded === "string" || !canonical) refuse("non_canonical", start, path);
  return decoded;
}

/** What the characters of a JSON string say in `form`, or what is wrong with them. */
export function decodeText(form: "hex" | "base64", text: string): Uint8Array | Extract<RefusalKind, "malformed" | "non_canonical"> {
  return form === "hex" ? decodeHex(text) : decodeBase64(text);
}

function decodeHex(text: string): Uint8Array | "malformed" | "non_canonical" {
  if (!/^(?:[0-9a-fA-F]{2})*$/.test(text)) return "malformed";
  return text === text.toLowerCase() ? Uint8Array.from(Buffer.from(text, "hex")) : "non_canonical";
}

function decodeBase64(text: string): Uint8Array | "malformed" | "non_canonical" {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return "malformed";
  const bytes = Uint8Array.from(Buffer.from(text, "base64"));
  return Buffer.from(bytes).toString("base64") === text ? bytes : "non_canonical";
}

export function writeBytes(writer: JsonWriter, type: BytesType, value: Neutral | undefined, path: string): void {
  const bytes = bytesFrom(value, path);
  const fault = sizeFault(limitOf(type), bytes.length);
  if (fault && (writer.strict || type.kind === "fixedBytes")) refuseValue(fault, path);
  if (type.json === "ints") writeInts(writer, bytes, path);
  else writer.token(stringText(encodeText(type.json, bytes)), path, "string", type.kind);
}

const encodeText = (form: Exclude<BytesJsonForm, "ints">, bytes: Uint8Array): string => Buffer.from(bytes).toString(form);

function writeInts(writer: JsonWriter, bytes: Uint8Array, path: string): void {
  writeElements(writer, path, [...bytes], (byte, index) => writer.number(String(byte), elementPath(path, index), BYTE));
}
