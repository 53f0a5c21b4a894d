import { spawn } from "node:child_process";

/** A `meshwright watch`, line by line. Its death, and silence, are errors that show what it said. */
export class Watching {
  #child;
  #patienceMs;
  #lines = [];
  #rest = "";
  #said = "";
  #died;
  #wake = () => {};

  constructor(args, patienceMs) {
    this.#patienceMs = patienceMs;
    this.#child = spawn(process.execPath, args);
    for (const stream of [this.#child.stdout, this.#child.stderr]) stream.setEncoding("utf8").on("data", (text) => (this.#said += text));
    this.#child.stdout.on("data", (text) => {
      const lines = (this.#rest + text).split("\n");
      this.#rest = lines.pop();
      this.#lines.push(...lines);
      this.#wake();
    });
    this.#child.on("close", (code, signal) => {
      this.#died = `it ended with ${signal ?? code}`;
      this.#wake();
    });
  }

  /** Resolves at the next line that begins so. */
  async until(beginning) {
    const patience = setTimeout(() => ((this.#died = `nothing for ${this.#patienceMs / 1000} s`), this.#wake()), this.#patienceMs);
    try {
      for (;;) {
        while (this.#lines.length > 0) if (this.#lines.shift().startsWith(beginning)) return;
        if (this.#died) throw new Error(`meshwright watch did not say "${beginning}": ${this.#died}. It said:\n${this.#said}`);
        await new Promise((resolve) => (this.#wake = resolve));
      }
    } finally {
      clearTimeout(patience);
    }
  }

  stop() {
    this.#child.kill("SIGKILL");
  }
}
