/** Says how far a run is: one line that changes on a terminal, a plain line every few seconds elsewhere. */
import type { Count } from "../core/results.js";
import { number } from "./text.js";

const terminalIntervalMs = 100;
const plainIntervalMs = 5000;

export class Progress {
  private readonly terminal = process.stdout.isTTY === true;
  private readonly start = performance.now();
  private lastShown = performance.now();
  private lineOpen = false;

  constructor(
    private readonly total: number,
    private readonly what = "vectors",
  ) {}

  update(done: number, checks: Readonly<Count>): void {
    const now = performance.now();
    if (now - this.lastShown < (this.terminal ? terminalIntervalMs : plainIntervalMs)) return;
    this.lastShown = now;
    const line = `${number(done)} of ${number(this.total)} ${this.what}, ${number(checks.passed)} checks passed, ${number(checks.failed)} failed, ${Math.round((now - this.start) / 1000)} s`;
    if (this.terminal) {
      process.stdout.write(`\r\u001b[2K${line}`);
      this.lineOpen = true;
    } else {
      console.log(`  ${line}`);
    }
  }

  /** Clears the changing line. */
  end(): void {
    if (this.lineOpen) process.stdout.write("\r\u001b[2K");
    this.lineOpen = false;
  }
}
