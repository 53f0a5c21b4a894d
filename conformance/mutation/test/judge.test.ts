import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { Vector } from "../../runner/dist/vectors/model.js";
import { judge } from "../src/sites/judge.js";

/** Writes a number as its hex, and reads it so, but for the mutants. */
const PEER = `
const mutant = Number(process.env.MESHWRIGHT_MUTANT);
require("node:readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const { id, op, value, bytes } = JSON.parse(line);
  const answer = (content) => process.stdout.write(JSON.stringify({ id, ...content }) + "\\n");
  if (mutant === 1 && id >= 10) return process.stdout.write('{"id":null,"error":{"kind":"bad_request","message":"not JSON"}}\\n');
  if (op === "hello") return answer({ ok: { language: "c", version: "1", spec: "0", features: [], types: ["m.T"] } });
  if (mutant === 2 && bytes === "07") return answer({ ok: { value: 8 } });
  answer({ ok: op === "encode" ? { bytes: value.toString(16).padStart(2, "0") } : { value: Number.parseInt(bytes, 16) } });
});`;

const vectors = Array.from({ length: 100 }, (_, index): Vector => ({ type: "m.T", name: `v${index}`, value: index, bytes: index.toString(16).padStart(2, "0"), verdict: "valid", origin: "derived" }));

function command(): string {
  const folder = mkdtempSync(join(tmpdir(), "mutant-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "run");
  writeFileSync(join(folder, "peer.cjs"), PEER);
  writeFileSync(file, `#!/bin/sh\nexec '${process.execPath}' peer.cjs\n`);
  chmodSync(file, 0o755);
  return file;
}

it("finds nothing wrong with code without a mutant, and the vector that a mutant reads otherwise", async () => {
  const peer = command();
  expect(await judge(peer, 0, vectors)).toBeNull();
  expect(await judge(peer, 2, vectors)).toEqual({ vector: "v7", how: "value" });
});

it("kills a mutant whose peer reads no request any longer, a new start's hello neither", async () => {
  expect(await judge(command(), 1, vectors)).toEqual({ vector: "v4", how: "crash" });
});
