/** The plan of one generated module: declarations, tables, functions. */
import type { CodecUnit } from "../../codec/model.js";
import type { TypeDef } from "../../ir/model.js";
import type { PlannedFunction } from "./codecs/functions.js";
import { readJsonBits, readJsonStruct } from "./codecs/readJsonObjects.js";
import { readJsonUnion } from "./codecs/readJsonUnions.js";
import { readStruct, splitBits } from "./codecs/readStructs.js";
import { readUnion } from "./codecs/readUnions.js";
import { writeJsonBits, writeJsonStruct, writeJsonUnion } from "./codecs/writeJsonObjects.js";
import { joinBits, writeStruct, writeUnion } from "./codecs/writeStructs.js";
import { declare, type Declaration } from "./declarations.js";
import type { PythonModel } from "./model.js";
import { asExported } from "./order.js";
import { Scope, type Place } from "./scope.js";
import { layOut, list } from "./source.js";
import { membersTable, tablesOf } from "./tables.js";

interface ModulePlan {
  imports: { standard: string[]; relative: string[] };
  exported: string[];
  structs: string[];
  declarations: Declaration[];
  tables: string[];
  functions: PlannedFunction[];
  /** The last statement; empty where nothing can be accelerated. */
  install: string;
}

export function planModule(module: string, types: TypeDef[], place: Place, model: PythonModel): ModulePlan {
  const scope = new Scope(model, module, place);
  const declarations = types.map((type) => declare(type, scope));
  for (const name of [...declarations.flatMap(standardModules), ...(place.isPackage ? ["importlib", "typing"] : [])]) scope.std(name);
  const tables: string[] = [];
  const functions: PlannedFunction[] = [];
  for (const type of types) {
    const units = model.unitsOf(type.id);
    tables.push(...tablesOf(units, scope));
    for (const unit of withoutTwins(units)) functions.push(...codecsOf(unit, scope, tables));
  }
  const install = types.some(({ id }) => model.unitsOf(id).length > 0) ? `${scope.acceleration()}.ACCELERATOR.install("${module}", globals())` : "";
  const exported = layOut([list("__all__ = ", types.map((type) => model.className(type.id)).sort(asExported).map((name) => `"${name}"`))]);
  return { structs: scope.structTables(), imports: scope.importLines(), exported, declarations, tables, functions, install };
}

function standardModules({ template }: Declaration): string[] {
  return { message: ["dataclasses", "typing"], enumeration: ["enum"], union: ["typing"], brand: ["typing"] }[template];
}

/** Bit fields are taken apart alike in both binary families. */
function withoutTwins(units: CodecUnit[]): CodecUnit[] {
  const isTwin = (unit: CodecUnit): boolean => unit.kind === "bits" && unit.family === "compact" && units.some((other) => other.family === "fixed");
  return units.filter((unit) => !isTwin(unit));
}

function codecsOf(unit: CodecUnit, scope: Scope, tables: string[]): PlannedFunction[] {
  const json = unit.family === "json";
  switch (unit.kind) {
    case "struct": {
      if (!json) return [readStruct(unit, scope), writeStruct(unit, scope)];
      const { function: read, table } = readJsonStruct(unit, scope);
      tables.push(...membersTable(table, scope));
      return [read, writeJsonStruct(unit, scope)];
    }
    case "union":
      return json ? [readJsonUnion(unit, scope), writeJsonUnion(unit, scope)] : [readUnion(unit, scope), writeUnion(unit, scope)];
    case "bits": {
      if (!json) return [splitBits(unit, scope), joinBits(unit, scope)];
      const { function: read, table } = readJsonBits(unit, scope);
      tables.push(...membersTable(table, scope));
      return [read, writeJsonBits(unit, scope)];
    }
    default:
      return [];
  }
}
