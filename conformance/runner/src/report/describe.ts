/** Failures in words, for terminals and for XML. */
import { firstDifference } from "../core/equal.js";
import type { Answered } from "../core/judge.js";
import type { Failure } from "../core/results.js";

const longest = 160;
const othersNamed = 6;

/** `rust → go` in the matrix, `go decode` otherwise. */
export function who(failure: Pick<Failure, "check" | "language" | "encoder">): string {
  return failure.check === "matrix" ? `${failure.encoder} → ${failure.language}` : `${failure.language} ${failure.check}`;
}

/** All that went wrong with one vector in one line: the first failure, and who else failed. The list holds at least one. */
export function summarise(failures: readonly Failure[]): string {
  const shown = failures.find((failure) => failure.reason === undefined) ?? (failures[0] as Failure);
  const others = failures.filter((failure) => failure !== shown).map(who);
  const also = others.length > othersNamed ? `${others.length} other checks` : others.join(", ");
  return `${who(shown)}: ${describeFailure(shown)}${also === "" ? "" : `; also ${also}`}`;
}

/** What was wrong, in one line: `offset: expected truncated at 16 "ackSeq", got truncated at 8 "ackSeq"`. */
export function describeFailure({ wrong }: Pick<Failure, "wrong">): string {
  const { mismatch, expected, actual } = wrong;
  if ("value" in expected && "value" in actual) {
    const { path, left, right } = firstDifference(expected.value, actual.value);
    return `${mismatch}${path === "" ? "" : ` differs at ${path}`}: expected ${describe({ value: left })}, got ${describe({ value: right })}`;
  }
  if ("bytes" in expected && "bytes" in actual) {
    const at = firstDifferentByte(expected.bytes, actual.bytes);
    return `${mismatch} differ at ${at}: expected ${describeBytes(expected.bytes, at)}, got ${describeBytes(actual.bytes, at)}`;
  }
  if ("fault" in actual) return `${mismatch}: ${oneLine(actual.fault)}`;
  if ("refusal" in expected) return `${mismatch}: expected ${describe(expected)}, got ${describe(actual)}`;
  return `${mismatch}: got ${describe(actual)}`;
}

export function describe(answered: Answered): string {
  if ("value" in answered) return shorten(JSON.stringify(answered.value) ?? "nothing");
  if ("bytes" in answered) return answered.bytes === "" ? "no bytes" : shorten(answered.bytes);
  if ("fault" in answered) return answered.fault;
  const { kind, offset, path, message } = answered.refusal;
  const place = offset === undefined ? "" : ` at ${offset}`;
  return `${kind}${place} ${JSON.stringify(path ?? null)}${message === undefined ? "" : ` (${shorten(message)})`}`;
}

/** A few bytes from the place that matters. */
function describeBytes(hex: string, at: number): string {
  const some = hex.slice(at * 2, at * 2 + 16);
  return some === "" ? "the end" : `${some}${at * 2 + 16 < hex.length ? "…" : ""}`;
}

/** Index of the first byte in which two hex texts differ. */
export function firstDifferentByte(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return at >> 1;
}

/** What a peer said before it fell may be long: its beginning and its end say most. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > longest ? `${line.slice(0, longest / 2)} … ${line.slice(-longest / 2)}` : line;
}

export function shorten(text: string, length = longest): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
