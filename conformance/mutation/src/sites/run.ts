/** Weaves every mutant of a language's code into one package, builds it once, and puts each on trial by switching it on. */
import type { CodecModel } from "../../../../generator/dist/codec/model.js";
import type { Vector } from "../../../runner/dist/vectors/model.js";
import { put } from "../packages/put.js";
import { BuildFailure, printed } from "../packages/package.js";
import type { Kill } from "../trial/trial.js";
import type { Bench, Progress } from "../universe/run.js";
import { judge } from "./judge.js";
import { reachedBy, type Reached } from "./reached.js";
import { weave, type SiteMutant } from "./sites.js";
import type { Syntax } from "./syntax.js";

export interface SiteSubject {
  model: CodecModel;
  vectors: ReadonlyMap<string, Vector[]>;
}

/** Null: it answered every vector rightly. */
export type SiteOutcome = { kill: Kill | null } | { stillborn: string };

/** Peers under way at once. */
const WIDTH = 2;

/** `wanted` chooses among the mutants; all are woven in. It is asked again when it is known which ones compile. */
export async function runSites(subject: SiteSubject, bench: Bench, syntax: Syntax, wanted: (mutants: SiteMutant[]) => SiteMutant[], progress: Progress<SiteMutant, SiteOutcome>): Promise<Map<SiteMutant, SiteOutcome>> {
  const outcomes = new Map<SiteMutant, SiteOutcome>();
  if (wanted(weave(syntax, printed(bench.packager, bench.backend, subject.model, subject.model)).mutants).length === 0) return outcomes;
  const { mutants, stillborn } = await buildWoven(subject.model, bench, syntax);
  for (const [mutant, reason] of stillborn) outcomes.set(mutant, { stillborn: reason });
  const all = [...subject.vectors.values()].flat();
  const command = bench.packager.command(bench.folder, subject.model.spec);
  const unchanged = await judge(command, 0, all);
  if (unchanged !== null) throw new Error(`with no mutant switched on, ${bench.backend.language} fails ${unchanged.vector} (${unchanged.how})`);
  const reached: Reached = syntax.records ? await reachedBy(command, subject.vectors) : () => true;
  const queue = wanted(mutants);
  const total = queue.length;
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { id, number, path } = next;
      const kill = await judge(command, number, inOrder(subject, path).filter((vector) => reached(number, vector))).catch((cause: unknown) => {
        throw new Error(`${id}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
      });
      outcomes.set(next, { kill });
      progress(total - queue.length, total, outcomes);
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, worker));
  return outcomes;
}

/** Messages of the module that the file is for come first; of the others, a few vectors of each in turn. */
function inOrder({ vectors }: SiteSubject, path: string): Vector[] {
  const own = (type: string): boolean => path.includes("generated") && path.includes(type.slice(0, type.lastIndexOf(".")).split(".").at(-1)!);
  const lists = [...vectors].sort(([a], [b]) => Number(own(b)) - Number(own(a)));
  const first = lists.filter(([type]) => own(type)).map(([, list]) => list);
  const rest = lists.filter(([type]) => !own(type)).map(([, list]) => list);
  return [...inTurn(first), ...inTurn(rest)];
}

function inTurn(lists: readonly Vector[][]): Vector[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list.slice(index, index + 1))).flat();
}

/** Mutants on lines that the compiler complains of are left out, and the rest is woven again. */
async function buildWoven(model: CodecModel, { backend, packager, folder }: Bench, syntax: Syntax): Promise<{ mutants: SiteMutant[]; stillborn: Map<SiteMutant, string> }> {
  const files = printed(packager, backend, model, model);
  const stillborn = new Map<SiteMutant, string>();
  for (;;) {
    const leaveOut = new Set([...stillborn.keys()].map(({ id }) => id));
    const woven = weave(syntax, files, leaveOut);
    put(folder, woven.files);
    try {
      await packager.build(folder, model.spec, "often");
      return { mutants: woven.mutants, stillborn };
    } catch (error) {
      if (!(error instanceof BuildFailure)) throw error;
      const blamed = woven.mutants.filter((mutant) => names(error.message, mutant));
      if (blamed.length === 0) throw error;
      for (const mutant of blamed) stillborn.set(mutant, reasonFor(error.message, mutant));
    }
  }
}

/** Compilers say `path:line:column`; Cargo's paths may be relative to the crate. */
const placeOf = ({ path, line }: SiteMutant): string => `${path.split("/").slice(-2).join("/")}:${line}:`;
const names = (message: string, mutant: SiteMutant): boolean => message.includes(placeOf(mutant));
const reasonFor = (message: string, mutant: SiteMutant): string => message.split("\n").find((line) => line.includes(placeOf(mutant)))!.trim();
