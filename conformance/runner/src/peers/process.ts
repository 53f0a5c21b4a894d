/** One run of a peer's program: lines in, lines out, and how it ended. Knows nothing of what the lines say. */
import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { dirname } from "node:path";
import { LineSplitter } from "./lines.js";

/** As much of standard error as is worth showing. */
const stderrTail = 4096;

/** After the program ended, its output may still be held open by a child of its own. */
const closeGraceMs = 1000;

export interface ProcessEvents {
  line(line: string): void;
  tooLong(): void;
  /** Called once, after the last line. `how` reads like "exit status 3" or "signal SIGSEGV". */
  ended(how: string, clean: boolean): void;
}

export class PeerProcess {
  private readonly child: ChildProcessWithoutNullStreams;
  private stderr = "";
  private over = false;

  constructor(command: string, events: ProcessEvents, env: Record<string, string> = {}) {
    // A process group of its own: `run` may be a script whose child is the peer, and both must go when it hangs.
    this.child = spawn(command, [], { cwd: dirname(command), env: { ...process.env, ...env }, stdio: ["pipe", "pipe", "pipe"], detached: true });
    const lines = new LineSplitter((line) => this.over || events.line(line), () => this.over || events.tooLong());
    this.child.stdout.on("data", (chunk: Buffer) => lines.push(chunk));
    this.child.stderr.on("data", (chunk: Buffer) => {
      this.stderr = (this.stderr + chunk.toString("utf8")).slice(-stderrTail);
    });
    // A broken pipe is only the sign of an end that is reported below.
    this.child.stdin.on("error", () => undefined);
    const finish = (how: string, clean: boolean): void => {
      if (this.over) return;
      lines.end();
      // Whoever heard the last line may have ended it for that.
      if (this.over) return;
      this.over = true;
      running.delete(this);
      if (!clean) this.killGroup();
      events.ended(how, clean);
    };
    this.child.on("error", (error) => finish(error.message, false));
    this.child.on("exit", (code, signal) => {
      const how = signal === null ? `exit status ${code}` : `signal ${signal}`;
      this.child.once("close", () => finish(how, code === 0));
      setTimeout(() => finish(how, code === 0), closeGraceMs).unref();
    });
    running.add(this);
  }

  /** What it said last on standard error, without trailing white space. */
  get lastWords(): string {
    return this.stderr.trimEnd();
  }

  write(text: string): void {
    this.child.stdin.write(text);
  }

  endInput(): void {
    this.child.stdin.end();
  }

  /** Ends it and its children at once. No event follows. */
  kill(): void {
    if (!this.over) this.killGroup();
    this.over = true;
    running.delete(this);
    this.child.stdin.destroy();
    this.child.stdout.destroy();
    this.child.stderr.destroy();
  }

  killGroup(): void {
    if (this.child.pid === undefined) return;
    try {
      process.kill(-this.child.pid, "SIGKILL");
    } catch {
      // It is gone already.
    }
  }
}

/** Peers stand in groups of their own, so they do not go with the runner unless it takes them along. */
const running = new Set<PeerProcess>();
process.on("exit", () => {
  for (const peer of running) peer.killGroup();
});
