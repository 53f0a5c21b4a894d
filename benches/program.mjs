/** Runs the programs that benches are made of. */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** Runs a program to its end; each line of its output goes to `onLine`, or is shown. `settings` are those of `spawn`. */
export async function run(name, command, args, onLine = (line) => console.log(`${name}: ${line}`), settings = {}) {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"], ...settings });
  const ended = new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => (code === 0 ? resolve() : reject(new Error(`${name} ended with ${code === null ? signal : `status ${code}`}`))));
  });
  // Waited for below; a program that cannot be started ends its output at once.
  ended.catch(() => {});
  for await (const line of createInterface({ input: child.stdout })) onLine(line);
  await ended;
}
