/** What the plans of one module share: the model, the module's names, and the functions planned so far. */
import type { Lookup } from "../../../codec/lookup.js";
import type { CodecModel, CodecUnit, Family } from "../../../codec/model.js";
import type { TypeDef, TypeId } from "../../../ir/model.js";
import { guard, numberLines, WIDTH, type Statement } from "../code.js";
import { localNames, type Names } from "../names.js";
import type { ModuleScope } from "../scope.js";

/** A function of the generated module. */
export interface FunctionPlan {
  /** Other modules call it. */
  exported: boolean;
  name: string;
  parameters: string[];
  result: string;
  body: Statement[];
}

export interface ConstantPlan {
  name: string;
  type: string;
  /** Its literal: one row a line, or all in one line. */
  rows: string[];
  inline: boolean;
}

/** Variables by the fields' names. */
export type Locals = ReadonlyMap<string, string>;

export class ModuleContext {
  readonly functions: FunctionPlan[] = [];
  readonly constants: ConstantPlan[] = [];
  private readonly constantNames = new Map<string, string>();

  constructor(
    readonly lookup: Lookup,
    readonly scope: ModuleScope,
    private readonly shared: Shared,
  ) {}

  unit(type: TypeId, family: Family): CodecUnit {
    const unit = this.lookup.unit(type, family);
    if (!unit) throw new Error(`the model lacks the ${family} codec of ${type}`);
    return unit;
  }

  type(id: TypeId): TypeDef {
    const type = this.lookup.types.get(id);
    if (!type) throw new Error(`the model lacks the type ${id}`);
    return type;
  }

  /** Variables for the fields of one struct or of bits. */
  locals = (fields: readonly { name: string }[]): Locals => localNames(fields.map(({ name }) => name), this.shared.brands);

  /** The struct's members stand, in some union, beside a tag in one JSON object. */
  isInternalCase = (id: TypeId): boolean => this.shared.internalCases.has(id);

  /** Adds a function of the module's own; returns its name. */
  add(name: string, parameters: string[], result: string, body: Statement[]): string {
    const own = this.scope.own(name);
    this.functions.push({ exported: false, name: own, parameters, result, body });
    return own;
  }

  /** A constant array, the same for the same rows; returns its name. */
  constant(wish: string, type: string, rows: string[], inline = false): string {
    const key = `${type} ${rows.join()}`;
    let name = this.constantNames.get(key);
    if (name === undefined) {
      name = this.scope.own(wish);
      this.constantNames.set(key, name);
      this.constants.push({ name, type, rows, inline });
    }
    return name;
  }

  /** `codec.under(error, step)` around `body`. */
  guard = (step: string, ...body: Statement[]): Statement => guard(this.codec("under"), step, ...body);

  reader = (): string => `r: ${this.scope.runtimeType("binary", "Reader")}`;
  writer = (): string => `w: ${this.scope.runtimeType("binary", "Writer")}`;
  jsonReader = (): string => `r: ${this.scope.runtimeType("json", "Reader")}`;
  jsonWriter = (): string => `w: ${this.scope.runtimeType("json", "Writer")}`;

  binary = (name: string): string => this.scope.runtime("binary", name);
  json = (name: string): string => this.scope.runtime("json", name);
  codec = (name: string): string => this.scope.runtime("codec", name);
}

/** What all modules have in common. */
export interface Shared {
  /** Structs whose members stand, in some union, beside a tag in one JSON object. */
  internalCases: ReadonlySet<TypeId>;
  /** Names of constructors of brands, which no variable may hide. */
  brands: ReadonlySet<string>;
}

export function sharedBy(model: CodecModel, names: Names): Shared {
  const brands = model.spec.types.filter(({ kind }) => kind === "brand");
  return { internalCases: internalCases(model.units), brands: new Set(brands.map(({ id }) => names.type(id))) };
}

function internalCases(units: CodecUnit[]): ReadonlySet<TypeId> {
  const tagged = units.flatMap((unit) => (unit.kind === "union" && unit.tagging?.style === "internal" ? unit.cases : []));
  return new Set(tagged.flatMap(({ payload }) => payload ?? []));
}

export function constantLines({ name, type, rows, inline }: ConstantPlan): string[] {
  const head = `const ${name}: ${type} = [`;
  const line = `${head}${rows.join(", ")}];`;
  if ((inline || rows.length < 2) && line.length <= WIDTH) return [line];
  return [head, ...(inline ? numberLines(rows, "  ") : rows.map((row) => `  ${row},`)), "];"];
}
