/** A package for somebody's own spec: the runtime as it is maintained here, the generated code, and a CMake project around both. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { GeneratedFile } from "../backend.js";
import { exampleRoot, messageRows, packageFacts } from "../package.js";
import type { Render } from "../templates.js";
import type { Context } from "./context.js";
import { PEER, SDK } from "./sdk.js";

export function packageFiles({ model, names }: Context, render: Render, codecs: GeneratedFile[], peer: GeneratedFile[] | null): GeneratedFile[] {
  const { spec } = model;
  const facts = packageFacts(spec, "c", `${spec.name}-codec`);
  const example = exampleRoot(model);
  const data = {
    ...facts,
    // CMake knows numbers only.
    number: /^\d+(\.\d+)*/.exec(spec.version)?.[0] ?? "0.0.0",
    quoted: JSON.stringify(facts.description).replaceAll("$", "\\$"),
    folder: names.folder,
    peers: peer !== null,
    example: example ? names.type(example.type) : "",
    messages: messageRows(model, ({ type }) => `${names.type(type)}_t`),
  };
  return [
    { path: "CMakeLists.txt", content: render("package_cmake", data) },
    { path: "README.md", content: render("package_readme", data) },
    { path: ".gitignore", content: peer === null ? "/build/\n" : "/build/\n/peer/build/\n" },
    { path: ".clang-format", content: readFileSync(join(SDK, ".clang-format"), "utf8") },
    ...["cmake", "include/meshwright", "src"].flatMap((folder) => copies(SDK, folder, folder)),
    // Random values are of use beside the tests of this project only.
    ...codecs.filter(({ path }) => !path.startsWith("test/")).map((file) => ({ ...file, path: `generated/${file.path}` })),
    ...(peer === null ? [] : [{ path: "build.sh", content: render("package_build", data), executable: true }, ...peerFiles(peer)]),
  ];
}

function peerFiles(generated: GeneratedFile[]): GeneratedFile[] {
  const copy = (name: string): string => readFileSync(join(PEER, name), "utf8");
  return [
    { path: "peer/CMakeLists.txt", content: copy("CMakeLists.txt") },
    { path: "peer/run", content: copy("run"), executable: true },
    ...copies(PEER, "src", "peer/src"),
    ...generated.map((file) => ({ ...file, path: `peer/generated/${file.path}` })),
  ];
}

function copies(root: string, folder: string, to: string): GeneratedFile[] {
  return readdirSync(join(root, folder))
    .sort()
    .map((name) => ({ path: `${to}/${name}`, content: readFileSync(join(root, folder, name), "utf8") }));
}
