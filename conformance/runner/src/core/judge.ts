/** Is an answer the right one? Judges one answer at a time; knows nothing of peers or of how answers come. */
import type { Outcome } from "../peers/protocol.js";
import type { Neutral, Refusal } from "../vectors/model.js";
import { equal } from "./equal.js";

/** What is wrong with an answer. These are the words that lists of expected failures use. */
export type Mismatch =
  /** Decoded to another value. */
  | "value"
  /** Encoded to other bytes. */
  | "bytes"
  /** Taken, though it must be refused. */
  | "accepted"
  /** Refused, though it must be taken. */
  | "refused"
  /** Refused rightly, but with another kind, offset or path. */
  | "kind"
  | "offset"
  | "path"
  /** No usable answer. */
  | "crash"
  | "hang"
  | "garbage"
  | "gone"
  /** The peer's hello does not name the type. */
  | "missing-type"
  /** In the matrix: there was nothing to decode, because the encoding side gave no bytes. */
  | "no-bytes";

export const mismatches: readonly string[] = [
  "value", "bytes", "accepted", "refused", "kind", "offset", "path", "crash", "hang", "garbage", "gone", "missing-type", "no-bytes",
] satisfies Mismatch[];

/** What was answered, or should have been. */
export type Answered =
  | { value: unknown }
  | { bytes: string }
  | { refusal: Partial<Refusal> & { message?: string } }
  | { fault: string };

export interface Wrong {
  mismatch: Mismatch;
  expected: Answered;
  actual: Answered;
}

/** Null: as it should be. */
export type Judgement = Wrong | null;

/** A decoder's answer, where the input is valid. Without a value any value is right. */
export function judgeValue(outcome: Outcome, value: Neutral | undefined): Judgement {
  const expected: Answered = value === undefined ? { fault: "any value" } : { value };
  const got = answered(outcome, "value");
  if (!("value" in got)) return { mismatch: notTaken(outcome), expected, actual: got };
  return value === undefined || equal(got.value, value) ? null : { mismatch: "value", expected, actual: got };
}

/** An encoder's answer, where the value is valid. */
export function judgeBytes(outcome: Outcome, bytes: string): Judgement {
  const expected: Answered = { bytes };
  const got = answered(outcome, "bytes");
  if (!("bytes" in got)) return { mismatch: notTaken(outcome), expected, actual: got };
  return got.bytes === bytes ? null : { mismatch: "bytes", expected, actual: got };
}

/** An answer to what must be refused: a decoder's with an offset, an encoder's without. */
export function judgeRefusal(outcome: Outcome, refusal: Refusal, side: "decode" | "encode"): Judgement {
  const expected: Answered = { refusal };
  const actual = answered(outcome, side === "decode" ? "value" : "bytes");
  if ("fault" in outcome) return { mismatch: outcome.fault.kind, expected, actual };
  if ("ok" in outcome) return { mismatch: "fault" in actual ? "garbage" : "accepted", expected, actual };
  const { kind, offset, path } = outcome.error;
  if (kind !== refusal.kind) return { mismatch: "kind", expected, actual };
  if (offset !== (side === "decode" ? refusal.offset : undefined)) return { mismatch: "offset", expected, actual };
  if (path !== refusal.path) return { mismatch: "path", expected, actual };
  return null;
}

/** The bytes that an encoder made, if it made any. */
export function bytesOf(outcome: Outcome): string | null {
  const got = answered(outcome, "bytes");
  return "bytes" in got ? got.bytes : null;
}

/** An answer as it is shown. An `ok` without the wanted member counts as a fault. */
export function answered(outcome: Outcome, member: "value" | "bytes"): Answered {
  if ("fault" in outcome) return { fault: outcome.fault.detail };
  if ("error" in outcome) return { refusal: outcome.error };
  const content = outcome.ok[member];
  if (member === "value" && content !== undefined) return { value: content };
  if (member === "bytes" && typeof content === "string") return { bytes: content };
  return { fault: `an answer without \`${member}\`: ${JSON.stringify(outcome.ok).slice(0, 200)}` };
}

function notTaken(outcome: Outcome): Mismatch {
  if ("fault" in outcome) return outcome.fault.kind;
  return "error" in outcome ? "refused" : "garbage";
}
