/** Packages in a folder of their own: written, formatted, compiled, and asked by the peer protocol. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import ts from "typescript";
import type { GeneratedFile } from "../../../src/backends/backend.js";
import { typescript } from "../../../src/backends/typescript/index.js";
import { lower } from "../../../src/codec/lower.js";
import type { Spec } from "../../../src/ir/model.js";
import type { Vector } from "../../../src/vectors/index.js";

const repository = fileURLToPath(new URL("../../../../", import.meta.url));

export const scratchFolder = (): string => mkdtempSync(join(tmpdir(), "meshwright-typescript-"));

/** Writes the package of a spec, with its peer and the JavaScript that `build.sh` would make of that; gives what the formatter and the compiler are to judge. */
export function writePackage(spec: Spec, folder: string): GeneratedFile[] {
  const files = typescript.packaged(lower(spec), { peers: true });
  for (const { path, content, executable } of files) {
    write(join(folder, path), content, executable);
    if (/^peer\/src\/.*\.ts$/.test(path)) write(join(folder, path.replace("/src/", "/dist/").replace(/ts$/, "js")), compiled(content));
  }
  return files.filter(({ path }) => !path.startsWith("dist/"));
}

function write(file: string, content: string, executable = false): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  if (executable) chmodSync(file, 0o755);
}

function compiled(source: string): string {
  return ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true } }).outputText;
}

/** What the formatter would change, by file. */
export async function unformatted(files: GeneratedFile[]): Promise<string[]> {
  const options = JSON.parse(readFileSync(join(repository, "sdks/ts/.prettierrc.json"), "utf8")) as object;
  const faults: string[] = [];
  for (const { path, content } of files.filter(({ path }) => path.endsWith(".ts"))) {
    const formatted = await format(content, { ...options, parser: "typescript" });
    if (formatted !== content) faults.push(`${path}: ${firstDifference(content, formatted)}`);
  }
  return faults;
}

function firstDifference(content: string, formatted: string): string {
  const [own, right] = [content.split("\n"), formatted.split("\n")];
  const line = own.findIndex((text, index) => text !== right[index]);
  return `line ${line + 1} is\n${own.slice(line, line + 4).join("\n")}\nand not\n${right.slice(line, line + 4).join("\n")}`;
}

/** What the compiler says of packages, each in the folder of its name, by the settings of this project's own code. */
export function typeErrors(folder: string, packages: ReadonlyMap<string, GeneratedFile[]>): string[] {
  const base = ts.readConfigFile(join(repository, "tsconfig.base.json"), (file) => ts.sys.readFile(file)).config as object;
  const { options } = ts.parseJsonConfigFileContent({ ...base, files: [] }, ts.sys, repository);
  const paths = Object.fromEntries([...packages.keys()].map((name) => [name, [join(folder, name, "src/index.ts")]]));
  const roots = [...packages].flatMap(([name, files]) => files.filter(({ path }) => path.endsWith(".ts")).map(({ path }) => join(folder, name, path)));
  const types = { lib: ["lib.es2023.d.ts", "lib.dom.d.ts"], typeRoots: [join(repository, "node_modules/@types")], types: ["node"] };
  const program = ts.createProgram(roots, { ...options, ...types, paths, noEmit: true, composite: false, declaration: true, incremental: false });
  return ts.getPreEmitDiagnostics(program).map((one) => `${one.file?.fileName.slice(folder.length)}:${one.file?.getLineAndCharacterOfPosition(one.start ?? 0).line}: ${ts.flattenDiagnosticMessageText(one.messageText, " ")}`);
}

interface Answer {
  id: number;
  ok?: { value?: unknown; bytes?: string };
  error?: { kind: string; offset?: number; path?: string };
}

interface Expectation {
  request: { id: number; op: string; type: string; value?: unknown; bytes?: string };
  name: string;
  holds: (answer: Answer | undefined) => boolean;
}

/** Complaints about how a package's peer answers to vectors, by type. */
export function failedVectors(folder: string, vectors: ReadonlyMap<string, Vector[]>): string[] {
  const expectations = [...vectors].flatMap(([type, list]) => list.flatMap((vector) => expectationsOf(type, vector)));
  expectations.forEach(({ request }, index) => (request.id = index));
  const answers = ask(folder, expectations.map(({ request }) => request));
  return expectations
    .filter(({ request, holds }) => !holds(answers.get(request.id)))
    .map(({ request, name }) => `${name}: ${JSON.stringify(request).slice(0, 400)} is answered with ${JSON.stringify(answers.get(request.id))?.slice(0, 300)}`);
}

function ask(folder: string, requests: object[]): Map<number, Answer> {
  const input = requests.map((request) => `${JSON.stringify(request)}\n`).join("");
  const { status, stdout, stderr } = spawnSync(join(folder, "peer/run"), { input, encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`the peer exited with ${status}: ${stderr}`);
  const lines = stdout.split("\n").filter((line) => line !== "");
  return new Map(lines.map((line) => JSON.parse(line) as Answer).map((answer) => [answer.id, answer]));
}

function expectationsOf(type: string, { name, value, bytes, verdict, direction }: Vector): Expectation[] {
  const refused = (answer: Answer | undefined): boolean => verdict !== "valid" && Object.entries(verdict).every(([key, wanted]) => answer?.error?.[key as "kind"] === wanted);
  const encodes: Expectation = { request: { id: 0, op: "encode", type, value }, name, holds: (answer) => (verdict === "valid" ? answer?.ok?.bytes === bytes : refused(answer)) };
  const decodes: Expectation = {
    request: { id: 0, op: "decode", type, ...(bytes !== null && { bytes }) },
    name,
    holds: (answer) => (verdict === "valid" ? answer?.ok !== undefined && sorted(answer.ok.value) === sorted(value) : refused(answer)),
  };
  return [...(value !== undefined && (verdict === "valid" || direction === "encode") ? [encodes] : []), ...(bytes !== null && direction === undefined ? [decodes] : [])];
}

/** As text that does not depend on the order of members. */
function sorted(value: unknown): string {
  const isObject = (inner: unknown): inner is object => typeof inner === "object" && inner !== null && !Array.isArray(inner);
  return JSON.stringify(value, (_, inner: unknown) => (isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner));
}
