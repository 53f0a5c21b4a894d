/** Carries out a run's tasks, side by side where the machine can. */
import { availableParallelism } from "node:os";
import type { Backend, Language } from "../../backends/backend.js";
import type { Change } from "../output.js";
import type { Sound } from "../pipeline.js";
import { say, duration } from "../terminal.js";
import { tasksOf, type GenerateOptions, type Made } from "./tasks.js";
import { Worker } from "./worker.js";

/** Roughly how the time for a spec is shared between its tasks, so that workers finish together. */
const WEIGHTS: Readonly<Record<string, number>> = { typescript: 5, c: 4, go: 4, rust: 3, python: 3, catalogue: 2 };

export class Crew {
  private readonly workers: Worker[];

  private constructor(
    private readonly spec: string,
    private readonly options: GenerateOptions,
    private readonly backends: readonly Backend[],
  ) {
    // One language is as fast here; each worker loads what it needs while the spec is being read.
    const count = backends.length < 2 ? 0 : Math.min(backends.length, availableParallelism());
    this.workers = count < 2 ? [] : Array.from({ length: count }, () => new Worker());
    for (const [worker, names] of this.shares(backends.map(({ language }) => language))) worker.prepare(names as Language[]);
  }

  /** `before`, if it is a crew for the same languages. */
  static for(spec: string, options: GenerateOptions, backends: readonly Backend[], before?: Crew): Crew {
    if (before && before.backends.length === backends.length && before.backends.every((backend, at) => backend === backends[at]) && before.workers.every(({ alive }) => alive)) return before;
    void before?.leave();
    return new Crew(spec, options, backends);
  }

  /** Generates everything, writes what differs, and says so in the order of the tasks. Throws what the first of them throws. */
  async emit(sound: Sound): Promise<Change[]> {
    const { spec, options } = this;
    const tasks = tasksOf(spec, options, this.backends, sound);
    const made = new Map<string, Promise<Made>>();
    for (const [worker, names] of this.shares(tasks.map(({ name }) => name))) for (const [name, result] of worker.run({ spec, options, sound, names })) made.set(name, result);
    const settled = Promise.allSettled(made.values());
    try {
      const changes: Change[] = [];
      for (const { name, run } of tasks) {
        const one = (await made.get(name)) ?? run();
        tell(name, one, options.check ?? false);
        changes.push(...one.changes);
      }
      return changes;
    } finally {
      // Also after a failure, nothing is written any more once this has ended.
      await settled;
    }
  }

  /** Ends the workers. */
  async leave(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.end()));
  }

  /** The same tasks to the same worker each time, which has loaded what they need; the heaviest first, each to the worker with the least. */
  private shares(names: readonly string[]): Map<Worker, string[]> {
    const shares = new Map(this.workers.map((worker) => [worker, { names: [] as string[], weight: 0 }]));
    const weight = (name: string): number => WEIGHTS[name] ?? 1;
    for (const name of [...names].sort((a, b) => weight(b) - weight(a))) {
      const [least] = [...shares.values()].sort((a, b) => a.weight - b.weight);
      least?.names.push(name);
      if (least) least.weight += weight(name);
    }
    return new Map([...shares].map(([worker, share]) => [worker, share.names]));
  }
}

function tell(name: string, { files, changes, ms }: Made, dry: boolean): void {
  if (files + changes.length === 0) return;
  say(`${name.padEnd(10)} ${String(files).padStart(4)} files, ${changes.length === 0 ? "unchanged" : `${changes.length} ${dry ? "differ" : "written"}`} (${duration(ms)})`);
}
