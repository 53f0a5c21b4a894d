/** Checks free JSON before it is written. */
import { checkText } from "../checks.js";
import { DecodeError, EncodeError, under } from "../errors.js";
import { hasLoneSurrogate } from "../utf8.js";
import { skipFree } from "./free.js";
import type { Member } from "./object.js";
import { unknownMembers } from "./object.js";
import { finish, Reader } from "./reader.js";
import type { Writer } from "./writer.js";

/** Refuses what a decoder would refuse of `text`, which stands `depth` levels deep. */
export function checkFree(text: string, depth: number): void {
  // Something must follow, or a number would count as unfinished.
  asDecoded(`${text},`, depth, (r) => {
    skipFree(r);
    if (r.pos !== text.length) finish(r);
  });
}

/** Writes the members that an open object keeps beside those it knows and beside `tag`, if it has one, after `sep`; returns what stands before the next one. What was kept of a binary encoding has no place here. */
export function writeUnknown(
  w: Writer,
  kept: Uint8Array | string | undefined,
  members: readonly Member[],
  sep: string,
  tag?: string,
): string {
  if (typeof kept !== "string" || kept === "") return sep;
  checkUnknown(kept, members, w.depth, tag);
  w.out += sep + kept;
  return ",";
}

function checkUnknown(text: string, members: readonly Member[], depth: number, tag: string | undefined): void {
  asDecoded(`{${text}}`, depth, (r) => {
    r.pos++;
    unknownMembers(
      r,
      members,
      members.map(() => true),
      tag,
    );
    finish(r);
  });
}

function asDecoded(text: string, depth: number, read: (r: Reader) => void): void {
  if (hasLoneSurrogate(checkText(text))) throw new EncodeError("invalid_utf8", "has half a surrogate pair");
  try {
    read(new Reader(text, 0, depth));
  } catch (error) {
    throw error instanceof DecodeError ? under(new EncodeError(error.kind, error.message), error.path) : error;
  }
}
