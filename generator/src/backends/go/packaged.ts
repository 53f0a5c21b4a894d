/** A Go module of its own for somebody's spec. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CodecModel } from "../../codec/model.js";
import type { GeneratedFile } from "../backend.js";
import { headerLines } from "../header.js";
import { exampleRoot, messageRows, packageFacts } from "../package.js";
import { templates } from "../templates.js";
import { OWN_PATHS, codecFiles, dispatchFiles, type Paths } from "./modules.js";
import { nameTable } from "./names.js";
import { packageName } from "./words.js";

/** The repository: the runtime and the peer are copied from where they are maintained. */
const REPOSITORY = fileURLToPath(new URL("../../../../", import.meta.url));
const RUNTIME = "sdks/go/codec";
const PEER = "conformance/peers/go";

export function packagedFiles(model: CodecModel, { peers }: { peers: boolean }): GeneratedFile[] {
  const facts = packageFacts(model.spec, "go", `meshwright.generated/${model.spec.name}`);
  const paths: Paths = { sdk: facts.name, messages: facts.name, peer: `${facts.name}/peer` };
  const render = templates("go");
  const data = { ...facts, header: headerLines(model.spec) };
  const files: GeneratedFile[] = [
    { path: "go.mod", content: render("go-mod", data) },
    { path: "README.md", content: render("package-readme", { ...data, ...messages(model, facts.name) }) },
    ...copied(RUNTIME, "codec", paths),
    ...codecFiles(model, paths),
  ];
  if (!peers) return files;
  return [
    ...files,
    { path: ".gitignore", content: "/peer/build/\n" },
    ...copied(PEER, "peer", paths),
    ...copied(`${PEER}/neutral`, "peer/neutral", paths),
    { path: "peer/run", content: readFileSync(join(REPOSITORY, PEER, "run"), "utf8"), executable: true },
    ...dispatchFiles(model, paths).map((file) => ({ ...file, path: `peer/generated/${file.path}` })),
    { path: "build.sh", content: render("build", data), executable: true },
  ];
}

/** For the README: what to call, and a table. */
function messages(model: CodecModel, path: string): object {
  const names = nameTable(model.spec);
  const name = packageName(model.spec.name);
  const example = exampleRoot(model);
  return {
    importSpec: path.split("/").at(-1) === name ? `"${path}"` : `${name} "${path}"`,
    example: example ? { decode: `${name}.${names.decode(example.type)}` } : null,
    messages: messageRows(model, ({ type }) => `${name}.${names.type(type)}`),
  };
}

/** A folder's Go files but its tests. */
function copied(from: string, to: string, paths: Paths): GeneratedFile[] {
  return readdirSync(join(REPOSITORY, from), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (!entry.isFile() || !entry.name.endsWith(".go") || entry.name.endsWith("_test.go")) return [];
      return [{ path: `${to}/${entry.name}`, content: redirected(readFileSync(join(REPOSITORY, from, entry.name), "utf8"), paths) }];
    });
}

/** Imports from the new module. The paths sort as the old ones do. */
const redirected = (source: string, { sdk, peer }: Paths): string => source.replaceAll(`"${OWN_PATHS.sdk}/`, `"${sdk}/`).replaceAll(`"${OWN_PATHS.peer}/`, `"${peer}/`);
