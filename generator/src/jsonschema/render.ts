/** Writes schemas as files. */
import type { GeneratedFile } from "../backends/backend.js";
import type { Spec } from "../ir/model.js";
import { jsonRoots, schemaOf } from "./schema.js";
import type { Schema } from "./values.js";

/** One file a message: `tool.ToolEvent.schema.json`. */
export function schemaFiles(spec: Spec): GeneratedFile[] {
  return jsonRoots(spec).map((root) => ({ path: `${root.id}.schema.json`, content: renderSchema(schemaOf(spec, root.id)) }));
}

/** What fits stands on one line. */
const WIDTH = 100;

export const renderSchema = (schema: Schema): string => `${render(schema, "")}\n`;

/** `JSON.stringify` has no bigint: they become plain numbers, in full. */
function render(value: unknown, indent: string): string {
  if (typeof value === "bigint") return value.toString();
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const list = Array.isArray(value);
  const deeper = `${indent}  `;
  const items = list ? value.map((item) => render(item, deeper)) : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${render(item, deeper)}`);
  const [open, close, space] = list ? ["[", "]", ""] : ["{", "}", " "];
  if (items.length === 0) return open + close;
  const short = `${open}${space}${items.join(", ")}${space}${close}`;
  if (indent.length + short.length <= WIDTH && !short.includes("\n")) return short;
  return `${open}\n${items.map((item) => deeper + item).join(",\n")}\n${indent}${close}`;
}
