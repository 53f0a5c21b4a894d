/** Counts results as they come, so that a run of many vectors keeps no more than its failures. */
import type { Language } from "../peers/find.js";
import { vectorId, type Vector } from "../vectors/model.js";
import type { VectorResult } from "./examine.js";
import type { ExpectedFailures } from "./expected.js";
import type { Judgement, Wrong } from "./judge.js";
import { addCount, columns, noCount, type Column, type Count, type Failure, type Problem, type TypeResult } from "./results.js";

export class Tally {
  readonly failures: Failure[] = [];
  readonly problems: Problem[] = [];
  private readonly types = new Map<string, TypeResult>();
  private readonly counted = noCount();

  constructor(
    private readonly languages: readonly Language[],
    private readonly expected: ExpectedFailures,
  ) {}

  /** Live: grows with each result. */
  get checks(): Readonly<Count> {
    return this.counted;
  }

  add(result: VectorResult): void {
    const type = this.typeResult(result.vector.type);
    type.vectors++;
    const excuses = this.languages.map((language, index) => this.excuse(language, result, index));
    this.languages.forEach((language, index) => {
      const counts = type.languages[index] as Record<Column, Count>;
      const excuse = excuses[index] as Excuse;
      const valid = result.vector.verdict === "valid";
      this.count(counts[valid ? "decode" : "refusal"], result, result.decode[index], excuse.decode, { check: "decode", language });
      this.count(counts[valid ? "encode" : "refusal"], result, result.encode[index], excuse.encode, { check: "encode", language });
    });
    result.matrix?.forEach((row, a) =>
      row.forEach((judgement, b) => {
        // What follows from an expected failure of either side is expected too.
        const reason = excuses[a]?.encode ?? excuses[b]?.decode;
        const sides = { check: "matrix", language: this.languages[b] as Language, encoder: this.languages[a] as Language } as const;
        this.count(type.pairs[a]?.[b] as Count, result, judgement, reason, sides);
      }),
    );
  }

  problem(problem: Problem): void {
    this.problems.push(problem);
    this.counted.failed++;
  }

  /** Types in order of their first result. */
  typeResults(): TypeResult[] {
    return [...this.types.values()];
  }

  /** The matrix over all types. */
  pairs(): Count[][] {
    const pairs = square(this.languages.length);
    for (const type of this.types.values()) type.pairs.forEach((row, a) => row.forEach((count, b) => addCount(pairs[a]?.[b] as Count, count)));
    return pairs;
  }

  private count(count: Count, { vector }: VectorResult, judgement: Judgement | undefined, reason: string | undefined, what: Pick<Failure, "check" | "language" | "encoder">): void {
    if (judgement === undefined) return;
    const outcome = judgement === null ? "passed" : reason === undefined ? "failed" : "expected";
    count[outcome]++;
    this.counted[outcome]++;
    if (judgement === null) return;
    this.failures.push({ type: vector.type, name: vector.name, ...what, wrong: judgement, ...(reason === undefined ? {} : { reason }) });
  }

  /** Matches a language's expected failures of this vector with its own; one that does not come true is a problem. */
  private excuse(language: Language, { vector, decode, encode }: VectorResult, index: number): Excuse {
    const excuse: Excuse = {};
    for (const entry of this.expected.for(language, vector)) {
      const fits = (judgement: Judgement | undefined): judgement is Wrong => judgement?.mismatch === entry.mismatch;
      const decodes = fits(decode[index]);
      const encodes = fits(encode[index]);
      if (decodes) excuse.decode = entry.reason;
      if (encodes) excuse.encode = entry.reason;
      if (!decodes && !encodes) this.problem({ language, text: notAsExpected(vector, entry.mismatch, entry.reason) });
    }
    return excuse;
  }

  private typeResult(type: string): TypeResult {
    let result = this.types.get(type);
    if (!result) {
      result = { type, vectors: 0, languages: this.languages.map(noColumns), pairs: square(this.languages.length) };
      this.types.set(type, result);
    }
    return result;
  }
}

/** Why a language's failures of one vector are expected, if they are. */
interface Excuse {
  decode?: string;
  encode?: string;
}

function notAsExpected(vector: Vector, mismatch: string, reason: string): string {
  return `${vectorId(vector)} is on the list of expected failures (${mismatch}: ${reason}), but it does not fail so: take it off the list`;
}

function noColumns(): Record<Column, Count> {
  return Object.fromEntries(columns.map((column) => [column, noCount()])) as Record<Column, Count>;
}

function square(size: number): Count[][] {
  return Array.from({ length: size }, () => Array.from({ length: size }, noCount));
}
