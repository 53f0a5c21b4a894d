/** The plan of one generated module: every name, type and statement decided. */
import type { Lookup } from "../../../codec/lookup.js";
import type { CodecUnit, RootCodec } from "../../../codec/model.js";
import type { TypeDef } from "../../../ir/model.js";
import { call, layOut, signature, type Call } from "../code.js";
import { stringLiteral } from "../literals.js";
import type { Names } from "../names.js";
import { ModuleScope } from "../scope.js";
import { planStructReader } from "./binary/read-structs.js";
import { planUnionReader } from "./binary/read-unions.js";
import { planStructWriter } from "./binary/write-structs.js";
import { planUnionWriter } from "./binary/write-unions.js";
import { planFixed } from "./constants.js";
import { planBits, planEnumFrom, planEnumTo } from "./choices.js";
import { constantLines, ModuleContext, type FunctionPlan, type Shared } from "./context.js";
import { bitsShape, structShape } from "./json/members.js";
import { planEnumParser, planUnionParser } from "./json/read-choices.js";
import { planObjectParser } from "./json/read-objects.js";
import { planEnumFormatter, planUnionFormatter } from "./json/write-choices.js";
import { planObjectFormatter } from "./json/write-objects.js";
import { planType, type TypePlan } from "./types.js";

export interface ModulePlan {
  file: string;
  imports: string[];
  /** With what the spec fixes of them. */
  types: (TypePlan & { codec: string[]; fixed: { doc: string[]; lines: string[] }[] })[];
  constants: string[][];
  functions: { exported: boolean; lines: string[] }[];
}

export function planModule(lookup: Lookup, names: Names, shared: Shared, module: string): ModulePlan {
  const scope = new ModuleScope(names, lookup.types, module);
  const context = new ModuleContext(lookup, scope, shared);
  const own = lookup.typesIn(module);
  const types = own.map((def) => ({ ...planType(lookup, scope, def), codec: planCodec(context, def), fixed: planFixed(names, def) }));
  for (const def of own) planUnits(context, lookup.unitsOf(def.id));
  return {
    file: `${names.file(module)}.ts`,
    imports: scope.importLines(),
    types,
    constants: context.constants.map(constantLines),
    functions: context.functions.map(functionLines),
  };
}

/** `units`: of one type, in each encoding that reaches it. */
function planUnits(context: ModuleContext, units: readonly CodecUnit[]): void {
  const [any] = units;
  if (any?.kind === "enum") {
    planEnumTo(context, any);
    planEnumFrom(context, any);
  }
  if (any?.kind === "bits") planBits(context, any);
  for (const unit of units) {
    if (unit.family === "json") planJson(context, unit);
    else if (unit.kind === "struct") {
      planStructReader(context, unit, unit.family);
      planStructWriter(context, unit, unit.family);
    } else if (unit.kind === "union") {
      planUnionReader(context, unit, unit.family);
      planUnionWriter(context, unit, unit.family);
    }
  }
}

function planJson(context: ModuleContext, unit: CodecUnit): void {
  switch (unit.kind) {
    case "struct":
    case "bits": {
      const shape = unit.kind === "struct" ? structShape(context, unit) : bitsShape(unit);
      planObjectParser(context, shape);
      planObjectFormatter(context, shape);
      return;
    }
    case "union":
      planUnionParser(context, unit);
      planUnionFormatter(context, unit);
      return;
    case "enum":
      planEnumParser(context, unit);
      planEnumFormatter(context, unit);
      return;
    case "flags":
      return;
  }
}

/** `export const PacketHeader = …`, for a root. */
function planCodec(context: ModuleContext, def: TypeDef): string[] {
  const root = context.lookup.root(def.id);
  if (!root) return [];
  const name = context.scope.type(def.id);
  return layOut([{ prefix: `export const ${name} = /* @__PURE__ */ `, code: codecCall(context, root, name) }], "");
}

function codecCall(context: ModuleContext, { type, family, fixedSize, maxSize }: RootCodec, name: string): Call {
  const make = family === "json" ? context.json("codec") : context.binary(fixedSize === null ? "codec" : "fixedSizeCodec");
  const bound = fixedSize ?? maxSize;
  const [read, write] = [context.scope.function(type, `read ${family}`), context.scope.function(type, `write ${family}`)];
  return call(make, stringLiteral(name), read, write, bound === null ? undefined : String(bound));
}

function functionLines({ exported, name, parameters, result, body }: FunctionPlan): { exported: boolean; lines: string[] } {
  const head = signature(`${exported ? "export " : ""}function ${name}`, parameters, result);
  return { exported, lines: body.length === 0 ? [...head.slice(0, -1), `${head.at(-1)}}`] : [...head, ...layOut(body, "  "), "}"] };
}
