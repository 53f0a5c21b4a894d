/** Folders of vectors and of fake peers, made for one test and gone after it. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { ExpectedFailures, type ExpectedFailure } from "../../src/core/expected.js";
import type { RunResult } from "../../src/core/results.js";
import { run, type RunPlan } from "../../src/core/run.js";
import type { Language } from "../../src/peers/find.js";
import { loadVectors } from "../../src/vectors/load.js";
import type { Vector } from "../../src/vectors/model.js";

export interface FakeConfig {
  /** What its hello says it is; otherwise what its folder says. */
  language?: string;
  spec?: string;
  /** Types that its hello leaves out. */
  missing?: string[];
  onStart?: "exit" | "mute";
  /** Requests with this id or a greater one it cannot read. */
  deafFrom?: number;
  /** An exit status, or "stay" to outlive its input. */
  onEnd?: number | "stay";
  faults?: { op: "encode" | "decode"; vector: string; how: "crash" | "hang" | "garbage" | "half a line" | "twice" | "answer"; answer?: object }[];
}

const program = fileURLToPath(new URL("./peer.mjs", import.meta.url));

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "conformance-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export type StoredVector = Omit<Vector, "type" | "origin">;

export function writeVectors(folder: string, types: Record<string, StoredVector[]>): void {
  for (const [type, vectors] of Object.entries(types)) {
    const dot = type.lastIndexOf(".");
    const file = join(folder, type.slice(0, dot), `${type.slice(dot + 1)}.json`);
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, JSON.stringify(vectors.map((vector) => ({ origin: "derived", ...vector }))));
  }
}

export function writePeers(folder: string, vectors: string, configs: Partial<Record<Language, FakeConfig>>): void {
  for (const [language, config] of Object.entries(configs)) {
    mkdirSync(join(folder, language), { recursive: true });
    const file = join(folder, language, "run");
    const argument = JSON.stringify({ language, vectors, ...config }).replaceAll("'", "'\\''");
    writeFileSync(file, `#!/bin/sh\nexec '${process.execPath}' '${program}' '${argument}'\n`);
    chmodSync(file, 0o755);
  }
}

/** Two types: one with a value and its refusals, one of which only the bytes are known. */
export const sampleVectors: Record<string, StoredVector[]> = {
  "net.stream.Grant": [
    { name: "zero", value: { ack: "0" }, bytes: "00", verdict: "valid" },
    { name: "one", value: { ack: "1" }, bytes: "01", verdict: "valid" },
    { name: "two", value: { ack: "2" }, bytes: "02", verdict: "valid" },
    { name: "truncated", bytes: "", verdict: { kind: "truncated", offset: 0, path: "ack" } },
    { name: "too-large", value: { ack: "256" }, bytes: null, verdict: { kind: "out_of_range", path: "ack" }, direction: "encode" },
  ],
  "tool.Event": [{ name: "start", bytes: "7b7d", verdict: "valid" }],
};

export interface FakeRun {
  peers: Partial<Record<Language, FakeConfig>>;
  vectors?: Record<string, StoredVector[]>;
  expected?: (ExpectedFailure & { language: Language })[];
  client?: Partial<RunPlan["client"]>;
  plan?: Partial<RunPlan>;
}

/** A whole run against fake peers. Peers named here are asked, whether they exist or not. */
export async function fakeRun({ peers, vectors = sampleVectors, expected = [], client, plan }: FakeRun): Promise<RunResult> {
  const folder = temporaryFolder();
  writeVectors(join(folder, "vectors"), vectors);
  writePeers(join(folder, "peers"), join(folder, "vectors"), peers);
  const lists = new ExpectedFailures();
  for (const { language, ...failure } of expected) lists.add(language, failure);
  return run(
    {
      languages: Object.keys(peers) as Language[],
      peers: join(folder, "peers"),
      vectors: loadVectors(join(folder, "vectors")),
      expected: lists,
      wholeRun: true,
      client: { timeoutMs: 600, startTimeoutMs: 5000, maxRestarts: 5, deadline: performance.now() + 60_000, ...client },
      ...plan,
    },
    { greeted: () => undefined, examined: () => undefined },
  );
}
