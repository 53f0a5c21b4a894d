/** Every code that a run can report, once. `docs/diagnostics.md` is this list for people, and a test holds the two together. */
import { CHECK_CODES } from "./codes/check.js";
import { READER_CODES } from "./codes/reader.js";
import { SUPPORT_CODES } from "./codes/support.js";

export interface CodeInfo {
  /** A short name for the fault. */
  title: string;
  /** Why it is refused: a sentence or two. */
  why: string;
}

export const CODES = { ...READER_CODES, ...CHECK_CODES, ...SUPPORT_CODES } as const satisfies Record<string, CodeInfo>;

export type Code = keyof typeof CODES;
