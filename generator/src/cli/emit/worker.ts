/** A thread that carries out some of the tasks. */
import { Worker as Thread } from "node:worker_threads";
import type { Language } from "../../backends/backend.js";
import type { Sound } from "../pipeline.js";
import type { GenerateOptions, Made } from "./tasks.js";

/** Some of the tasks of a run. */
export interface Order {
  spec: string;
  options: GenerateOptions;
  sound: Sound;
  names: string[];
}

/** What a thread is sent. */
export type Message = { load: Language[] } | { order: Order };

/** What it answers for each task of an order. */
export type Answer = { name: string } & ({ made: Made } | { error: string });

interface Waiting {
  resolve(made: Made): void;
  reject(error: Error): void;
}

/** Text is put together from many short pieces; with room for those of a language, little of it is looked at twice by the garbage collector. */
const YOUNG_MIB = 128;

export class Worker {
  private readonly thread = new Thread(new URL("./thread.js", import.meta.url), { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB } });
  private readonly waiting = new Map<string, Waiting>();
  /** Why the thread ended, after which it answers nothing. */
  private ended: Error | undefined;

  constructor() {
    this.thread.on("message", (answer: Answer) => {
      const waiting = this.waiting.get(answer.name)!;
      this.waiting.delete(answer.name);
      if ("made" in answer) waiting.resolve(answer.made);
      else waiting.reject(new Error(answer.error));
    });
    this.thread.on("error", (error: Error) => this.fail(error));
    this.thread.on("exit", () => this.fail(new Error("a worker thread ended before its work")));
  }

  get alive(): boolean {
    return this.ended === undefined;
  }

  /** Loads back ends ahead of the first order. */
  prepare(languages: Language[]): void {
    this.send({ load: languages });
  }

  /** The results by task. */
  run(order: Order): Map<string, Promise<Made>> {
    const results = new Map(order.names.map((name) => [name, new Promise<Made>((resolve, reject) => this.waiting.set(name, { resolve, reject }))]));
    if (this.ended) this.fail(this.ended);
    else this.send({ order });
    return results;
  }

  async end(): Promise<void> {
    await this.thread.terminate();
  }

  private send(message: Message): void {
    this.thread.postMessage(message);
  }

  private fail(error: Error): void {
    this.ended ??= error;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
