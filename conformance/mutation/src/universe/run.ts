/** Builds the mutants of a spec in one language, program by program, and puts each on trial. */
import type { CodecModel } from "../../../../generator/dist/codec/model.js";
import type { Backend } from "../../../../generator/dist/backends/backend.js";
import type { TypeId } from "../../../../generator/dist/ir/model.js";
import { PeerClient } from "../../../runner/dist/peers/client.js";
import type { Vector } from "../../../runner/dist/vectors/model.js";
import { SIDES, type SpecMutant } from "../mutants/mutant.js";
import { put } from "../packages/put.js";
import { BuildFailure, printed, type Packager } from "../packages/package.js";
import { PATIENCE } from "../trial/patience.js";
import { trial, type Ask, type Verdict } from "../trial/trial.js";
import { tellingFirst } from "../trial/vectors.js";
import { batches } from "./batches.js";
import { composite, type Composite, type Seed } from "./composite.js";
import type { Reach } from "./reach.js";

export interface Subject {
  model: CodecModel;
  reach: Reach;
  vectors: ReadonlyMap<TypeId, Vector[]>;
}

export interface Bench {
  backend: Backend;
  packager: Packager;
  /** Where packages are written; objects in it are used again. */
  folder: string;
}

/** A verdict, or why the mutant never ran. */
export type Outcome = { verdict: Verdict; message: TypeId } | { stillborn: string };

/** `so far`: what has been found out, to be looked at and not changed. */
export interface Progress<Mutant, Found> {
  (done: number, of: number, soFar: ReadonlyMap<Mutant, Found>): void;
}

/** Nothing is changed in it: if its copy of a message fails a vector, the copying is at fault. */
const CONTROL = "control";
const control = (type: TypeId): SpecMutant => ({ id: `control ${type}`, operator: CONTROL, place: "", level: "spec", type, family: "fixed", edits: [], sides: SIDES });

export async function runMutants(subject: Subject, bench: Bench, mutants: readonly SpecMutant[], progress: Progress<SpecMutant, Outcome>): Promise<Map<SpecMutant, Outcome>> {
  const outcomes = new Map<SpecMutant, Outcome>();
  const places = new Map(mutants.map((mutant) => [mutant, subject.reach.rootsOf(mutant.type, mutant.family)]));
  // First in the smallest message that shows the mutant; survivors in the others as well.
  const first = mutants.map((mutant) => ({ mutant, root: places.get(mutant)![0]! }));
  // Before them, so that nothing is tried for long against vectors that even unchanged code fails.
  const controls = [...new Set(first.map(({ root }) => root))].map((root) => ({ mutant: control(root), root }));
  let done = 0;
  const settle = (seeds: readonly Seed[]) => runSeeds(subject, bench, seeds, outcomes, () => progress(Math.min(++done, mutants.length), mutants.length, outcomes));
  await settle([...controls, ...first]);
  for (let round = 1; ; round++) {
    const again = mutants.filter((mutant) => survives(mutant, outcomes.get(mutant)!) && places.get(mutant)![round] !== undefined);
    if (again.length === 0) return outcomes;
    await settle(again.map((mutant) => ({ mutant, root: places.get(mutant)![round]! })));
  }
}

/** Controls have no outcome: they pass, or nothing that is found out has a meaning. */
function settleControl({ backend }: Bench, { type }: SpecMutant, outcome: Outcome): void {
  if ("stillborn" in outcome || Object.keys(outcome.verdict).length > 0) throw new Error(`an unchanged copy of ${type} fails in ${backend.language}: ${JSON.stringify(outcome)}`);
}

const survives = ({ sides }: SpecMutant, outcome: Outcome): boolean => "verdict" in outcome && sides.some((side) => outcome.verdict[side] === undefined);

async function runSeeds(subject: Subject, bench: Bench, seeds: readonly Seed[], outcomes: Map<SpecMutant, Outcome>, tick: () => void): Promise<void> {
  for (const batch of batches(seeds, subject.reach)) {
    const alive = await build(subject, bench, batch, (seed, reason) => {
      if (seed.mutant.operator === CONTROL) return settleControl(bench, seed.mutant, { stillborn: reason });
      outcomes.set(seed.mutant, { stillborn: reason });
      tick();
    });
    if (alive.planted.length === 0) continue;
    const client = new PeerClient(bench.packager.command(bench.folder, subject.model.spec), PATIENCE());
    const hello = await client.start();
    if (typeof hello === "string") throw new Error(`${bench.backend.language}: ${hello}`);
    // The same program holds the message without a mutant, too.
    const ask: Ask = (request) => client.request(request);
    for (const planted of alive.planted) {
      const verdict = await trial({ ask, type: planted.type, control: ask }, tellingFirst(subject.vectors.get(planted.root) ?? [], planted.mutant.place), (found) => planted.mutant.sides.every((side) => found[side]));
      if (planted.mutant.operator === CONTROL) {
        settleControl(bench, planted.mutant, { verdict, message: planted.root });
        continue;
      }
      const before = outcomes.get(planted.mutant);
      outcomes.set(planted.mutant, { verdict: { ...(before && "verdict" in before ? before.verdict : {}), ...verdict }, message: planted.root });
      tick();
    }
    await client.close();
  }
}

/** Leaves out, one round at a time, the mutants whose code the compiler (or the back end itself) refuses. */
async function build(subject: Subject, bench: Bench, batch: readonly Seed[], stillborn: (seed: Seed, reason: string) => void): Promise<Composite> {
  let seeds = [...batch];
  while (seeds.length > 0) {
    const made = print(subject, bench, seeds);
    const failed = made instanceof Error ? made : await compile(subject, bench);
    if (failed === null && !(made instanceof Error)) return made;
    const blamed = blame(failed as Error, seeds.length);
    if (blamed.size === 0) {
      if (seeds.length === 1) blamed.add(0);
      else {
        // Nobody is named: the halves are tried by themselves.
        const half = seeds.length >> 1;
        const parts = [seeds.slice(0, half), seeds.slice(half)];
        const kept: Seed[] = [];
        for (const part of parts) kept.push(...(await build(subject, bench, part, stillborn)).planted.map(({ mutant, root }) => ({ mutant, root })));
        seeds = kept;
        continue;
      }
    }
    for (const index of blamed) stillborn(seeds[index]!, firstLine(failed as Error));
    seeds = seeds.filter((_, index) => !blamed.has(index));
  }
  return { model: subject.model, planted: [] };
}

function print({ model, reach }: Subject, { backend, packager, folder }: Bench, seeds: readonly Seed[]): Composite | Error {
  try {
    const made = composite(model.spec, reach, seeds);
    put(folder, printed(packager, backend, made.model, model));
    return made;
  } catch (error) {
    return error as Error;
  }
}

async function compile({ model }: Subject, { packager, folder }: Bench): Promise<BuildFailure | null> {
  try {
    await packager.build(folder, model.spec, "once");
    return null;
  } catch (error) {
    if (error instanceof BuildFailure) return error;
    throw error;
  }
}

/** The mutants whose modules the message names. */
function blame({ message }: Error, count: number): Set<number> {
  const named = [...message.matchAll(/mutant_?(\d+)[_./\\]/gi)].map(([, index]) => Number(index));
  return new Set(named.filter((index) => index < count));
}

const firstLine = ({ message }: Error): string => message.split("\n").find((line) => /error/i.test(line)) ?? message.split("\n")[0] ?? "";
