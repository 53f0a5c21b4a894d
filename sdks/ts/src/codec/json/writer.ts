/** Where an encoder of JSON writes: text, which becomes bytes piece by piece. */
import type { Writer as BinaryWriter } from "../binary/writer.js";
import { room } from "../binary/writer.js";
import { MAX_DEPTH } from "../depth.js";
import { EncodeError } from "../errors.js";
import { encodeWellFormed } from "../utf8.js";

/** Units of text in a piece: enough to be worth a call, too few for what the engine notes of text that is put together to outlive its youth. */
const PIECE = 4096;

export class Writer {
  /** Text that is not bytes yet. */
  out = "";
  /** Levels that the text is nested in. */
  depth: number;

  constructor(readonly target: BinaryWriter) {
    this.depth = target.depth;
  }
}

/** Writes a whole token. */
export function token(w: Writer, text: string): void {
  w.out += text;
  if (w.out.length > PIECE) flush(w);
}

/** Makes bytes of the text so far. Each token in it has been checked for lone surrogates. */
export function flush(w: Writer): void {
  const { out, target } = w;
  room(target, 3 * out.length);
  target.pos = encodeWellFormed(out, target.bytes, target.pos);
  w.out = "";
}

/** Enters a type that contains itself. */
export function enterWrite(w: Writer): void {
  if (++w.depth > MAX_DEPTH) throw new EncodeError("too_deep", `nested more than ${MAX_DEPTH} deep`);
}

export function leaveWrite(w: Writer): void {
  w.depth--;
}
