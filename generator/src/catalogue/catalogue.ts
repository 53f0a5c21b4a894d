/** One page that shows every type of a spec: where each byte stands, and what it means. Needs no server and no script. */
import type { GeneratedFile } from "../backends/backend.js";
import { headerLines } from "../backends/header.js";
import { templates } from "../backends/templates.js";
import { encodingWord } from "../check/places.js";
import type { CodecModel } from "../codec/model.js";
import { explainer } from "../explain/explain.js";
import type { Explanation, Form } from "../explain/explanation.js";
import { referencesOf } from "../ir/references.js";
import type { TypeDef } from "../ir/model.js";
import { viewBlock } from "./blocks.js";
import { escape, linker, paragraphs, type Link } from "./html.js";

export function catalogueFiles(model: CodecModel): GeneratedFile[] {
  const { spec, roots } = model;
  const link = linker(spec.types);
  const explain = explainer(model);
  const containers = containersOf(spec.types);
  const modules = groupBy(spec.types, ({ module }) => module).map(([name, types]) => ({ name, types: types.map((type) => viewType(explain(type), containers.get(type.id) ?? [], link)) }));
  const data = { header: headerLines(spec), title: escape(spec.name), hash: spec.hash, counts: { messages: roots.length, types: spec.types.length }, modules };
  return [{ path: "index.html", content: templates("catalogue")("page", data) }];
}

function viewType({ type, facts, forms }: Explanation, containers: TypeDef[], link: Link): object {
  const { text, since = "", deprecated } = type.doc;
  return {
    id: type.id,
    name: type.name,
    message: "root" in type && type.root !== undefined,
    facts: link(facts, type),
    deprecated: deprecated === undefined ? null : link(`Deprecated. ${deprecated}`, type),
    doc: paragraphs(text).map((one) => link(one, type)),
    since,
    containers: containers.map(({ id, name }) => `<a href="#${id}">${name}</a>`).join(", "),
    forms: forms.map((form) => viewForm(form, type, forms.length > 1, link)),
  };
}

/** Types inside have places of their own on the page, so only the type's own section is shown. */
function viewForm({ encoding, sections }: Form, type: TypeDef, several: boolean, link: Link): object {
  const own = sections.find((section) => section.type === type);
  return { title: several && encoding ? encodingWord(encoding) : null, blocks: (own?.blocks ?? []).map((block) => viewBlock(block, (text) => link(text, type))) };
}

/** For each type those that name it. */
function containersOf(types: TypeDef[]): Map<string, TypeDef[]> {
  const containers = new Map<string, TypeDef[]>();
  for (const type of types)
    for (const id of new Set(referencesOf(type))) {
      const known = containers.get(id);
      if (known) known.push(type);
      else containers.set(id, [type]);
    }
  return containers;
}

function groupBy<Item>(items: Item[], key: (item: Item) => string): [string, Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups];
}
