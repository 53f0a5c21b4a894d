/** What the tests borrow from C: a compiler, and the formatter if `sdks/c/check.sh` has installed it. */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { c as backend } from "../../../src/backends/c/index.js";
import { lower } from "../../../src/codec/lower.js";
import type { Spec } from "../../../src/ir/model.js";
import type { Vector } from "../../../src/vectors/index.js";

export const SDK = fileURLToPath(new URL("../../../../sdks/c/", import.meta.url));
const pinned = join(SDK, ".venv/bin/clang-format");

/** With sanitizers. clang first: it takes a third of the time. */
export const cc = ["clang", "cc", "gcc"].find((command) => spawnSync(command, ["-fsanitize=address,undefined", "-x", "c", "-", "-o", "/dev/null"], { input: "int main(void) { return 0; }" }).status === 0);
export const formatter = existsSync(pinned) ? pinned : undefined;

/** Undefined behaviour and bad memory end a program; every warning is an error. */
const FLAGS = ["-std=c11", "-O0", "-g", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsanitize=address,undefined", "-fno-sanitize-recover=undefined"];

export const scratchFolder = (): string => mkdtempSync(join(tmpdir(), "meshwright-c-"));

function write(folder: string, files: ReturnType<typeof backend.codecs>): void {
  for (const { path, content, executable } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    if (executable) chmodSync(file, 0o755);
  }
}

export const writePackage = (spec: Spec, folder: string): void => write(folder, backend.packaged(lower(spec), { peers: true }));
/** With what belongs to the property tests, which packages leave out. */
export const writeCodecs = (spec: Spec, folder: string): void => write(folder, backend.codecs(lower(spec)));

export const sourcesIn = (folder: string, ending = ".c"): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));

const include = (folder: string): string => `-I${folder}`;

/** Compiles a program on the runtime; gives what the compiler had to say. */
export function compile(sources: string[], includes: string[], out: string): string {
  return complaints(cc!, [...FLAGS, ...includes.map(include), "-o", out, ...sources, ...runtime(), "-lm"]);
}

const objects = scratchFolder();

/** The runtime is the same for every spec, so it is compiled once. */
function runtime(): string[] {
  const compiled = sourcesIn(objects, ".o");
  if (compiled.length > 0) return compiled;
  const said = complaints(cc!, [...FLAGS, ...["include", "src"].map((path) => include(join(SDK, path))), "-c", ...sourcesIn(join(SDK, "src"))], { cwd: objects });
  if (said !== "") throw new Error(said);
  return sourcesIn(objects, ".o");
}

/** The peer of a package, under sanitizers. */
export function compilePeer(folder: string): string {
  const at = (path: string): string => join(folder, path);
  return compile([...sourcesIn(at("generated")), ...sourcesIn(at("peer"))], [at("include"), at("src"), at("generated/include"), at("generated/src"), at("peer/src")], at("peer.out"));
}

/** Runs a tool; gives what it had to say if it was not content. */
export function complaints(command: string, args: string[], { cwd }: { cwd?: string } = {}): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", maxBuffer: 1 << 28 });
  return status === 0 ? "" : `${stdout}${stderr}` || `${command} exited with ${status}`;
}

interface Answer {
  id: number;
  ok?: { value?: unknown; bytes?: string };
  error?: { kind: string; offset?: number; path?: string };
}

type Request = Record<"op" | "type", string> & { value?: unknown; bytes?: string };

/** Complaints about how a compiled peer answers to vectors, by type. */
export function failedVectors(peer: string, vectors: ReadonlyMap<string, Vector[]>): string[] {
  const asked = [...vectors].flatMap(([type, list]) => list.flatMap((vector) => requestsOf(type, vector).map((request) => ({ request, vector }))));
  const input = asked.map(({ request }, id) => JSON.stringify({ id, ...request })).join("\n");
  const { status, stdout, stderr } = spawnSync(peer, [], { input, encoding: "utf8", maxBuffer: 1 << 29 });
  if (status !== 0) return [`the peer exited with ${status}: ${stderr}`];
  const answers = stdout.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as Answer);
  return asked.flatMap(({ request, vector }, id) => (answers[id]?.id === id && isRight(request, vector, answers[id]) ? [] : [`${vector.name}: ${JSON.stringify(request).slice(0, 400)} is answered with ${JSON.stringify(answers[id]).slice(0, 300)}`]));
}

function requestsOf(type: string, { value, bytes, verdict, direction }: Vector): Request[] {
  const encodes = value !== undefined && (verdict === "valid" || direction === "encode");
  return [...(encodes ? [{ op: "encode", type, value }] : []), ...(bytes !== null && direction === undefined ? [{ op: "decode", type, bytes }] : [])];
}

function isRight({ op }: Request, { value, bytes, verdict }: Vector, { ok, error }: Answer): boolean {
  if (verdict !== "valid") return Object.entries(verdict).every(([key, wanted]) => error?.[key as "kind"] === wanted);
  return op === "encode" ? ok?.bytes === bytes : ok !== undefined && (value === undefined || sorted(ok.value) === sorted(value));
}

/** JSON that does not depend on the order of members. */
const sorted = (value: unknown): string => JSON.stringify(value, (_, inner: unknown) => (typeof inner === "object" && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner));
