/** Steps with names, times, logs, and what each needs of the others. */
import { availableParallelism } from "node:os";
import { Log, StepFailure } from "./command.mjs";
import { bold, dim, duration, green, isTerminal, red, StatusLine, yellow } from "./terminal.mjs";

/** How often a long step says that it is still at it, where no line can change in place. */
const heartbeatMs = 20_000;

export class Steps {
  /** In the order in which they were declared. `outcome`: passed, failed, or not run because of another. */
  results = [];
  #ended = new Set();
  #status = new StatusLine();
  #running = new Map();
  #started = performance.now();

  /**
   * Runs one step: `work(log)` may run commands, may return a short note, and throws to fail. `needs`: names of steps without
   * which there is no point in it. Resolves to whether it passed.
   */
  async run(name, work, { needs = [] } = {}) {
    const result = { name, outcome: "failed", milliseconds: 0, note: "" };
    this.results.push(result);
    const missing = needs.find((need) => this.results.some((other) => other.name === need && other.outcome !== "passed"));
    if (missing !== undefined) {
      result.outcome = "not run";
      result.note = `needs: ${missing}`;
      this.#ended.add(name);
      this.#status.print(`${yellow("–")} ${name} ${dim(`not run, it needs: ${missing}`)}`);
      return false;
    }
    const log = new Log(name);
    const start = performance.now();
    this.#begin(name, start);
    try {
      result.note = (await work(log)) ?? "";
      result.outcome = "passed";
    } catch (error) {
      result.note = error instanceof StepFailure ? error.message : String(error?.stack ?? error);
    } finally {
      log.close();
      this.#ended.add(name);
      this.#end(name);
      result.milliseconds = performance.now() - start;
    }
    this.#print(result, log);
    return result.outcome === "passed";
  }

  /**
   * Runs `[name, work, options]` side by side: whenever there is room, the first in the list that waits for nothing. A step waits for the
   * end of those that it needs, and of those that it only comes after: `after`, names again. Resolves to whether all passed.
   */
  async runAll(steps, width = availableParallelism()) {
    const waiting = [...steps];
    const running = new Set();
    const passed = [];
    while (waiting.length > 0 || running.size > 0) {
      const next = running.size < width ? waiting.findIndex(([, , options]) => this.#mayStart(options)) : -1;
      if (next >= 0) {
        const run = this.run(...waiting.splice(next, 1)[0]).then((outcome) => void (passed.push(outcome), running.delete(run)));
        running.add(run);
      } else if (running.size > 0) await Promise.race(running);
      else throw new Error(`these wait for steps that never end: ${waiting.map(([name]) => name).join(", ")}`);
    }
    return passed.every(Boolean);
  }

  #mayStart({ needs = [], after = [] } = {}) {
    return [...needs, ...after].every((name) => this.#ended.has(name));
  }

  get allPassed() {
    return this.results.every(({ outcome }) => outcome === "passed");
  }

  get elapsed() {
    return performance.now() - this.#started;
  }

  /** A line an outcome, with times. */
  summary() {
    const width = Math.max(...this.results.map(({ name }) => name.length));
    const lines = this.results.map(({ name, outcome, milliseconds, note }) => {
      const mark = { passed: green("✓"), failed: red("✗"), "not run": yellow("–") }[outcome];
      return `${mark} ${name.padEnd(width)}  ${duration(milliseconds).padStart(12)}  ${dim(outcome === "passed" ? note : `${outcome}: ${note.split("\n")[0]}`)}`.trimEnd();
    });
    return `${bold("Summary")}\n${lines.join("\n")}\n${dim(`in all ${duration(this.elapsed)}`)}`;
  }

  #begin(name, start) {
    const beat = isTerminal
      ? setInterval(() => this.#showStatus(), 200)
      : setInterval(() => this.#status.print(`  … ${name}, ${duration(performance.now() - start)}`), heartbeatMs);
    if (!isTerminal) this.#status.print(`→ ${name}`);
    this.#running.set(name, { start, beat });
    this.#showStatus();
  }

  #end(name) {
    clearInterval(this.#running.get(name)?.beat);
    this.#running.delete(name);
    if (this.#running.size === 0) this.#status.clear();
    else this.#showStatus();
  }

  #showStatus() {
    const now = performance.now();
    this.#status.set([...this.#running].map(([name, { start }]) => `${name} ${duration(now - start)}`).join(" · "));
  }

  #print({ name, outcome, milliseconds, note }, log) {
    const took = dim(duration(milliseconds));
    if (outcome === "passed") return this.#status.print(`${green("✓")} ${name} ${took}${note ? ` ${dim(note)}` : ""}`);
    const printed = log.tail;
    const tail = printed === "" ? "" : `\n${indent(printed)}\n  ${dim(`the whole log: ${log.shownPath}`)}`;
    this.#status.print(`${red("✗")} ${bold(name)} ${took}: ${note}${tail}`);
  }
}

function indent(text) {
  return text.replace(/^/gm, "  │ ");
}
