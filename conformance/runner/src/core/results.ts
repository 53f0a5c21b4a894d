/** What a run found. Plain data: the reports are made from this and from the vectors. */
import type { Language } from "../peers/find.js";
import type { Hello } from "../peers/protocol.js";
import type { Wrong } from "./judge.js";

export interface Count {
  passed: number;
  failed: number;
  /** Failed as a list of expected failures says. */
  expected: number;
}

/** Columns of the report. Refusals are those of decoders and of encoders. */
export const columns = ["decode", "encode", "refusal"] as const;
export type Column = (typeof columns)[number];

export interface TypeResult {
  type: string;
  vectors: number;
  /** By position of the language. */
  languages: Record<Column, Count>[];
  /** `pairs[a][b]`: b decoded what a encoded. */
  pairs: Count[][];
}

export interface Failure {
  type: string;
  name: string;
  check: "decode" | "encode" | "matrix";
  /** Who answered wrongly; in the matrix, who decoded. */
  language: Language;
  /** In the matrix, who encoded. */
  encoder?: Language;
  wrong: Wrong;
  /** The reason from the list of expected failures, if it is on one. */
  reason?: string;
}

/** A failure of no single vector: a crash that no request explains, a hello that disagrees, an expected failure that passes. */
export interface Problem {
  language?: Language;
  text: string;
}

export interface LanguageResult {
  language: Language;
  hello: Hello | { missing: string };
}

export interface RunResult {
  languages: LanguageResult[];
  /** The spec's hash that the peers agree on; null if there is no such. */
  spec: string | null;
  types: TypeResult[];
  pairs: Count[][];
  failures: Failure[];
  problems: Problem[];
  /** Over all checks; each problem is one failed check more. */
  total: Count;
  vectors: number;
  /** ISO 8601. */
  startedAt: string;
  seconds: number;
}

export function noCount(): Count {
  return { passed: 0, failed: 0, expected: 0 };
}

export function addCount(to: Count, from: Count): void {
  to.passed += from.passed;
  to.failed += from.failed;
  to.expected += from.expected;
}
