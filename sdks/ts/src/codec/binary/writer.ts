/** Where an encoder of binary messages writes. */
import { MAX_DEPTH } from "../depth.js";
import { EncodeError } from "../errors.js";

const FIRST_SIZE = 1024;
/** A buffer beyond this is not kept for the next message. */
const KEPT_SIZE = 1 << 20;

export class Writer {
  /** Replaced by a larger array as the message grows. */
  bytes = new Uint8Array(FIRST_SIZE);
  pos = 0;
  /** Levels of types that contain themselves. */
  depth = 0;
}

/** One buffer serves one message after the other. It is taken away while in use, in case a getter of a value encodes another one. */
let spare: Writer | undefined;

export function acquire(): Writer {
  const w = spare ?? new Writer();
  spare = undefined;
  w.pos = 0;
  w.depth = 0;
  return w;
}

export function release(w: Writer): void {
  if (w.bytes.length <= KEPT_SIZE) spare = w;
}

/** Makes room for `size` bytes, steps over them, and returns where they begin. */
export function reserve(w: Writer, size: number): number {
  const start = w.pos;
  room(w, size);
  w.pos = start + size;
  return start;
}

/** Makes room for `size` bytes after the position. */
export function room(w: Writer, size: number): void {
  if (size > w.bytes.length - w.pos) grow(w, size);
}

function grow(w: Writer, size: number): void {
  const larger = new Uint8Array(Math.max(w.pos + size, 2 * w.bytes.length));
  // All of it: a prefix is written when what it announces stands after it already.
  larger.set(w.bytes);
  w.bytes = larger;
}

/** Enters a type that contains itself. */
export function enterWrite(w: Writer): void {
  if (++w.depth > MAX_DEPTH) throw new EncodeError("too_deep", `nested more than ${MAX_DEPTH} deep`);
}

export function leaveWrite(w: Writer): void {
  w.depth--;
}
