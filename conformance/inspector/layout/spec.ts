/** The generated description, with its parts found by name. */
import type { Codec, EnumUnit, Family, FlagsUnit, RootCodec, StructUnit } from "../../../generator/src/codec/model.js";
import type { DescribedUnit, Description, TypeDoc } from "../../../generator/src/inspector/description.js";

export type { Codec, DescribedUnit, Description, EnumUnit, Family, FlagsUnit, RootCodec, StructUnit };
export type CodecOf<Op extends Codec["op"]> = Extract<Codec, { op: Op }>;
export type UnitOf<Kind extends DescribedUnit["kind"]> = Extract<DescribedUnit, { kind: Kind }>;

export class SpecIndex {
  readonly roots: ReadonlyMap<string, RootCodec>;
  private readonly units: ReadonlyMap<string, DescribedUnit>;

  constructor(readonly description: Description) {
    this.roots = new Map(description.roots.map((root) => [root.type, root]));
    this.units = new Map(description.units.map((unit) => [`${unit.family} ${unit.type}`, unit]));
  }

  unit(type: string, family: Family): DescribedUnit {
    const unit = this.units.get(`${family} ${type}`);
    if (!unit) throw new Error(`the description has no ${family} unit ${type}`);
    return unit;
  }

  struct(type: string, family: Family): StructUnit {
    const unit = this.unit(type, family);
    if (unit.kind !== "struct") throw new Error(`${type} is no structure`);
    return unit;
  }

  doc(type: string): TypeDoc {
    return this.description.docs[type] ?? {};
  }
}
