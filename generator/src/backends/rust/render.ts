/** From the plan to files. */
import type { CodecModel } from "../../codec/model.js";
import type { GeneratedFile } from "../backend.js";
import { headerLines } from "../header.js";
import { templates } from "../templates.js";
import { patternTables } from "./patterns.js";
import type { ModulePlan, Plan } from "./plan/modules.js";

const comment = (line: string): string => `// ${line}`;

export function renderModules(model: CodecModel, { modules }: Plan, options: { runtime: string; hidden: string[] }): GeneratedFile[] {
  const render = templates("rust");
  const header = headerLines(model.spec).map(comment);
  const deprecated = model.spec.types.some((type) => JSON.stringify(type).includes('"deprecated":'));
  const files = modules.map((module): GeneratedFile => {
    const root = module.module === "";
    const hidden = root ? [...(model.patterns.length > 0 ? ["patterns"] : []), ...options.hidden] : [];
    const children = [...module.children.map((name) => ({ name, line: `pub mod ${name};` })), ...hidden.map((name) => ({ name, line: name === "arbitrary" ? `#[cfg(feature = "arbitrary")]\nmod arbitrary;` : `mod ${name};` }))]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ line }) => line);
    const data = { header, hash: model.spec.hash, name: model.spec.name, version: model.spec.version, deprecated, ...module, children };
    return { path: filePath(module), content: render(root ? "root-module" : "module", data) };
  });
  if (model.patterns.length > 0) files.push({ path: "patterns.rs", content: render("patterns", { header, runtime: options.runtime, patterns: patternTables(model.patterns) }) });
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function filePath({ path, children }: ModulePlan): string {
  if (path.length === 0) return "mod.rs";
  return children.length > 0 ? `${path.join("/")}/mod.rs` : `${path.join("/")}.rs`;
}
