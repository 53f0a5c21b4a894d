/** A Go module of its own for somebody's spec. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CodecModel } from "../../codec/model.js";
import type { GeneratedFile } from "../backend.js";
import { headerLines } from "../header.js";
import { templates } from "../templates.js";
import { OWN_PATHS, codecFiles, dispatchFiles, type Paths } from "./modules.js";

/** The repository: the runtime and the peer are copied from where they are maintained. */
const REPOSITORY = fileURLToPath(new URL("../../../../", import.meta.url));
const RUNTIME = "sdks/go/codec";
const PEER = "conformance/peers/go";

export function packagedFiles(model: CodecModel, { peers }: { peers: boolean }): GeneratedFile[] {
  const sdk = `meshwright.generated/${model.spec.name}`;
  const paths: Paths = { sdk, peer: `${sdk}/peer` };
  const render = templates("go");
  const data = { module: sdk, header: headerLines(model.spec) };
  const files: GeneratedFile[] = [
    { path: "go.mod", content: render("go-mod", data) },
    ...copied(RUNTIME, "codec", paths),
    ...codecFiles(model, paths).map((file) => moved(file, "generated")),
  ];
  if (!peers) return files;
  return [
    ...files,
    ...copied(PEER, "peer", paths),
    ...copied(`${PEER}/neutral`, "peer/neutral", paths),
    { path: "peer/run", content: readFileSync(join(REPOSITORY, PEER, "run"), "utf8"), executable: true },
    ...dispatchFiles(model, paths).map((file) => moved(file, "peer/generated")),
    { path: "build.sh", content: render("build", data), executable: true },
  ];
}

const moved = (file: GeneratedFile, folder: string): GeneratedFile => ({ ...file, path: `${folder}/${file.path}` });

/** A folder's Go files but its tests, and those of the folders in it that belong to the runtime. */
function copied(from: string, to: string, paths: Paths): GeneratedFile[] {
  return readdirSync(join(REPOSITORY, from), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.isDirectory()) return from.startsWith(RUNTIME) ? copied(`${from}/${entry.name}`, `${to}/${entry.name}`, paths) : [];
      if (!entry.name.endsWith(".go") || entry.name.endsWith("_test.go")) return [];
      return [{ path: `${to}/${entry.name}`, content: redirected(readFileSync(join(REPOSITORY, from, entry.name), "utf8"), paths) }];
    });
}

/** Imports from the new module. The paths sort as the old ones do. */
const redirected = (source: string, { sdk, peer }: Paths): string => source.replaceAll(`"${OWN_PATHS.sdk}/`, `"${sdk}/`).replaceAll(`"${OWN_PATHS.peer}/`, `"${peer}/`);
