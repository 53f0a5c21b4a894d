/** The least bytes on the wire that belong to a value itself, and not to elements or boxed values in it: what it has to pay for its memory. */
import type { Codec, CodecUnit, Family, FieldCodec, IntCodec, UnionUnit } from "../../codec/model.js";
import type { Context } from "./context.js";
import { intBits } from "./literals.js";

export class LeastBytes {
  constructor(private readonly context: Context) {}

  own(codec: Codec, family: Family): number {
    if (family === "json") return this.ownInJson(codec);
    switch (codec.op) {
      case "int":
        return width(codec);
      case "float":
        return codec.bits / 8;
      case "bool":
      case "nullable":
        return 1;
      case "text":
      case "bytes":
      case "list":
      case "map":
        return (codec.extent.int ? width(codec.extent.int) : 0) + (codec.op === "text" || codec.op === "bytes" ? codec.extent.min : 0);
      case "fixedBytes":
      case "constBytes":
      case "reserved":
        return codec.size;
      case "array":
        return codec.size * this.own(codec.element, family);
      case "constInt":
        return width(codec.int);
      case "brand":
        return this.own(codec.codec, family);
      case "duration":
        return 2;
      case "socketAddress":
        return 6;
      case "window":
        return (codec.extent.int ? width(codec.extent.int) : 0) + this.own(codec.content, family);
      case "unit":
        return codec.family === "json" ? this.ownInJson(codec) : this.ofUnit(this.context.unit(codec.type, codec.family));
      case "jsonValue":
        return 1;
    }
  }

  private ofUnit(unit: CodecUnit): number {
    const inside = (codec: Codec): number => (codec.op === "unit" && this.context.natives.boxed(unit.type, codec.type) ? 0 : this.own(codec, unit.family));
    switch (unit.kind) {
      case "struct":
        return unit.fields.reduce((sum, { presence, codec }) => sum + (presence === "trailing" ? 0 : presence === "option" ? 1 : inside(codec)), 0);
      case "union":
        return width(unit.tagCodec!) + Math.min(...unit.cases.map(({ codec }) => (codec === null ? 0 : inside(codec))));
      default:
        return width(unit.int);
    }
  }

  private ownInJson(codec: Codec): number {
    switch (codec.op) {
      case "text":
      case "list":
      case "map":
        return "[]".length;
      case "bytes":
      case "fixedBytes":
        return "[]".length + (codec.json === "hex" ? 2 * (codec.op === "bytes" ? codec.extent.min : codec.size) : 0);
      case "array":
        return codec.size * this.ownInJson(codec.element);
      case "constBytes":
        return codec.size;
      case "constInt":
        return codec.value.length;
      case "float":
        return "0.0".length;
      case "bool":
        return "true".length;
      case "nullable":
        return Math.min("null".length, this.ownInJson(codec.inner));
      case "brand":
        return this.ownInJson(codec.codec);
      case "unit":
        return this.unitInJson(this.context.unit(codec.type, "json"));
      default:
        return 1;
    }
  }

  private unitInJson(unit: CodecUnit): number {
    switch (unit.kind) {
      case "struct":
        return "{}".length + this.membersInJson(unit.type, unit.fields);
      case "union":
        return Math.min(...unit.cases.map((one) => this.caseInJson(unit, one)));
      case "enum":
        return unit.open ? 1 : Math.min(...unit.members.map(({ jsonName }) => quoted(jsonName)));
      default:
        return "[]".length;
    }
  }

  private membersInJson(owner: string, fields: FieldCodec[]): number {
    const required = fields.filter(({ presence }) => presence === "always" || presence === "hidden");
    return required.reduce((sum, { jsonName, codec }) => sum + quoted(jsonName) + ":,".length + this.inside(owner, codec), 0);
  }

  private caseInJson(unit: UnionUnit, { jsonName, codec }: UnionUnit["cases"][number]): number {
    const payload = codec === null ? 0 : this.inside(unit.type, codec);
    const { tagging } = unit;
    if (tagging?.style === "internal") return "{:}".length + quoted(tagging.tag) + quoted(jsonName) + Math.max(0, payload - "{}".length);
    if (tagging?.style === "adjacent") return "{:}".length + quoted(tagging.tag) + quoted(jsonName) + payload;
    return quoted(jsonName) + payload;
  }

  private inside(owner: string, codec: Codec): number {
    return codec.op === "unit" && this.context.natives.boxed(owner, codec.type) ? 0 : this.ownInJson(codec);
  }
}

/** A name with its quotes. */
const quoted = (name: string): number => name.length + 2;
const width = ({ int, form }: IntCodec): number => (form === "varint" ? 1 : intBits(int) / 8);
