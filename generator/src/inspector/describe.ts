/** From codecs to the description file of the inspector page. */
import type { GeneratedFile } from "../backends/backend.js";
import { headerLines } from "../backends/header.js";
import type { CodecModel, CodecUnit } from "../codec/model.js";
import type { Doc, TypeDef } from "../ir/model.js";
import type { DescribedUnit, Description, TypeDoc } from "./description.js";

export function describeForInspector(model: CodecModel): GeneratedFile[] {
  return [{ path: "description.json", content: render(describe(model)) }];
}

export function describe({ spec, roots, units, types }: CodecModel): Description {
  const documented = types.map((type): [string, TypeDoc] => [type.id, typeDoc(type)]).filter(([, doc]) => Object.keys(doc).length > 0);
  return { "//": headerLines(spec).join(" "), spec: spec.name, hash: spec.hash, roots, units: units.map(unit), docs: Object.fromEntries(documented) };
}

function unit(unit: CodecUnit): DescribedUnit {
  if (unit.kind !== "bits") return unit;
  return { ...unit, def: { fields: unit.def.fields.map(({ doc: _, source: __, ...field }) => field) } };
}

function typeDoc(type: TypeDef): TypeDoc {
  const members = Object.fromEntries(membersOf(type).flatMap(({ name, doc }) => (doc.text === "" ? [] : [[name, doc.text]])));
  return { ...(type.doc.text !== "" && { text: type.doc.text }), ...(Object.keys(members).length > 0 && { members }) };
}

function membersOf(type: TypeDef): { name: string; doc: Doc }[] {
  if (type.kind === "union") return type.cases;
  return type.kind === "struct" || type.kind === "bits" ? type.fields : [];
}

/** A line for each root and unit, so that changes to the spec read well. */
function render(description: Description): string {
  const member = ([name, value]: [string, unknown]): string => `${JSON.stringify(name)}: ${block(value)}`;
  return `{\n${Object.entries(description).map(member).join(",\n")}\n}\n`;
}

function block(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "[]" : `[\n${value.map((item) => JSON.stringify(item)).join(",\n")}\n]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const lines = Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${JSON.stringify(item)}`);
  return lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n}`;
}
