/** What all planners of one file share. */
import type { Codec, CodecModel, CodecUnit, Family } from "../../../codec/model.js";
import type { TypeId } from "../../../ir/model.js";
import { Native } from "../native.js";
import type { Names } from "../names.js";

const SUFFIXES: Record<Family, string> = { fixed: "Fixed", compact: "Compact", json: "JSON" };

export class Context {
  readonly native: Native;
  private readonly units: ReadonlyMap<string, CodecUnit>;

  constructor(
    readonly model: CodecModel,
    readonly names: Names,
    qualifier = "",
  ) {
    this.native = new Native(model, names, qualifier);
    this.units = new Map(model.units.map((unit) => [`${unit.family} ${unit.type}`, unit]));
  }

  unit(type: TypeId, family: Family): CodecUnit {
    const unit = this.units.get(`${family} ${type}`);
    if (!unit) throw new Error(`${type} has no codec in ${family}`);
    return unit;
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
        if (unit.fixedSize === null || unit.open || unit.recursive) return null;
        return unit.fields.every(({ codec }) => this.runSize(codec) !== null) ? unit.fixedSize : null;
      case "union":
        return null;
    }
  }

  /** Whether JSON stands in the same window: what is wrong with it as a whole is wrong with the window. */
  endsInJson(codec: Codec, seen: ReadonlySet<TypeId> = new Set()): boolean {
    if (codec.op === "brand") return this.endsInJson(codec.codec, seen);
    if (codec.op === "nullable") return this.endsInJson(codec.inner, seen);
    if (codec.op !== "unit" || seen.has(codec.type)) return false;
    if (codec.family === "json") return true;
    const unit = this.unit(codec.type, codec.family);
    const inside = new Set([...seen, codec.type]);
    if (unit.kind === "struct") return unit.fields.some((field) => this.endsInJson(field.codec, inside));
    return unit.kind === "union" && unit.cases.some((one) => one.codec !== null && this.endsInJson(one.codec, inside));
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
