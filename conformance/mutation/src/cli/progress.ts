/** A line that changes on a terminal; elsewhere, one now and then. */
const EVERY_MS = 15_000;

export class ProgressLine {
  private shownAt = performance.now();
  private readonly terminal = process.stderr.isTTY === true;

  constructor(private readonly what: string) {}

  show(done: number, of: number): void {
    const now = performance.now();
    if (this.terminal) process.stderr.write(`\r\u001b[2K${this.what}: ${done} of ${of}`);
    else if (now - this.shownAt > EVERY_MS) {
      this.shownAt = now;
      process.stderr.write(`  … ${this.what}: ${done} of ${of}\n`);
    }
  }

  clear(): void {
    if (this.terminal) process.stderr.write("\r\u001b[2K");
  }
}
