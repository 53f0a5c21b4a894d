/** An encoded message, and how to change a part of it with the windows around it kept right. */
import { integerBytes } from "../oracle/binary/integers.js";
import type { Mark, Prefix, Span } from "../oracle/spans.js";
import { rangeOf } from "../oracle/types.js";

export interface Message {
  bytes: Uint8Array;
  spans: Span[];
}

/** A changed message; what a decoder makes of it is for the oracle to say. */
export interface Edit {
  name: string;
  bytes: Uint8Array;
}

export type MarkOf<Kind extends Mark["kind"]> = Span & { mark: Extract<Mark, { kind: Kind }> };

export function* spansOf<Kind extends Mark["kind"]>(message: Message, kind: Kind): Iterable<MarkOf<Kind>> {
  for (const span of message.spans) if (span.mark.kind === kind) yield span as MarkOf<Kind>;
}

/** Where a span is, for names of vectors: its path, and its union cases if there are any. */
export function placeOf({ path, cases }: Span): string {
  const where = cases === "" ? path : path === "" ? `(${cases})` : `(${cases}) ${path}`;
  return where === "" ? "message" : where;
}

interface Piece {
  start: number;
  end: number;
  bytes: ArrayLike<number>;
}

/** Puts `bytes` in the place of `[start, end)`, and nothing else. */
export function overwritten(message: Message, start: number, end: number, bytes: ArrayLike<number>): Uint8Array {
  return assembled(message.bytes, [{ start, end, bytes }]);
}

/**
 * Puts `bytes` in the place of `[start, end)` and corrects the lengths of all windows around `within`; `undefined` if one of them cannot
 * say it.
 */
export function replaced(message: Message, start: number, end: number, bytes: ArrayLike<number>, within = { start, end }): Uint8Array | undefined {
  const around = [...spansOf(message, "window")].filter((window) => window.start <= within.start && within.end <= window.end);
  around.sort((a, b) => a.end - a.start - (b.end - b.start));
  const pieces: Piece[] = [{ start, end, bytes }];
  let grown = bytes.length - (end - start);
  for (const { start: from, end: to, mark } of around) {
    if (!mark.prefix) continue;
    const prefix = prefixBytes(mark.prefix, to - from + grown);
    if (!prefix) return undefined;
    pieces.push({ start: mark.prefix.start, end: mark.prefix.end, bytes: prefix });
    grown += prefix.length - (mark.prefix.end - mark.prefix.start);
  }
  return assembled(message.bytes, pieces);
}

/** `undefined` if the prefix cannot say `value`. */
export function prefixBytes({ int, form }: Pick<Prefix, "int" | "form">, value: number | bigint): number[] | undefined {
  const { min, max } = rangeOf(int);
  return BigInt(value) < min || BigInt(value) > max ? undefined : integerBytes(int, form, BigInt(value));
}

function assembled(bytes: Uint8Array, pieces: Piece[]): Uint8Array {
  const parts: Buffer[] = [];
  let at = 0;
  for (const piece of [...pieces].sort((a, b) => a.start - b.start)) {
    parts.push(Buffer.from(bytes.subarray(at, piece.start)), Buffer.from(Uint8Array.from(piece.bytes)));
    at = piece.end;
  }
  return Uint8Array.from(Buffer.concat([...parts, bytes.subarray(at)]));
}
