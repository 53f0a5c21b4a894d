/**
 * What the report page is given. The index is read at once; the vectors of a type only when somebody looks at them. Counts
 * and names of languages are positional, because a page may hold tens of thousands of vectors.
 */
import type { Answered, Mismatch } from "../core/judge.js";
import { columns, type Count, type Failure, type RunResult } from "../core/results.js";
import { checksOf, vectorId, type Checks, type Neutral, type Refusal, type Vector } from "../vectors/model.js";
import { shorten, summarise, who } from "./describe.js";
import { groupBy } from "./group.js";

/** What a list has room for. The vector's own view says everything. */
const longestSummary = 300;

/** Passed, failed, failed as expected. */
export type Counts = [number, number, number];

export interface PageIndex {
  spec: string | null;
  startedAt: string;
  seconds: number;
  vectors: number;
  total: Counts;
  languages: { name: string; version?: string; spec?: string; types?: number; missing?: string }[];
  pairs: Counts[][];
  problems: { language?: string; text: string }[];
  types: PageType[];
  /** The inspector page, relative to the report; absent if there is none for this spec. */
  inspector?: string;
}

export interface PageType {
  id: string;
  /** By language, then decode, encode, refusal. */
  counts: [Counts, Counts, Counts][];
  pairs: Counts[][];
  vectors: PageVectorLine[];
}

/** A vector in lists: its name, how it fared, and, if it failed, how in one line, and all checks that did: `rust → go, go decode`. */
export type PageVectorLine = [name: string, status: Status, summary?: string, failed?: string];
export type Status = "passed" | "failed" | "expected";

/** The vectors of one type, in the order of `PageType.vectors`. */
export type PageDetail = PageVector[];

export interface PageVector {
  value?: Neutral;
  bytes: string | null;
  verdict: "valid" | Refusal;
  origin: string;
  notes?: string;
  encodeOnly: boolean;
  checks: Checks;
  failures: PageFailure[];
}

export interface PageFailure {
  check: Failure["check"];
  language: number;
  encoder?: number;
  mismatch: Mismatch;
  expected: Answered;
  actual: Answered;
  reason?: string;
}

export interface PageData {
  index: PageIndex;
  /** By position in `index.types`. */
  details: PageDetail[];
}

/** `values` holds what vectors without a value of their own were decoded to. */
export function pageData(result: RunResult, vectors: readonly Vector[], values: ReadonlyMap<string, Neutral>): PageData {
  const names = result.languages.map(({ language }) => language);
  const failures = groupBy(result.failures, vectorId);
  const byType = groupBy(vectors, (vector) => vector.type);
  const of = (vector: Vector): Failure[] => failures.get(vectorId(vector)) ?? [];
  const index: PageIndex = {
    spec: result.spec,
    startedAt: result.startedAt,
    seconds: result.seconds,
    vectors: result.vectors,
    total: counts(result.total),
    languages: result.languages.map(({ language, hello }) => ({ name: language, ...("missing" in hello ? hello : { version: hello.version, spec: hello.spec, types: hello.types.length }) })),
    pairs: result.pairs.map((row) => row.map(counts)),
    problems: result.problems,
    types: result.types.map(({ type, languages, pairs }) => ({
      id: type,
      counts: languages.map((language) => columns.map((column) => counts(language[column])) as [Counts, Counts, Counts]),
      pairs: pairs.map((row) => row.map(counts)),
      vectors: (byType.get(type) ?? []).map((vector) => line(vector.name, of(vector))),
    })),
  };
  const details = result.types.map(({ type }) =>
    (byType.get(type) ?? []).map((vector): PageVector => {
      const value = vector.value ?? values.get(vectorId(vector));
      return {
        ...(value === undefined ? {} : { value }),
        bytes: vector.bytes,
        verdict: vector.verdict,
        origin: vector.origin,
        ...(vector.notes === undefined ? {} : { notes: vector.notes }),
        encodeOnly: vector.direction === "encode",
        checks: checksOf(vector),
        failures: of(vector).map(({ check, language, encoder, wrong, reason }) => ({
          check,
          language: names.indexOf(language),
          ...(encoder === undefined ? {} : { encoder: names.indexOf(encoder) }),
          ...wrong,
          ...(reason === undefined ? {} : { reason }),
        })),
      };
    }),
  );
  return { index, details };
}

function counts({ passed, failed, expected }: Count): Counts {
  return [passed, failed, expected];
}

function line(name: string, failures: Failure[]): PageVectorLine {
  if (failures.length === 0) return [name, "passed"];
  const status = failures.every((failure) => failure.reason !== undefined) ? "expected" : "failed";
  return [name, status, shorten(summarise(failures), longestSummary), failures.map(who).join(", ")];
}
