/** One source and one private header for each module: its units in every family, and the functions of its messages. */
import type { CodecModel, CodecUnit, Pattern } from "../../codec/model.js";
import { referencesOf } from "../../ir/references.js";
import { BinaryStructs } from "./structs.js";
import type { Context } from "./context.js";
import { Footprint } from "./footprint.js";
import { Sources, type FunctionPlan } from "./functions.js";
import { JsonStructs } from "./jsonStructs.js";
import { stringLiteral } from "./literals.js";
import { guardOf } from "./names.js";
import { longestPath } from "./paths.js";
import { declareUnits, enumsInBits, type UnitDeclaration } from "./unitHeaders.js";

export interface UnitHeaderPlan {
  path: string;
  guard: string;
  public: string;
  runtime: string[];
  /** Enums of other modules whose members are checked here: a prototype now, the header after all else, since it may need this one. */
  borrowed: string[];
  others: string[];
  units: UnitDeclaration[];
}

export interface SourcePlan {
  path: string;
  /** Of other units, looked for below the source folder only. */
  includes: string[];
  runtime: string[];
  /** The longest path of the spec, in one file; 0 in the others. */
  pathNeed: number;
  patterns: Record<string, unknown>[];
  functions: FunctionPlan[];
}

export class ModuleSources {
  private readonly footprint: Footprint;

  constructor(private readonly context: Context) {
    this.footprint = new Footprint(context);
  }

  headers(): UnitHeaderPlan[] {
    return this.modulesInUse().map((module) => {
      const units = this.unitsOf(module);
      const isJson = units.some(({ family }) => family === "json");
      const borrowed = enumsInBits(this.context, units).filter((id) => this.moduleOf(id) !== module);
      return {
        path: unitHeader(this.context, module),
        guard: guardOf(this.context.names.folder, this.context.names.module(module), "units_h"),
        public: `${this.context.names.folder}/${this.context.names.module(module)}.h`,
        runtime: isJson ? ["json_object.h", "json_writer.h", "reader.h", "writer.h"] : ["reader.h", "writer.h"],
        borrowed: borrowed.map((id) => this.context.names.type(id)),
        others: [...new Set(borrowed.map((id) => unitHeader(this.context, this.moduleOf(id))))],
        units: declareUnits(this.context, units),
      };
    });
  }

  sources(): SourcePlan[] {
    const need = longestPath(this.context);
    return this.modulesInUse().map((module, index) => {
      const sources = new Sources();
      const binary = new BinaryStructs(this.context, sources, this.footprint);
      const json = new JsonStructs(this.context, sources);
      for (const unit of this.unitsOf(module)) addUnit(unit, binary, json);
      for (const root of this.context.lookup.rootsIn(module)) this.addRoot(sources, root);
      const text = JSON.stringify(sources.functions);
      const patterns = this.context.model.patterns.filter(({ id }) => text.includes(`&pattern_${id},`));
      const usesMaps = sources.functions.some(({ template }) => template === "write_map" || template === "json_write_map");
      return {
        path: `${this.context.names.folder}/${this.context.names.module(module)}.c`,
        includes: this.neededHeaders(module),
        runtime: usesMaps ? ["map_order.h"] : [],
        pathNeed: index === 0 ? need : 0,
        patterns: patterns.map(pattern),
        functions: sources.functions,
      };
    });
  }

  private modulesInUse(): string[] {
    return this.context.groups.modules.filter((module) => this.unitsOf(module).length > 0);
  }

  private unitsOf(module: string): readonly CodecUnit[] {
    return this.context.lookup.unitsIn(module);
  }

  private moduleOf(id: string): string {
    return this.context.type(id).module;
  }

  private neededHeaders(module: string): string[] {
    const used = new Set<string>([module]);
    for (const { type } of this.unitsOf(module)) for (const id of referencesOf(this.context.type(type))) if (this.unitsOf(this.moduleOf(id)).length > 0) used.add(this.moduleOf(id));
    const others = [...used].filter((other) => other !== module).sort();
    return [module, ...others].map((one) => unitHeader(this.context, one));
  }

  private addRoot(sources: Sources, { type, family, maxSize }: CodecModel["roots"][number]): void {
    sources.addUnit("root", this.context.names.type(type), {
      family,
      json: family === "json",
      flat: this.footprint.isFlat(type, family),
      ...this.footprint.bound(type, family),
      max: maxSize === null ? "" : String(maxSize),
      spelling: type.slice(type.lastIndexOf(".") + 1),
    });
  }
}

/** Below the source folder. In a folder of the spec's own, so that no include can mean another file. */
const unitHeader = (context: Context, module: string): string => `${context.names.folder}/${context.names.module(module)}_units.h`;

function addUnit(unit: CodecUnit, binary: BinaryStructs, json: JsonStructs): void {
  const isJson = unit.family === "json";
  switch (unit.kind) {
    case "struct":
      return isJson ? json.struct(unit) : binary.struct(unit);
    case "union":
      return isJson ? json.union(unit) : binary.union(unit);
    case "enum":
      return isJson ? json.enum(unit) : undefined;
    case "flags":
      return isJson ? json.flags(unit) : undefined;
    case "bits":
      return isJson ? json.bits(unit) : undefined;
  }
}

const TABLE_WIDTH = 32;

function pattern({ id, source, dfa }: Pattern): Record<string, unknown> {
  /** With the closing brace: a comma after the last number would make a formatter put each on a line of its own. */
  const rows = (numbers: readonly number[]): string[] => {
    const lines: string[] = [];
    for (let at = 0; at < numbers.length; at += TABLE_WIDTH) lines.push(`${numbers.slice(at, at + TABLE_WIDTH).join(", ")}${at + TABLE_WIDTH < numbers.length ? "," : "};"}`);
    return lines;
  };
  return {
    id,
    source: stringLiteral(source),
    classes: rows(dfa.classes),
    transitions: rows(dfa.transitions.flat()),
    accepting: `{${dfa.accepting.join(", ")}}`,
    classCount: dfa.transitions[0]?.length ?? 0,
  };
}
