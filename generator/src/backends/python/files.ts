/** Rendering: plans to files, below a folder named `generated`. */
import type { CodecModel } from "../../codec/model.js";
import type { GeneratedFile } from "../backend.js";
import { headerLines } from "../header.js";
import { templates } from "../templates.js";
import { planExtension } from "./accelerator/index.js";
import { PythonModel } from "./model.js";
import { planModule } from "./module.js";
import { asExported, asImported } from "./order.js";
import { patternTables } from "./patterns.js";
import { fileOf, type Place } from "./scope.js";
import { dict, imported, layOut, list } from "./source.js";

export const render = templates("python");

/** From `generated` to the C sources that every extension includes. */
const RUNTIME = "../codec/accelerator";

export const headerOf = (source: CodecModel): string[] => headerLines(source.spec).map((line) => `# ${line}`);

export function codecFiles(source: CodecModel): GeneratedFile[] {
  const model = new PythonModel(source);
  const packages = packagesOf(model);
  const header = headerOf(source);
  const files: GeneratedFile[] = [...model.modules()].map(([module, types]) => {
    const path = model.path(module);
    const place: Place = { path, isPackage: packages.has(path.join("/")) };
    const plan = planModule(module, types, place, model);
    return { path: fileOf(place), content: render("module", { header, id: module, lazy: lazyOf(packages.get(path.join("/"))), ...plan }) };
  });
  const written = new Set(files.map(({ path }) => path));
  for (const [path, children] of packages) {
    const file = `${path === "" ? "" : `${path}/`}__init__.py`;
    if (!written.has(file)) files.push({ path: file, content: render("package", { header, id: path.replaceAll("/", "."), hash: path === "" ? source.spec.hash : "", lazy: lazyOf(children, path === "" ? ["SPEC_HASH"] : []) }) });
  }
  const extension = planExtension(model);
  files.push({ path: "_acceleration.py", content: render("acceleration", { header, source: extension.source }) });
  files.push({ path: "_accelerator.c", content: render("accelerator", { header: headerLines(source.spec), runtime: RUNTIME, ...extension }) });
  if (source.patterns.length > 0) files.push({ path: "_patterns.py", content: render("patterns", { header, patterns: patternTables(source) }) });
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Folders and what is in them: `""` is `generated` itself. */
function packagesOf(model: PythonModel): Map<string, string[]> {
  const packages = new Map<string, Set<string>>([["", new Set()]]);
  for (const module of model.modules().keys()) {
    const path = model.path(module);
    path.forEach((name, index) => {
      const parent = path.slice(0, index).join("/");
      if (!packages.has(parent)) packages.set(parent, new Set());
      packages.get(parent)!.add(name);
    });
  }
  return new Map([...packages].map(([path, children]) => [path, [...children].sort()]));
}

/** Modules that are loaded when they are first asked for. */
export function lazyOf(children: string[] | undefined, constants: string[] = []): { test: string[]; imports: string[]; exported: string[] } | null {
  if (!children || children.length === 0) return null;
  const quoted = (names: string[]): string[] => names.map((name) => `"${name}"`);
  return {
    test: layOut([dict("if name in ", quoted(children), ":")], 2),
    imports: layOut([imported("from . import ", children.toSorted(asImported))], 1),
    exported: layOut([list("__all__ = ", quoted([...constants, ...children].sort(asExported)))]),
  };
}
