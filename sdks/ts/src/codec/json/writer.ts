/** Where an encoder of JSON writes: text, which becomes bytes when it is whole. */
import { MAX_DEPTH } from "../depth.js";
import { EncodeError } from "../errors.js";

export class Writer {
  out = "";
  /** @param depth levels that the text is nested in already */
  constructor(public depth: number) {}
}

/** Enters a type that contains itself. */
export function enterWrite(w: Writer): void {
  if (++w.depth > MAX_DEPTH) throw new EncodeError("too_deep", `nested more than ${MAX_DEPTH} deep`);
}

export function leaveWrite(w: Writer): void {
  w.depth--;
}
