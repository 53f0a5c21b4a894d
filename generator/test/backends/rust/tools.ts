/** What the tests borrow from Rust: the formatter, the linter and the compiler, and peers built with it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rust as backend } from "../../../src/backends/rust/index.js";
import { writeFiles } from "../../../src/cli/output.js";
import { lower } from "../../../src/codec/lower.js";
import type { Spec } from "../../../src/ir/model.js";
import type { Vector } from "../../../src/vectors/index.js";

const runs = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;
export const cargo = runs("cargo", "--version");
export const rustfmt = runs("rustfmt", "--version");
export const clippy = cargo && runs("cargo", "clippy", "--version");

export const scratchFolder = (): string => mkdtempSync(join(tmpdir(), "meshwright-rust-"));

/** Writes the package of a spec, with its peer; in the place of another, it leaves what they share as it is, and cargo need not compile that again. */
export function writePackage(spec: Spec, folder: string): void {
  writeFiles(folder, backend.packaged(lower(spec), { peers: true }), { dry: false, owned: (path) => !path.startsWith("target/") });
}

/** Runs a tool; gives what it had to say if it was not content. */
export function complaints(command: string, args: string[], cwd: string): string {
  // A folder of the test's own, whatever the environment says, so that tests do not wait for each other; and nothing that only a debugger reads.
  const env = { ...process.env, CARGO_TARGET_DIR: join(cwd, "target"), CARGO_INCREMENTAL: "0", CARGO_PROFILE_DEV_DEBUG: "0" };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", env, maxBuffer: 1 << 28 });
  return status === 0 ? "" : `${stdout}${stderr}` || `${command} exited with ${status}`;
}

interface Answer {
  id: number;
  ok?: { value?: unknown; bytes?: string };
  error?: { kind: string; offset?: number; path?: string };
}

function ask(peer: string, requests: { id: number }[]): Map<number, Answer> {
  const input = requests.map((request) => JSON.stringify(request)).join("\n");
  const { status, stdout, stderr } = spawnSync(peer, { input, encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`the peer exited with ${status}: ${stderr}`);
  return new Map(stdout.trim().split("\n").map((line) => JSON.parse(line) as Answer).map((answer) => [answer.id, answer]));
}

interface Expectation {
  request: { id: number; op: string; type: string; value?: unknown; bytes?: string };
  name: string;
  holds: (answer: Answer | undefined) => boolean;
}

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);
const canonical = (value: unknown): string => JSON.stringify(value, (_, inner: unknown) => (isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner));
const isObject = (value: unknown): value is object => typeof value === "object" && value !== null && !Array.isArray(value);

/** Complaints about how the peer of a package, built for debugging, answers to vectors, by type. */
export function failedVectors(folder: string, vectors: ReadonlyMap<string, Vector[]>): string[] {
  const expectations = [...vectors].flatMap(([type, list]) => list.flatMap((vector) => expectationsOf(type, vector)));
  expectations.forEach(({ request }, index) => (request.id = index));
  const [, peer] = /^name = "(.*)"$/m.exec(readFileSync(join(folder, "peer/Cargo.toml"), "utf8"))!;
  const answers = ask(join(folder, "target/debug", peer!), expectations.map(({ request }) => request));
  return expectations
    .filter(({ request, holds }) => !holds(answers.get(request.id)))
    .map(({ request, name }) => `${name}: ${JSON.stringify(request).slice(0, 400)} is answered with ${JSON.stringify(answers.get(request.id)).slice(0, 300)}`);
}

function expectationsOf(type: string, { name, value, bytes, verdict, direction }: Vector): Expectation[] {
  const refused = (answer: Answer | undefined): boolean => verdict !== "valid" && Object.entries(verdict).every(([key, wanted]) => answer?.error?.[key as "kind"] === wanted);
  const encodes: Expectation = {
    request: { id: 0, op: "encode", type, value },
    name,
    holds: (answer) => (verdict === "valid" ? answer?.ok?.bytes === bytes : refused(answer)),
  };
  const decodes: Expectation = {
    request: { id: 0, op: "decode", type, ...(bytes !== null && { bytes }) },
    name,
    holds: (answer) => (verdict === "valid" ? answer?.ok !== undefined && (value === undefined || same(answer.ok.value, value)) : refused(answer)),
  };
  return [...(value !== undefined && (verdict === "valid" || direction === "encode") ? [encodes] : []), ...(bytes !== null && direction === undefined ? [decodes] : [])];
}
