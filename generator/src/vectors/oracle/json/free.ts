/** Free JSON: any value, kept as its text. Everything inside it carries the path of the whole. */
import type { Neutral } from "../neutral.js";
import { NotOfType, Refused, refuse, refuseValue } from "../refusal.js";
import { hasLoneSurrogate, utf8Of } from "../utf8.js";
import { JsonCursor } from "./cursor.js";
import type { JsonReader } from "./reader.js";
import type { JsonWriter } from "./writer.js";

type FreeReader = Pick<JsonReader, "cursor" | "depth">;

const NOTHING: ReadonlyMap<string, string> = new Map();
const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

/** Gives the value's text. */
export function readFree(reader: FreeReader, path: string): string {
  const { cursor } = reader;
  const start = cursor.position;
  readAny(reader, path);
  return cursor.text(start, cursor.position);
}

function readAny(reader: FreeReader, path: string): void {
  const { cursor, depth } = reader;
  const start = cursor.position;
  const tooDeep = (): never => refuse("too_deep", start, path);
  switch (cursor.peek(path)) {
    case "{":
      return depth.enter(tooDeep, () => readObject(reader, path));
    case "[":
      return depth.enter(tooDeep, () => readArray(reader, path));
    case '"':
      return void cursor.plainString(path);
    case "t":
      return void cursor.literal("true", path);
    case "f":
      return void cursor.literal("false", path);
    case "n":
      return void cursor.literal("null", path);
    default:
      if (!NUMBER.test(cursor.number(path).text)) refuse("malformed", start, path);
  }
}

/** `declared`: keys that are taken, with the paths of their members. */
function readObject(reader: FreeReader, path: string, declared: ReadonlyMap<string, string> = NOTHING): void {
  const { cursor } = reader;
  const seen = new Set<string>();
  cursor.expect("{", path);
  if (cursor.accept("}", path)) return;
  for (;;) {
    const { start, text } = cursor.plainString(path);
    if (seen.has(text) || declared.has(text)) refuse("duplicate_key", start, declared.get(text) ?? path);
    seen.add(text);
    cursor.expect(":", path);
    readAny(reader, path);
    if (cursor.accept("}", path)) return;
    cursor.expect(",", path);
  }
}

function readArray(reader: FreeReader, path: string): void {
  const { cursor } = reader;
  cursor.expect("[", path);
  if (cursor.accept("]", path)) return;
  for (;;) {
    readAny(reader, path);
    if (cursor.accept("]", path)) return;
    cursor.expect(",", path);
  }
}

export function writeFree(writer: JsonWriter, value: Neutral | undefined, path: string): void {
  if (typeof value !== "string") throw new NotOfType("free JSON as text", path);
  if (writer.strict) checkFree(writer, value, path, (reader) => readAny(reader, path));
  writer.token(value, path, "literal", "jsonValue");
}

/** What a decoder would say of `text` in the place of a value that `read` reads. */
function checkFree({ writing }: JsonWriter, text: string, path: string, read: (reader: FreeReader) => void): void {
  if (hasLoneSurrogate(text)) refuseValue("invalid_utf8", path);
  // Something must follow, or a number would count as unfinished.
  const bytes = utf8Of(`${text},`);
  const cursor = new JsonCursor(bytes, 0, bytes.length);
  try {
    read({ cursor, depth: writing.depth });
  } catch (error) {
    if (error instanceof Refused) refuseValue(error.refusal.kind, error.refusal.path);
    throw error;
  }
  if (cursor.position !== bytes.length - 1) refuseValue("trailing_bytes", path);
}

/** Members that an open object keeps, checked as they would be in place; those that are `declared` are not for it to keep. The object itself is no free JSON. */
export function checkUnknownMembers(writer: JsonWriter, text: string, path: string, declared: ReadonlyMap<string, string>): void {
  checkFree(writer, `{${text}}`, path, (reader) => readObject(reader, path, declared));
}
