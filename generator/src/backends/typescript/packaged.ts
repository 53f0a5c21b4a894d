/** A package for somebody's own spec, which needs nothing of this project once it is made. */
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import type { CodecModel } from "../../codec/model.js";
import type { GeneratedFile } from "../backend.js";
import { exampleRoot, messageRows, packageFacts } from "../package.js";
import { compiled } from "./compile.js";
import type { Names } from "./names.js";
import { renderDispatch } from "./peer/render.js";
import { renderCodecs } from "./render.js";
import { render } from "./templates.js";

const REPOSITORY = fileURLToPath(new URL("../../../../", import.meta.url));
/** Where the runtime and the peer are maintained. */
const RUNTIME = "sdks/ts/src/codec";
const PEER = "conformance/peers/ts/src";

export function packageFiles(model: CodecModel, names: Names, { peers }: { peers: boolean }): GeneratedFile[] {
  const data = { ...packageFacts(model.spec, "typescript"), peers, ...pinned() };
  const at = (path: string, template: string): GeneratedFile => ({ path, content: render(template, data) });
  const sources = [at("src/index.ts", "package-index"), ...copied(RUNTIME, "src/codec"), ...inFolder("src/generated", renderCodecs(model, names))];
  return [
    at("package.json", "package"),
    { path: "README.md", content: render("package-readme", { ...data, ...messages(model, names) }) },
    at(".gitignore", "gitignore"),
    ...compiled(sources),
    ...(peers ? [...sources, ...peerFiles(model, names, data.name, at)] : []),
  ];
}

/** For the README: what to import, and a table. */
function messages(model: CodecModel, names: Names): object {
  const example = exampleRoot(model);
  return { example: example ? names.exported(example.type) : "", messages: messageRows(model, ({ type }) => names.exported(type)) };
}

/** The peer finds the package by its name, as any program would. */
function peerFiles(model: CodecModel, names: Names, name: string, at: (path: string, template: string) => GeneratedFile): GeneratedFile[] {
  return [
    { ...at("build.sh", "build"), executable: true },
    at("peer/tsconfig.json", "peer-tsconfig"),
    { ...at("peer/run", "peer-run"), executable: true },
    ...copied(PEER, "peer/src"),
    ...inFolder("peer/src/generated", renderDispatch(model, names, name)),
  ];
}

const inFolder = (folder: string, files: GeneratedFile[]): GeneratedFile[] => files.map((file) => ({ ...file, path: posix.join(folder, file.path) }));

/** What is written by hand below a folder of the repository. */
function copied(from: string, to: string): GeneratedFile[] {
  return readdirSync(join(REPOSITORY, from), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(REPOSITORY, from).length + 1).replaceAll("\\", "/"))
    .filter((path) => !path.startsWith("generated/"))
    .sort()
    .map((path) => ({ path: posix.join(to, path), content: readFileSync(join(REPOSITORY, from, path), "utf8") }));
}

/** The compiler and the types of Node, in the versions that this project uses. */
function pinned(): { typescript: string; nodeTypes: string } {
  const { devDependencies } = JSON.parse(readFileSync(join(REPOSITORY, "package.json"), "utf8")) as { devDependencies: Record<string, string> };
  return { typescript: devDependencies["typescript"]!, nodeTypes: devDependencies["@types/node"]! };
}
