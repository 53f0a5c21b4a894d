/** One page that shows every type of a spec: where each byte stands, and what it means. Needs no server and no script. */
import type { GeneratedFile } from "../backends/backend.js";
import { templates } from "../backends/templates.js";
import { headerLines } from "../backends/header.js";
import type { CodecModel } from "../codec/model.js";
import { explainer } from "../explain/explain.js";
import type { TypeDef } from "../ir/model.js";

/** Columns of a diagram and its table: what fits beside the list of types on a laptop. */
const WIDTH = 100;

export function catalogueFiles(model: CodecModel): GeneratedFile[] {
  const render = templates("catalogue");
  const link = linker(model.spec.types);
  const explain = explainer(model, { color: false, width: WIDTH });
  const modules = groupBy(model.spec.types, (type) => type.module).map(([name, types]) => ({
    name,
    types: types.map((type) => ({ id: type.id, name: type.name, message: isMessage(type), text: link(explain(type.id), type) })),
  }));
  const counts = { messages: model.roots.length, types: model.spec.types.length };
  return [{ path: "index.html", content: render("page", { header: headerLines(model.spec), title: model.spec.name, hash: model.spec.hash, counts, modules }) }];
}

const isMessage = (type: TypeDef): boolean => "root" in type && type.root !== undefined;

/** Escapes a text for HTML and makes each type's name in it lead to the type. */
function linker(types: TypeDef[]): (text: string, own: TypeDef) => string {
  const byName = new Map<string, TypeDef[]>();
  for (const type of types) byName.set(type.name, [...(byName.get(type.name) ?? []), type]);
  return (text, own) =>
    escape(text).replace(/\b[A-Za-z][A-Za-z0-9_]*\b/g, (word) => {
      const found = byName.get(word)?.filter((type) => type.id !== own.id) ?? [];
      const target = found.find((type) => type.module === own.module) ?? (found.length === 1 ? found[0] : undefined);
      return target && word !== own.name ? `<a href="#${target.id}">${word}</a>` : word;
    });
}

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function groupBy<Item>(items: Item[], key: (item: Item) => string): [string, Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups];
}
