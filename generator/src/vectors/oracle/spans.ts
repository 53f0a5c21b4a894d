/** What an encoder notes about the bytes it writes, so that vectors can be made by changing them in telling places. */
import type { IntName, TypeExpr, TypeId } from "../../ir/model.js";

/** How an integer stands in bytes. */
export type IntForm = "le" | "be" | "varint";

export interface Span {
  /** Half-open. */
  start: number;
  end: number;
  path: string;
  /** The union cases around it, from the outside in: paths do not tell them. */
  cases: string;
  mark: Mark;
}

export type Mark =
  | { kind: "integer"; int: IntName; form: IntForm; use: IntegerUse }
  /** A byte that is 0 or 1: a bool, an optional, a nullable. */
  | { kind: "switch" }
  | { kind: "float"; bits: 32 | 64; endian: "le" | "be" }
  | { kind: "reserved" }
  | { kind: "constant" }
  /** The bytes of a text or a byte string, without their prefix; all of them where the size is fixed. */
  | { kind: "text" }
  | { kind: "bytes" }
  /** All that a byte length counts. */
  | { kind: "window"; prefix: Prefix | null; content: "raw" | "message"; max: number | null }
  | { kind: "entries"; entries: { start: number; keyEnd: number; end: number }[] }
  | { kind: "address" }
  | JsonMark;

export type IntegerUse =
  | { kind: "value"; type: Extract<TypeExpr, { kind: "int" }> | null }
  | { kind: "constant" }
  | { kind: "enum" | "flags" | "bits" | "tag"; type: TypeId }
  | (SizeUse & { max: number | null });

/** `least`: the least size of what is counted, in bytes. */
export type SizeUse = { kind: "length" } | { kind: "count"; least: number };

export interface Prefix {
  start: number;
  end: number;
  int: IntName;
  form: IntForm;
}

export type JsonMark =
  | { kind: "token"; token: "punctuation" | "key" | "string" | "number" | "literal"; type: TokenType; number?: NumberType }
  | { kind: "object"; members: JsonMember[]; type: TypeId | "map" | "other" }
  | { kind: "array"; elements: { start: number; end: number }[] };

export type NumberType = Extract<TypeExpr, { kind: "int" | "float" }>;

/** What a JSON token stands for. */
export type TokenType = TypeExpr["kind"] | "enum" | "flag" | "tag" | "member" | "mark";

export interface JsonMember {
  name: string;
  start: number;
  valueStart: number;
  end: number;
}

/** The same span in bytes that begin `by` later. */
export function shifted(span: Span, by: number): Span {
  return { ...span, start: span.start + by, end: span.end + by, mark: shiftedMark(span.mark, by) };
}

function shiftedMark(mark: Mark, by: number): Mark {
  switch (mark.kind) {
    case "window":
      return mark.prefix ? { ...mark, prefix: moved(mark.prefix, by) } : mark;
    case "entries":
      return { ...mark, entries: mark.entries.map((entry) => ({ ...moved(entry, by), keyEnd: entry.keyEnd + by })) };
    case "object":
      return { ...mark, members: mark.members.map((member) => ({ ...moved(member, by), valueStart: member.valueStart + by })) };
    case "array":
      return { ...mark, elements: mark.elements.map((element) => moved(element, by)) };
    default:
      return mark;
  }
}

const moved = <Range extends { start: number; end: number }>(range: Range, by: number): Range => ({ ...range, start: range.start + by, end: range.end + by });
