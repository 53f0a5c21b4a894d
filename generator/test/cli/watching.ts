/** A `meshwright watch` under test: a real process on a spec of its own. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
// From the same build as the process that is compared with it.
import { backendsFor } from "../../dist/cli/commands/generate.js";
import { tasksOf, type GenerateOptions } from "../../dist/cli/emit/tasks.js";
import { prepareOrExit } from "../../dist/cli/pipeline.js";

const CLI = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const WAIT_MS = 20_000;

/** Files below a folder, by path. */
export type Tree = Record<string, string>;

export class Watching {
  readonly folder = mkdtempSync(join(tmpdir(), "meshwright-watch-"));
  /** Standard output and error, as they came. */
  printed = "";
  /** Its exit code. */
  ended: Promise<number | null> = Promise.resolve(null);
  private child: ChildProcess | undefined;
  private wake = (): void => undefined;

  constructor() {
    this.write("spec/meshwright.json", JSON.stringify({ name: "watched", version: "1.0.0" }));
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  start(...options: string[]): void {
    const child = spawn(process.execPath, [CLI, "watch", join(this.folder, "spec"), ...options], { env: { ...process.env, NO_COLOR: "1" } });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (chunk: string) => ((this.printed += chunk), this.wake()));
    this.ended = new Promise((resolve) => child.on("close", (code) => (resolve(code), this.wake())));
  }

  /** Resolves when `text` has been printed `times` times from `from` on; rejects, with all that was printed, when that does not happen. */
  until(text: string, { from = 0, times = 1 } = {}): Promise<void> {
    return this.untilTrue(() => this.printed.slice(from).split(text).length > times, () => `"${text}" was not printed`);
  }

  /** Resolves when the generated files are those of a cold run. Asks again after every line, since edits may still be under way. */
  async untilAsCold(options: GenerateOptions): Promise<void> {
    const cold = await this.cold(options);
    const different = (): string[] => {
      const here = readTree(options.out!);
      return [...new Set([...Object.keys(here), ...Object.keys(cold)])].filter((path) => here[path] !== cold[path]);
    };
    await this.untilTrue(() => different().length === 0, () => `not as after a cold run: ${different().join(", ")}`);
  }

  /** What a process of its own makes, which remembers nothing. */
  generateApart(...options: string[]): Tree {
    const out = join(this.folder, "apart");
    const { status, stderr } = spawnSync(process.execPath, [CLI, "generate", join(this.folder, "spec"), "--out", out, ...options], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return readTree(out);
  }

  stop(): Promise<number | null> {
    this.child?.kill("SIGINT");
    return this.ended;
  }

  async remove(): Promise<void> {
    this.child?.kill("SIGKILL");
    await this.ended;
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async cold(options: GenerateOptions): Promise<Tree> {
    const spec = join(this.folder, "spec");
    const fresh = { ...options, out: mkdtempSync(join(this.folder, "cold-")) };
    for (const task of tasksOf(spec, fresh, await backendsFor(spec, fresh), prepareOrExit(spec))) task.run();
    return readTree(fresh.out);
  }

  private async untilTrue(isTrue: () => boolean, otherwise: () => string): Promise<void> {
    const deadline = Date.now() + WAIT_MS;
    while (!isTrue()) {
      const { exitCode } = this.child!;
      if (exitCode !== null || Date.now() > deadline) throw new Error(`${otherwise()}${exitCode === null ? ` within ${WAIT_MS} ms` : `; it ended with ${exitCode}`}:\n${this.printed}`);
      await new Promise<void>((resolve) => {
        this.wake = resolve;
        setTimeout(resolve, 100);
      });
    }
  }
}

export function readTree(folder: string): Tree {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length), textOf(path)]));
}

/** Nothing for a file that goes while others are read. */
function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
