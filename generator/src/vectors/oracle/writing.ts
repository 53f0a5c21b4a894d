/** What the writers of all encodings share through one message. */
import type { Depth } from "./depth.js";
import type { LeastSizes } from "./leastSize.js";
import type { Types } from "./types.js";

export interface Writing {
  readonly types: Types;
  readonly least: LeastSizes;
  readonly depth: Depth;
  /** False: limits, patterns and depth are not looked at, to make input that decoders must refuse. */
  readonly strict: boolean;
  /** Names of the union cases that are being written, from the outside in. */
  readonly cases: string[];
}

export function inCase(writing: Writing, name: string, write: () => void): void {
  writing.cases.push(name);
  write();
  writing.cases.pop();
}
