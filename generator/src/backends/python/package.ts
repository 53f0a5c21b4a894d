/** A package of its own for somebody's spec: the runtime as it is maintained in this repository, the generated code, and on request a peer. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import type { CodecModel } from "../../codec/model.js";
import type { GeneratedFile } from "../backend.js";
import { exampleRoot, messageRows, packageFacts } from "../package.js";
import { codecFiles, render } from "./files.js";
import { PythonModel } from "./model.js";
import { packageName } from "./names.js";
import { peerFiles } from "./peer.js";
import { publicModules } from "./publicModules.js";

const REPOSITORY = fileURLToPath(new URL("../../../../", import.meta.url));
const RUNTIME = join(REPOSITORY, "sdks/python/src/meshwright/codec");
const PEER = join(REPOSITORY, "conformance/peers/python");
const PEER_SOURCES = ["main.py", "neutral.py", "shapes.py"];

export function packageFiles(source: CodecModel, { peers }: { peers: boolean }): GeneratedFile[] {
  const module = packageName(source.spec.name);
  const data = { ...packageFacts(source.spec, "python"), module, peers };
  return [
    { path: "pyproject.toml", content: render("pyproject", data) },
    { path: "setup.py", content: render("setup", data) },
    { path: "MANIFEST.in", content: "graft src\nglobal-exclude *.py[cod] *.so\n" },
    { path: "README.md", content: render("package-readme", { ...data, ...messages(source, module) }) },
    { path: ".gitignore", content: "__pycache__/\n/build/\n/dist/\n/src/*.egg-info/\n*.so\n" },
    ...at(`src/${module}`, publicModules(source, data.description)),
    { path: `src/${module}/py.typed`, content: "" },
    ...below(RUNTIME, `src/${module}/codec`),
    ...at(`src/${module}/generated`, codecFiles(source)),
    ...(peers ? [{ path: "build.sh", content: render("build", data), executable: true }, ...peerPackage(source, module, data)] : []),
  ];
}

/** For the README: what to import, and a table. */
function messages(source: CodecModel, module: string): object {
  const model = new PythonModel(source);
  const path = (type: string): string => [module, ...model.path(model.types.get(type)!.module)].join(".");
  const example = exampleRoot(source);
  return {
    example: example ? { module: path(example.type), name: model.className(example.type) } : null,
    messages: messageRows(source, ({ type }) => `${path(type)}.${model.className(type)}`),
  };
}

function peerPackage(source: CodecModel, module: string, data: object): GeneratedFile[] {
  return [
    { path: "peer/run", content: render("run", data), executable: true },
    ...PEER_SOURCES.map((file) => ({ path: `peer/${file}`, content: readFileSync(join(PEER, file), "utf8") })),
    ...at("peer/generated", peerFiles(source, module)),
  ];
}

const at = (folder: string, files: GeneratedFile[]): GeneratedFile[] => files.map((file) => ({ ...file, path: `${folder}/${file.path}` }));

/** The sources of a folder, Python's and C's, as they are. */
function below(folder: string, target: string): GeneratedFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const [from, to] = [join(folder, entry.name), `${target}/${entry.name}`];
      if (entry.isDirectory()) return entry.name === "__pycache__" ? [] : below(from, to);
      return /\.(py|h)$/.test(entry.name) ? [{ path: to, content: readFileSync(from, "utf8") }] : [];
    });
}
