/** Where a decoder stands in binary input, and the windows that bound it. */
import { MAX_DEPTH } from "../depth.js";
import { DecodeError } from "../errors.js";

export class Reader {
  /** The next byte to read. */
  pos = 0;
  /** Where the innermost window ends. */
  end: number;
  /** Levels of types that contain themselves. */
  depth = 0;

  constructor(readonly bytes: Uint8Array) {
    this.end = bytes.length;
  }
}

/** Bytes left in the window. */
export function left(r: Reader): number {
  return r.end - r.pos;
}

/** Steps over `size` bytes and returns where they begin. */
export function take(r: Reader, size: number): number {
  const start = r.pos;
  if (size > r.end - start) throw truncated(start, size, r.end - start);
  r.pos = start + size;
  return start;
}

/** In a run of fields that the window cuts short: refuses the field of `size` bytes at `start` if it is the first that is cut. */
export function need(r: Reader, start: number, size: number): void {
  if (size > r.end - start) throw truncated(start, size, r.end - start);
}

export function truncated(start: number, size: number, left: number): DecodeError {
  return new DecodeError("truncated", start, `needs ${size} bytes, ${left} ${left === 1 ? "is" : "are"} left`);
}

/** The content of the innermost window must be at its end. */
export function finish(r: Reader): void {
  if (r.pos < r.end) throw new DecodeError("trailing_bytes", r.pos, `${r.end - r.pos} bytes are left over`);
}

/** Enters a type that contains itself. */
export function enter(r: Reader): void {
  if (++r.depth > MAX_DEPTH) throw new DecodeError("too_deep", r.pos, `nested more than ${MAX_DEPTH} deep`);
}

export function leave(r: Reader): void {
  r.depth--;
}
