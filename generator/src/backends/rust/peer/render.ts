/** From the peer's plan to files. */
import type { CodecModel } from "../../../codec/model.js";
import type { GeneratedFile } from "../../backend.js";
import { headerLines } from "../../header.js";
import { templates } from "../../templates.js";
import { planPeer } from "./plan.js";

export function renderPeer(model: CodecModel): GeneratedFile[] {
  const render = templates("rust");
  const header = headerLines(model.spec).map((line) => `// ${line}`);
  const { modules, types, roots } = planPeer(model);
  const names = modules.map(({ name }) => name).sort();
  return [
    { path: "mod.rs", content: render("peer-root", { header, names, types, roots, deprecated: JSON.stringify(model.spec.types).includes('"deprecated":') }) },
    ...modules.map((module) => ({ path: `${module.name}.rs`, content: render("peer-module", { header, ...module }) })),
  ];
}
