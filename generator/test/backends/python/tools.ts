/** What the tests borrow from Python: an interpreter, and the formatter, linter and type checker if `sdks/python/build.sh` has installed them. */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { lower } from "../../../src/codec/lower.js";
import { python as backend } from "../../../src/backends/python/index.js";
import type { Spec } from "../../../src/ir/model.js";
import type { Vector } from "../../../src/vectors/index.js";

const venv = join(fileURLToPath(new URL("../../../../.venv/bin/", import.meta.url)));
const installed = (name: string): string | undefined => (existsSync(join(venv, name)) ? join(venv, name) : undefined);
const recentEnough = (command: string): boolean => spawnSync(command, ["-c", "import sys; sys.exit(sys.version_info < (3, 10))"]).status === 0;

export const python = [installed("python"), "python3"].find((command) => command !== undefined && recentEnough(command));
export const ruff = installed("ruff");
export const mypy = installed("mypy");

export const scratchFolder = (): string => mkdtempSync(join(tmpdir(), "meshwright-python-"));

/** Writes the package of a spec, with its peer. */
export function writePackage(spec: Spec, folder: string): void {
  for (const { path, content, executable } of backend.packaged(lower(spec), { peers: true })) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    if (executable) chmodSync(file, 0o755);
  }
}

/** Builds the package's accelerator, without optimisation, where there is a C compiler; whether it is in use. */
export function accelerate(folder: string, module: string): boolean {
  const source = join(folder, "src", module);
  const include = spawnSync(python!, ["-c", "import sysconfig; print(sysconfig.get_paths()['include'])"], { encoding: "utf8" }).stdout.trim();
  const compiler = process.env["CC"] ?? "cc";
  if (!existsSync(join(include, "Python.h")) || spawnSync(compiler, ["--version"]).status !== 0) return false;
  const options = ["-O0", "-g0", "-Wall", "-Werror", "-fPIC", "-shared", `-I${include}`];
  const said = complaints(compiler, [...options, join(source, "generated/_accelerator.c"), "-o", join(source, "_accelerator.so")], folder);
  if (said !== "") throw new Error(said);
  const active = complaints(python!, ["-W", "error", "-c", `import sys, ${module}; sys.exit(not ${module}.accelerated())`], folder, { PYTHONPATH: join(folder, "src"), MESHWRIGHT_PURE: "" });
  if (active !== "") throw new Error(active);
  return true;
}

/** Runs a tool; gives what it had to say if it was not content. */
export function complaints(command: string, args: string[], cwd: string, env: Record<string, string> = {}): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", env: { ...process.env, ...env }, maxBuffer: 1 << 28 });
  return status === 0 ? "" : `${stdout}${stderr}` || `${command} exited with ${status}`;
}

interface Answer {
  id: number;
  ok?: { value?: unknown; bytes?: string };
  error?: { kind: string; offset?: number; path?: string };
}

/** Asks the peer of a package; answers by id. */
export function ask(folder: string, requests: { id: number }[]): Map<number, Answer> {
  const input = requests.map((request) => JSON.stringify(request)).join("\n");
  const { status, stdout, stderr } = spawnSync(join(folder, "peer/run"), { input, encoding: "utf8", env: { ...process.env, PYTHON: python! }, maxBuffer: 1 << 28 });
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

/** Complaints about how a package's peer answers to vectors, by type. */
export function failedVectors(folder: string, vectors: ReadonlyMap<string, Vector[]>): string[] {
  const expectations = [...vectors].flatMap(([type, list]) => list.flatMap((vector) => expectationsOf(type, vector)));
  expectations.forEach(({ request }, index) => (request.id = index));
  const answers = ask(folder, expectations.map(({ request }) => request));
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
