/** What all planners of one file share. */
import type { Codec, CodecModel, CodecUnit, Family, StructUnit } from "../../../codec/model.js";
import { lookupOf, type Lookup } from "../../../codec/lookup.js";
import type { TypeId, UnionDef } from "../../../ir/model.js";
import { Native } from "../native.js";
import type { Names } from "../names.js";

const SUFFIXES: Record<Family, string> = { fixed: "Fixed", compact: "Compact", json: "JSON" };

export class Context {
  readonly native: Native;
  readonly lookup: Lookup;
  private unions: ReadonlyMap<TypeId, UnionDef[]> | undefined;
  private readonly inOnePiece = new Map<StructUnit, boolean>();

  constructor(
    readonly model: CodecModel,
    readonly names: Names,
    qualifier = "",
  ) {
    this.native = new Native(model, names, qualifier);
    this.lookup = lookupOf(model);
  }

  unit(type: TypeId, family: Family): CodecUnit {
    const unit = this.lookup.unit(type, family);
    if (!unit) throw new Error(`${type} has no codec in ${family}`);
    return unit;
  }

  /** The unions that have a type as a case. */
  unionsWith(type: TypeId): readonly UnionDef[] {
    this.unions ??= unionsByCase(this.model);
    return this.unions.get(type) ?? [];
  }

  /** A function for a type in a family: `decodePacketHeaderFixed`. */
  function(verb: string, type: TypeId, family: Family): string {
    return `${verb}${this.names.type(type)}${SUFFIXES[family]}`;
  }

  /** How many bytes a value takes if it can be read in one piece with its neighbours: no prefixes, tags or options inside. */
  runSize(codec: Codec): number | null {
    switch (codec.op) {
      case "int":
        return codec.form === "le" || codec.form === "be" ? Number(codec.int.slice(1)) / 8 : null;
      case "float":
        return codec.form === "json" ? null : codec.bits / 8;
      case "bool":
        return codec.form === "byte" ? 1 : null;
      case "fixedBytes":
        return codec.json === null ? codec.size : null;
      case "constInt":
        return this.runSize(codec.int);
      case "constBytes":
      case "reserved":
        return codec.size;
      case "brand":
        return this.runSize(codec.codec);
      case "array": {
        const element = this.runSize(codec.element);
        return element === null ? null : element * codec.size;
      }
      case "unit":
        return codec.family === "json" ? null : this.unitRunSize(this.unit(codec.type, codec.family));
      default:
        return null;
    }
  }

  unitRunSize(unit: CodecUnit): number | null {
    switch (unit.kind) {
      case "enum":
      case "flags":
      case "bits":
        return this.runSize(unit.int);
      case "struct":
        // An open struct goes on for as long as its window.
        return this.readsInOnePiece(unit) ? unit.fixedSize : null;
      case "union":
        return null;
    }
  }

  private readsInOnePiece(unit: StructUnit): boolean {
    let known = this.inOnePiece.get(unit);
    if (known === undefined) {
      // An open struct goes on for as long as its window.
      known = unit.fixedSize !== null && !unit.open && !unit.recursive && unit.fields.every(({ codec }) => this.runSize(codec) !== null);
      this.inOnePiece.set(unit, known);
    }
    return known;
  }

  /** Whether JSON stands in the same window: what is wrong with it as a whole is wrong with the window. */
  endsInJson(codec: Codec, seen = new Set<TypeId>()): boolean {
    if (codec.op === "brand") return this.endsInJson(codec.codec, seen);
    if (codec.op === "nullable") return this.endsInJson(codec.inner, seen);
    if (codec.op !== "unit" || seen.has(codec.type)) return false;
    if (codec.family === "json") return true;
    const unit = this.unit(codec.type, codec.family);
    seen.add(codec.type);
    if (unit.kind === "struct") return unit.fields.some((field) => this.endsInJson(field.codec, seen));
    return unit.kind === "union" && unit.cases.some((one) => one.codec !== null && this.endsInJson(one.codec, seen));
  }

  /** Elements that may contain lists of their own kind: what they claim to hold is not yet there. */
  nests(codec: Codec): boolean {
    switch (codec.op) {
      case "unit":
        return this.unit(codec.type, codec.family).recursive;
      case "list":
      case "array":
        return this.nests(codec.element);
      case "map":
        return this.nests(codec.value);
      case "nullable":
        return this.nests(codec.inner);
      case "window":
        return this.nests(codec.content);
      default:
        return false;
    }
  }
}

function unionsByCase(model: CodecModel): ReadonlyMap<TypeId, UnionDef[]> {
  const unions = new Map<TypeId, UnionDef[]>();
  for (const union of model.types.filter((type) => type.kind === "union"))
    for (const type of new Set(union.cases.flatMap((one) => one.type ?? []))) unions.set(type, [...(unions.get(type) ?? []), union]);
  return unions;
}
