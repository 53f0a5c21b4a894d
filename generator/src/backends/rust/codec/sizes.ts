/** Which values may stand in a run: those of one fixed size that are read without looking at the input again. */
import type { Codec, CodecModel, CodecUnit, Family, FieldCodec, IntCodec } from "../../../codec/model.js";
import type { TypeId } from "../../../ir/model.js";

export const unitKey = (type: TypeId, family: Family): string => `${family} ${type}`;

export const intBytes = ({ int }: IntCodec): number => Number(int.slice(1)) / 8;

export class RunSizes {
  private readonly units: ReadonlyMap<string, CodecUnit>;
  private readonly known = new Map<string, number | null>();

  constructor(model: CodecModel) {
    this.units = new Map(model.units.map((unit) => [unitKey(unit.type, unit.family), unit]));
  }

  unit(type: TypeId, family: Family): CodecUnit {
    const unit = this.units.get(unitKey(type, family));
    if (!unit) throw new Error(`the model has no codec of ${type} in ${family}`);
    return unit;
  }

  /** The size in bytes of a whole type, or null if it cannot stand in a run. */
  ofUnit(type: TypeId, family: Family): number | null {
    const key = unitKey(type, family);
    if (!this.known.has(key)) {
      // A type that is met again inside itself has no fixed size.
      this.known.set(key, null);
      this.known.set(key, this.measure(this.unit(type, family)));
    }
    return this.known.get(key)!;
  }

  of(codec: Codec): number | null {
    switch (codec.op) {
      case "int":
        return codec.form === "le" || codec.form === "be" ? intBytes(codec) : null;
      case "float":
        return codec.form === "json" ? null : codec.bits / 8;
      case "bool":
        return codec.form === "byte" ? 1 : null;
      case "fixedBytes":
        return codec.json === null && codec.size > 0 ? codec.size : null;
      case "constInt":
        return this.of(codec.int);
      case "constBytes":
      case "reserved":
        return codec.size > 0 ? codec.size : null;
      case "array": {
        const element = this.of(codec.element);
        return element === null || codec.size === 0 ? null : element * codec.size;
      }
      case "brand":
        return this.of(codec.codec);
      case "unit":
        return codec.family === "json" ? null : this.ofUnit(codec.type, codec.family);
      default:
        return null;
    }
  }

  /** The size of a field that is always there. */
  ofField({ presence, codec }: FieldCodec): number | null {
    return presence === "always" || presence === "hidden" ? this.of(codec) : null;
  }

  private measure(unit: CodecUnit): number | null {
    switch (unit.kind) {
      case "struct": {
        if (unit.open || unit.recursive) return null;
        const sizes = unit.fields.map((field) => this.ofField(field));
        return sizes.length === 0 || sizes.includes(null) ? null : sizes.reduce<number>((sum, size) => sum + size!, 0);
      }
      case "enum":
      case "flags":
      case "bits":
        return this.of(unit.int);
      case "union":
        return null;
    }
  }
}
