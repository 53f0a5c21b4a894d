/** Finds parts of a model by id and by module, so that no back end searches a list for each type. */
import type { TypeDef, TypeId } from "../ir/model.js";
import type { CodecModel, CodecUnit, Family, RootCodec } from "./model.js";

const NONE: readonly never[] = [];

export class Lookup {
  readonly types: ReadonlyMap<TypeId, TypeDef>;
  private readonly units: ReadonlyMap<string, CodecUnit>;
  private readonly roots: ReadonlyMap<TypeId, RootCodec>;
  private readonly unitsByType: ReadonlyMap<TypeId, CodecUnit[]>;
  private readonly typesByModule: ReadonlyMap<string, TypeDef[]>;
  private readonly unitsByModule: ReadonlyMap<string, CodecUnit[]>;
  private readonly rootsByModule: ReadonlyMap<string, RootCodec[]>;

  constructor(model: CodecModel) {
    this.types = new Map(model.types.map((type) => [type.id, type]));
    this.units = new Map(model.units.map((unit) => [`${unit.family} ${unit.type}`, unit]));
    this.roots = new Map(model.roots.map((root) => [root.type, root]));
    const module = ({ type }: { type: TypeId }): string => this.types.get(type)!.module;
    this.unitsByType = grouped(model.units, ({ type }) => type);
    this.typesByModule = grouped(model.types, (type) => type.module);
    this.unitsByModule = grouped(model.units, module);
    this.rootsByModule = grouped(model.roots, module);
  }

  unit = (type: TypeId, family: Family): CodecUnit | undefined => this.units.get(`${family} ${type}`);
  root = (type: TypeId): RootCodec | undefined => this.roots.get(type);

  // In the model's order.
  unitsOf = (type: TypeId): readonly CodecUnit[] => this.unitsByType.get(type) ?? NONE;
  typesIn = (module: string): readonly TypeDef[] => this.typesByModule.get(module) ?? NONE;
  unitsIn = (module: string): readonly CodecUnit[] => this.unitsByModule.get(module) ?? NONE;
  rootsIn = (module: string): readonly RootCodec[] => this.rootsByModule.get(module) ?? NONE;
}

const lookups = new WeakMap<CodecModel, Lookup>();

/** One for each model. */
export function lookupOf(model: CodecModel): Lookup {
  let lookup = lookups.get(model);
  if (!lookup) lookups.set(model, (lookup = new Lookup(model)));
  return lookup;
}

function grouped<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
