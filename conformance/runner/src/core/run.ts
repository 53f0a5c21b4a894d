/** A whole run: start the peers, compare their hellos, put every vector to them, and add up. */
import { PeerClient, type ClientOptions } from "../peers/client.js";
import { findPeer, type Language } from "../peers/find.js";
import type { Vector } from "../vectors/model.js";
import { examine, type Peer, type VectorResult } from "./examine.js";
import type { ExpectedFailures } from "./expected.js";
import { agreedSpec, checkHellos, type HelloFacts } from "./hello.js";
import type { Count, LanguageResult, RunResult } from "./results.js";
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
  const seats = await Promise.all(plan.languages.map((language) => seat(language, plan, events)));
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

  await Promise.all(seats.map(({ client }) => client?.close()));
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

/** One language's place in the run; a peer that is missing answers everything with that. */
interface Seat {
  result: LanguageResult;
  peer: Peer;
  client: PeerClient | null;
  problems(): string[];
}

async function seat(language: Language, plan: RunPlan, events: RunEvents): Promise<Seat> {
  const found = findPeer(plan.peers, language);
  if ("missing" in found) {
    const result = { language, hello: found };
    events.greeted(result);
    return { result, client: null, peer: absent(language), problems: () => [found.missing] };
  }
  const client = new PeerClient(found.command, plan.client);
  const hello = await client.start();
  const result: LanguageResult = { language, hello: typeof hello === "string" ? { missing: hello } : hello };
  events.greeted(result);
  const problems = (): string[] => client.problems;
  if (typeof hello === "string") return { result, client, peer: absent(language), problems };
  const types = new Set(hello.types);
  const peer: Peer = { language, knows: (type) => types.has(type), request: (request) => client.request(request) };
  return { result, client, peer, problems };
}

/** It cannot be asked, so no type is missing: everything fails for the same reason. */
function absent(language: Language): Peer {
  return { language, knows: () => true, request: () => Promise.resolve({ fault: { kind: "gone", detail: "the peer is not there" } }) };
}

async function forEachConcurrently<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  const iterator = items[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (let next = iterator.next(); !next.done; next = iterator.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
}
