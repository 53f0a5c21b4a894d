/** From plans to the text of files. */
import { lookupOf, type Lookup } from "../../codec/lookup.js";
import type { CodecModel, Pattern } from "../../codec/model.js";
import type { GeneratedFile } from "../backend.js";
import { constantsOf } from "../../ir/constants.js";
import { headerLines } from "../header.js";
import { bracedList, numberLines, WIDTH } from "./code.js";
import { stringLiteral } from "./literals.js";
import type { Names } from "./names.js";
import { hasValue } from "./native.js";
import { sharedBy } from "./plan/context.js";
import { planModule } from "./plan/module.js";
import { render } from "./templates.js";

/** Everything of the folder `generated`: a file for each module, the patterns, and the index. */
export function renderCodecs(model: CodecModel, names: Names): GeneratedFile[] {
  const header = headerLines(model.spec);
  const modules = [...new Set(model.spec.types.map(({ module }) => module))].sort();
  const lookup = lookupOf(model);
  const shared = sharedBy(model, names);
  const files = modules.map((module) => {
    const plan = planModule(lookup, names, shared, module);
    return { path: plan.file, content: render("module", { header, ...plan }) };
  });
  const patterns = model.patterns.length === 0 ? [] : [{ path: "patterns.ts", content: render("patterns", { header, patterns: model.patterns.map(patternPlan) }) }];
  return [...files, ...patterns, { path: "index.ts", content: render("index", { header, hash: model.spec.hash, exports: modules.flatMap((module) => exportsOf(lookup, names, module)) }) }];
}

function patternPlan({ id, source, dfa }: Pattern): { name: string; properties: string[][] } {
  const width = Math.max(...dfa.classes) + 1;
  const accepting = dfa.accepting.flatMap((accepts, state) => (accepts ? [state] : []));
  return {
    name: `pattern${id}`,
    properties: [
      text("source", source),
      numbers("classes", dfa.classes.slice(0, 128)),
      [`  width: ${width},`],
      numbers("next", dfa.transitions.flat()),
      numbers("accepting", accepting),
    ],
  };
}

function text(name: string, value: string): string[] {
  const line = `  ${name}: ${stringLiteral(value)},`;
  return line.length <= WIDTH ? [line] : [`  ${name}:`, `    ${stringLiteral(value)},`];
}

function numbers(name: string, values: number[]): string[] {
  const line = `  ${name}: [${values.join(", ")}],`;
  return line.length <= WIDTH ? [line] : [`  ${name}: [`, ...numberLines(values.map(String), "    "), "  ],"];
}

/** The public names of a module: types, and those of them that are values as well. */
function exportsOf(lookup: Lookup, names: Names, module: string): string[] {
  const defs = lookup.typesIn(module);
  const renamed = (name: string, exported: string): string => (name === exported ? name : `${name} as ${exported}`);
  const types = (withValue: boolean): string[] => defs.filter((def) => hasValue(def) === withValue).map(({ id }) => renamed(names.type(id), names.exported(id)));
  const fixed = defs.flatMap((def) => constantsOf(def).map(({ name }) => renamed(names.constant(def.id, name), names.exportedConstant(def.id, name))));
  const sorted = (list: string[]): string[] => list.sort((a, b) => (a < b ? -1 : 1));
  const line = (head: string, list: string[]): string[] => (list.length === 0 ? [] : bracedList(head, list, ` from "./${names.file(module)}.js";`));
  return [...line("export type", sorted(types(false))), ...line("export", sorted([...types(true), ...fixed]))];
}
