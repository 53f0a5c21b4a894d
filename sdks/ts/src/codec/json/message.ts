/** Whole messages in JSON: at the root, or in a window of a binary message. */
import type { Reader as BinaryReader } from "../binary/reader.js";
import type { Writer as BinaryWriter } from "../binary/writer.js";
import { codec as binaryCodec } from "../binary/message.js";
import type { Codec } from "../codec.js";
import type { Reader } from "./reader.js";
import { finish, open } from "./reader.js";
import { flush, Writer } from "./writer.js";

/** The codec of the message `name`; `maxSize` bounds its bytes. */
export function codec<T>(
  name: string,
  parse: (r: Reader) => T,
  format: (w: Writer, value: T) => void,
  maxSize = Infinity,
): Codec<T> {
  return binaryCodec(
    name,
    (r) => embedded(r, parse),
    (w, value) => writeEmbedded(w, value, format),
    maxSize,
  );
}

/** Reads a message that takes up what is left of the window. */
export function embedded<T>(outer: BinaryReader, parse: (r: Reader) => T): T {
  const r = open(outer.bytes, outer.pos, outer.end, outer.depth);
  const value = parse(r);
  finish(r);
  outer.pos = outer.end;
  return value;
}

export function writeEmbedded<T>(outer: BinaryWriter, value: T, format: (w: Writer, value: T) => void): void {
  const w = new Writer(outer);
  format(w, value);
  flush(w);
}
