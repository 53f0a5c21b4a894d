/** Runs other programs, their output in a log file. */
import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { logs, root } from "./paths.mjs";

const tailLines = 30;
/** The log has it in full. */
const longestCommand = 160;

/** A step failed in a way that its log explains. */
export class StepFailure extends Error {}

/** The log of one step: everything that its commands print. */
export class Log {
  constructor(name) {
    this.path = join(logs, `${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.log`);
    mkdirSync(dirname(this.path), { recursive: true });
    this.fd = openSync(this.path, "w");
  }

  write(text) {
    writeSync(this.fd, text);
  }

  close() {
    closeSync(this.fd);
  }

  get text() {
    return readFileSync(this.path, "utf8");
  }

  /** The last lines that say something. */
  get tail() {
    return this.text.trimEnd().split("\n").slice(-tailLines).join("\n");
  }

  get shownPath() {
    return relative(process.cwd(), this.path);
  }

  /** Runs a program to its end. One that fails fails the step. */
  async run(command, args = [], { cwd = root, env = {} } = {}) {
    const shown = [command, ...args].join(" ");
    this.write(`$ ${shown}\n`);
    const status = await new Promise((resolve) => {
      const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", this.fd, this.fd] });
      children.add(child);
      child.on("error", (error) => resolve(error.message));
      child.on("close", (code, signal) => {
        children.delete(child);
        resolve(code ?? signal);
      });
    });
    if (status === 0) return;
    const short = shown.length > longestCommand ? `${shown.slice(0, longestCommand)}…` : shown;
    throw new StepFailure(typeof status === "number" ? `${short} ended with status ${status}` : `${short}: ${status}`);
  }
}

/** What runs now goes when the script is interrupted. */
const children = new Set();
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
    process.exit(130);
  });
}
