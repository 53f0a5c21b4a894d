/** What planning a codec needs to know: the model, the tables made from it, and the place that is planned for. */
import type { Codec, CodecUnit, Extent, Family, IntCodec } from "../../../codec/model.js";
import type { TypeId } from "../../../ir/model.js";
import type { RunSizes } from "../codec/sizes.js";
import type { Names } from "../names.js";
import { NO_OWNER, type Natives } from "../native.js";
import type { Item, Items, Role } from "./items.js";
import type { ModuleScope } from "./scope.js";
import { snakeCase } from "../../../names/words.js";

export interface Shared {
  names: Names;
  natives: Natives;
  sizes: RunSizes;
  items: Items;
  /** The path of a pattern's table. */
  pattern(id: number): string;
}

/** Planning of the functions of one type in one family. */
export class Context {
  private readonly helpers: Set<string>;

  constructor(
    readonly shared: Shared,
    readonly scope: ModuleScope,
    readonly owner: TypeId,
    readonly family: Family,
    private readonly add: (item: Item) => void,
    /** Names of functions that the type has already. */
    taken: Set<string>,
    /** Whether values are part of the owner itself, rather than behind the pointer of a list or map. */
    private readonly held = true,
  ) {
    this.helpers = taken;
  }

  /** The same place, for the elements of a list or map. */
  get elements(): Context {
    return new Context(this.shared, this.scope, this.owner, this.family, this.add, this.helpers, false);
  }

  unit = (id: TypeId, family: Family): CodecUnit => this.shared.sizes.unit(id, family);

  /** A function of a type, as a path. */
  function(role: Role, id: TypeId, family: Family): string {
    const name = this.shared.items.request(role, id, family);
    return id === this.owner ? `Self::${name}` : `${this.scope.path(id)}::${name}`;
  }

  /** A function of this type for a part of one of its fields; gives its path. */
  helper(verb: string, hint: string, plan: (name: string) => string[]): string {
    let name = `${verb}_${this.family}_${snakeCase(hint)}`;
    while (this.helpers.has(name)) name += "_";
    this.helpers.add(name);
    this.add({ docs: [], lines: plan(name) });
    return `Self::${name}`;
  }

  /** A constant of this type that one of its functions uses. */
  helperTable(name: string, lines: string[]): void {
    if (this.helpers.has(name)) return;
    this.helpers.add(name);
    this.add({ docs: [], lines });
  }

  native(codec: Codec): string {
    return this.scope.spelt(this.shared.natives.ofCodec(codec, this.held ? this.owner : NO_OWNER, this.scope.type));
  }

  boxed(codec: Codec): boolean {
    return this.held && codec.op === "unit" && this.shared.natives.boxed(this.owner, codec.type);
  }

  /** `'a` if the type borrows, else `'_`. */
  get lifetime(): string {
    return this.shared.natives.borrows(this.owner) ? "'a" : "'_";
  }

  get reader(): string {
    return `r: &mut ${this.scope.use("read")}::Reader<${this.lifetime}>`;
  }

  get jsonReader(): string {
    return `j: &mut ${this.scope.use("json")}::JsonReader<${this.lifetime}>`;
  }

  get writer(): string {
    return `w: &mut ${this.scope.use("write")}::Writer<'_>`;
  }

  decoded(type: string): string {
    return `Result<${type}, ${this.scope.use("DecodeError")}>`;
  }

  get encoded(): string {
    return `Result<(), ${this.scope.use("EncodeError")}>`;
  }

  /** `Extent::u8(1, 255)` */
  extent(extent: Extent): string {
    const constructor = extent.kind === "rest" ? "rest" : scalar(extent.int!);
    return `${this.scope.use("Extent")}::${constructor}(${extent.min}, ${extent.max ?? "u64::MAX"})`;
  }

  /** `Limit::new(1, 255)` */
  limit({ min, max }: Extent): string {
    const limit = this.scope.use("Limit");
    return min === 0 && max === null ? `${limit}::ANY` : `${limit}::new(${min}, ${max ?? "u64::MAX"})`;
  }
}

/** The name of the runtime's functions for an integer. */
export function scalar({ int, form }: IntCodec): string {
  if (form === "varint") return `varint_${int}`;
  return int === "u8" || int === "i8" ? int : `${int}_${form}`;
}

/** Bounds of an integer, the type's own where there is none. */
export const intBounds = ({ int, min, max }: IntCodec): [string, string] => [min ?? `${int}::MIN`, max ?? `${int}::MAX`];

/** Bounds of a float, infinite where there is none. */
export function floatBounds({ bits, min, max }: Extract<Codec, { op: "float" }>): [string, string] {
  return [min === null ? `f${bits}::NEG_INFINITY` : floatLiteral(min), max === null ? `f${bits}::INFINITY` : floatLiteral(max)];
}

const floatLiteral = (value: number): string => (Number.isInteger(value) && Math.abs(value) < 1e16 ? `${Object.is(value, -0) ? "-0" : value}.0` : String(value));

export const limited = (codec: Codec): boolean => (codec.op === "int" || codec.op === "float") && (codec.min !== null || codec.max !== null);
