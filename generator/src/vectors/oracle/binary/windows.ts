/** A byte length and a window that its content fills exactly. */
import type { Framing, SizeLimit, TypeExpr, TypeId } from "../../../ir/model.js";
import type { Neutral } from "../neutral.js";
import type { Types } from "../types.js";
import { readLength, writeSize } from "./lengths.js";
import type { BinaryReader } from "./reader.js";
import type { BinaryWriter } from "./writer.js";

/** A message that bounds its own size bounds the window that it stands in. */
export function windowLimit(types: Types, limit: SizeLimit, embedded: TypeId): SizeLimit {
  const own = types.root(embedded).root.maxSize ?? Infinity;
  const max = Math.min(limit.max ?? Infinity, own);
  return { min: limit.min, max: max === Infinity ? null : max };
}

/** The limit of a window around any content. */
export function sizedLimit(types: Types, { limit, inner }: Extract<TypeExpr, { kind: "sized" }>): SizeLimit {
  return inner.kind === "embedded" ? windowLimit(types, limit, inner.type) : limit;
}

export function readSized(reader: BinaryReader, framing: Framing, limit: SizeLimit, path: string, content: () => Neutral): Neutral {
  return reader.cursor.window(readLength(reader, framing, limit, path), path, content);
}

export function writeSized(writer: BinaryWriter, framing: Framing, limit: SizeLimit, path: string, write: (content: BinaryWriter) => void): void {
  const content = writer.nested();
  write(content);
  const prefix = writeSize(writer, framing, limit, content.bytes.length, { kind: "length" }, path);
  const start = writer.bytes.length;
  writer.append(content);
  writer.mark(start, path, { kind: "window", prefix, content: "message", max: limit.max });
}
