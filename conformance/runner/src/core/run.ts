/** A whole run: start the peers, compare their hellos, put every vector to them, and add up. */
import type { ClientOptions } from "../peers/client.js";
import type { Language } from "../peers/find.js";
import type { Vector } from "../vectors/model.js";
import { forEachConcurrently } from "./concurrently.js";
import { examine, type VectorResult } from "./examine.js";
import type { ExpectedFailures } from "./expected.js";
import { agreedSpec, checkHellos, type HelloFacts } from "./hello.js";
import type { Count, LanguageResult, RunResult } from "./results.js";
import { seat } from "./seat.js";
import { Tally } from "./tally.js";

export interface RunPlan {
  languages: readonly Language[];
  /** The folder that holds the peers. */
  peers: string;
  vectors: readonly Vector[];
  /** The hash of the spec that the peers must be built from, if that is known. */
  spec?: string | undefined;
  expected: ExpectedFailures;
  /** All vectors there are, not a selection. */
  wholeRun: boolean;
  client: ClientOptions;
}

export interface RunEvents {
  /** A peer said hello, or why it could not. */
  greeted(language: LanguageResult): void;
  /** After each vector. `checks` is live. */
  examined(done: number, checks: Readonly<Count>, result: VectorResult): void;
}

/** Vectors under way at once: enough that the slowest peer never waits for the others. */
const concurrentVectors = 192;

export async function run(plan: RunPlan, events: RunEvents): Promise<RunResult> {
  const startedAt = new Date();
  const start = performance.now();
  const tally = new Tally(plan.languages, plan.expected);
  const seats = await Promise.all(
    plan.languages.map(async (language) => {
      const taken = await seat(language, plan.peers, plan.client);
      events.greeted(taken.result);
      return taken;
    }),
  );
  const languages = seats.map(({ result }) => result);
  const facts: HelloFacts = { languages, vectorTypes: new Set(plan.vectors.map((vector) => vector.type)), wholeRun: plan.wholeRun, spec: plan.spec };
  for (const problem of checkHellos(facts)) tally.problem(problem);

  let done = 0;
  const peers = seats.map(({ peer }) => peer);
  await forEachConcurrently(plan.vectors, concurrentVectors, async (vector) => {
    const result = await examine(vector, peers);
    tally.add(result);
    events.examined(++done, tally.checks, result);
  });

  await Promise.all(seats.map(({ close }) => close()));
  for (const { result, problems } of seats) for (const text of problems()) tally.problem({ language: result.language, text });
  if (plan.wholeRun) {
    for (const { language, vector } of plan.expected.unused(plan.languages)) tally.problem({ language, text: `expected failure ${vector} names no vector: take it off the list` });
  }
  return {
    languages,
    spec: agreedSpec(facts),
    types: tally.typeResults().sort((a, b) => (a.type < b.type ? -1 : 1)),
    pairs: tally.pairs(),
    failures: tally.failures,
    problems: tally.problems,
    total: { ...tally.checks },
    vectors: plan.vectors.length,
    startedAt: startedAt.toISOString(),
    seconds: (performance.now() - start) / 1000,
  };
}
