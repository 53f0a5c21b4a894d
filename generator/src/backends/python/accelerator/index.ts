/**
 * The accelerator: a C extension, made with every package, that reads and writes what is regular straight from and into Python's objects. Whatever
 * is unusual it leaves to the pure codec, so it needs no errors of its own and cannot disagree about any.
 */
import { createHash } from "node:crypto";
import type { CodecUnit } from "../../../codec/model.js";
import type { PythonModel } from "../model.js";
import { Accelerator } from "./context.js";
import { patternTable } from "./patterns.js";
import { readJsonBits, readJsonStruct, readJsonUnion } from "./readJsonStructs.js";
import { readStruct, readUnion } from "./readStructs.js";
import { moduleOf, rootOf, tablesOf } from "./tables.js";
import { writeJsonBits, writeJsonStruct, writeJsonUnion } from "./writeJsonStructs.js";
import { writeStruct, writeUnion } from "./writeStructs.js";

/** What the template of the extension prints; `source` tells one extension from another. */
export interface Extension {
  source: string;
  [part: string]: unknown;
}

export function planExtension(model: PythonModel): Extension {
  const accelerator = new Accelerator(model);
  const units = model.source.units;
  for (const unit of units) for (const name of [accelerator.read(unit.family, unit.type), accelerator.write(unit.family, unit.type)]) accelerator.source.name(name);
  for (const unit of units) addUnit(unit, accelerator);
  const used = new Set(units.map(({ type }) => type));
  const modules = [...model.modules()].map(([id, types], index) => {
    const tables = types.filter(({ id: type }) => used.has(type)).flatMap((type) => tablesOf(type, accelerator));
    const roots = types.flatMap(({ id: type }) => model.roots.get(type) ?? []).map((root) => rootOf(root, accelerator));
    return { tables, roots, module: moduleOf(id, index, tables, roots) };
  });
  const plan = {
    tables: modules.flatMap(({ tables }) => tables),
    patterns: model.source.patterns.map(patternTable),
    functions: accelerator.source.functions,
    roots: modules.flatMap(({ roots }) => roots),
    modules: modules.map(({ module }) => module),
  };
  return { source: createHash("sha256").update(JSON.stringify([model.source.spec.hash, plan])).digest("hex").slice(0, 32), ...plan };
}

/** Enums and flags, and bit fields in bytes, are made where something asks for them. */
function addUnit(unit: CodecUnit, accelerator: Accelerator): void {
  const json = unit.family === "json";
  switch (unit.kind) {
    case "struct":
      (json ? readJsonStruct : readStruct)(unit, accelerator);
      return (json ? writeJsonStruct : writeStruct)(unit, accelerator);
    case "union":
      (json ? readJsonUnion : readUnion)(unit, accelerator);
      return (json ? writeJsonUnion : writeUnion)(unit, accelerator);
    case "bits":
      if (!json) return;
      readJsonBits(unit, accelerator);
      return writeJsonBits(unit, accelerator);
  }
}
