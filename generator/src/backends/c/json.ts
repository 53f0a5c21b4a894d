/** Expressions that read and write values in JSON. */
import type { Codec, IntCodec } from "../../codec/model.js";
import { floatBounds } from "./binary.js";
import { comparison } from "./comparisons.js";
import { arrayAt, arrayParameter, element, member, patternName, sizeMax, sizeMin, withoutBrand, type Context, type Place } from "./context.js";
import type { Sources } from "./functions.js";
import { brandPlace } from "./binary.js";
import { byteString, intLiteral, intMax, intMin, isSigned } from "./literals.js";
import { shapeOfCodec } from "./shapes.js";

/** JSON has bounds for every integer, since its digits have none. */
export const jsonBounds = ({ int, min, max }: IntCodec): string => `${min === null ? intMin(int) : intLiteral(int, min)}, ${max === null ? intMax(int) : intLiteral(int, max)}`;

export class JsonExpressions {
  constructor(
    private readonly context: Context,
    private readonly sources: Sources,
  ) {}

  read(codec: Codec, place: Place, stem: string): string {
    if (place.boxed) return this.readBoxed(codec, place, stem);
    const at = `&${place.code}`;
    switch (codec.op) {
      case "int":
        return `mw_json_read_${codec.int}(r, ${jsonBounds(codec)}, ${at})`;
      case "float": {
        const within = floatBounds(codec);
        return within === null ? `mw_json_read_f${codec.bits}(r, ${at})` : `mw_json_read_f${codec.bits}_within(r, ${within}, ${at})`;
      }
      case "bool":
        return `mw_json_read_bool(r, ${at})`;
      case "text":
        return `mw_json_read_text(r, ${this.textBounds(codec)}, ${at})`;
      case "bytes":
        return `mw_json_read_${codec.json!}(r, ${sizeMin(codec.extent)}, ${sizeMax(codec.extent)}, ${at})`;
      case "fixedBytes":
        return `mw_json_read_fixed_${codec.json!}(r, ${codec.size}, ${arrayAt(place, "bytes")})`;
      case "brand":
        return this.read(codec.codec, brandPlace(codec, place), stem);
      case "constInt":
        return this.readConstant(codec);
      case "constBytes":
        return `mw_json_read_constant(r, ${byteString(Buffer.from(codec.hex, "hex"))}, ${codec.size})`;
      case "duration":
        return `mw_json_read_duration(r, ${at})`;
      case "socketAddress":
        return `mw_json_read_socket_address(r, ${at})`;
      case "jsonValue":
        return `mw_json_read_value(r, ${at})`;
      case "unit":
        return `${this.context.codecName("read", codec.type, codec.family)}(r, ${at})`;
      case "list": {
        const data = { type: this.typeName(codec), element: this.typeName(codec.element), ...this.limits(codec.extent), expression: this.read(codec.element, element("((ELEMENT *)items)[i]"), `${stem}_item`) };
        data.expression = data.expression.replaceAll("ELEMENT", data.element);
        return `${this.sources.add("json_read_list", stem, data)}(r, ${at})`;
      }
      case "array": {
        const parameter = arrayParameter(this.context.natives, shapeOfCodec(codec.element), "out", false);
        return `${this.sources.add("json_read_array", stem, { parameter, size: codec.size, expression: this.read(codec.element, member("out[i]"), `${stem}_item`) })}(r, ${arrayAt(place, "items")})`;
      }
      case "map": {
        const key = this.readKey(codec.key, member("entry->key"));
        const value = this.read(codec.value, member("entry->value"), `${stem}_value`);
        return `${this.sources.add("json_read_map", stem, { ...this.mapData(codec), key, value })}(r, ${at})`;
      }
      case "nullable":
        return `${this.sources.add("json_read_nullable", stem, { type: this.typeName(codec), expression: this.read(codec.inner, member("out->value"), `${stem}_value`) })}(r, ${at})`;
      case "window":
      case "reserved":
        throw new Error(`${codec.op} has no form in JSON`);
    }
  }

  write(codec: Codec, place: Place, stem: string): string {
    if (place.boxed) return this.writeBoxed(codec, place, stem);
    const at = place.code;
    switch (codec.op) {
      case "int":
        return `mw_json_write_${isSigned(codec.int) ? "signed" : "unsigned"}(w, ${jsonBounds(codec)}, ${at})`;
      case "float": {
        const within = floatBounds(codec);
        return within === null ? `mw_json_write_f${codec.bits}(w, ${at})` : `mw_json_write_f${codec.bits}_within(w, ${within}, ${at})`;
      }
      case "bool":
        return `mw_json_write_bool(w, ${at})`;
      case "text":
        return `mw_json_write_text(w, ${this.textBounds(codec)}, ${at})`;
      case "bytes":
        return `mw_json_write_${codec.json!}(w, ${sizeMin(codec.extent)}, ${sizeMax(codec.extent)}, ${at})`;
      case "fixedBytes":
        return `mw_json_write_fixed_${codec.json!}(w, ${arrayAt(place, "bytes")}, ${codec.size})`;
      case "brand":
        return this.write(codec.codec, brandPlace(codec, place), stem);
      case "constInt":
        return literal(codec.value);
      case "constBytes":
        return `mw_json_write_literal(w, ${byteString(Buffer.from(codec.hex, "hex"))})`;
      case "duration":
        return `mw_json_write_duration(w, ${at})`;
      case "socketAddress":
        return `mw_json_write_socket_address(w, &${at})`;
      case "jsonValue":
        return `mw_json_write_value(w, ${at})`;
      case "unit":
        return `${this.context.codecName("write", codec.type, codec.family)}(w, &${at})`;
      case "list":
        return `${this.sources.add("json_write_list", stem, { type: this.typeName(codec), ...this.limits(codec.extent), expression: this.write(codec.element, element("value->items[i]"), `${stem}_item`) })}(w, &${at})`;
      case "array": {
        const parameter = arrayParameter(this.context.natives, shapeOfCodec(codec.element), "value", false);
        return `${this.sources.add("json_write_array", stem, { parameter, size: codec.size, expression: this.write(codec.element, member("value[i]"), `${stem}_item`) })}(w, ${arrayAt(place, "items")})`;
      }
      case "map": {
        const key = this.writeKey(codec.key, member("entry->key"));
        const value = this.write(codec.value, member("entry->value"), `${stem}_value`);
        return `${this.sources.add("json_write_map", stem, { ...this.mapData(codec), key, value })}(w, &${at})`;
      }
      case "nullable":
        return `${this.sources.add("json_write_nullable", stem, { type: this.typeName(codec), expression: this.write(codec.inner, member("value->value"), `${stem}_value`) })}(w, &${at})`;
      case "window":
      case "reserved":
        throw new Error(`${codec.op} has no form in JSON`);
    }
  }

  private typeName(codec: Codec): string {
    return this.context.natives.typeName(shapeOfCodec(codec));
  }

  private limits(extent: Parameters<typeof sizeMin>[0]): { min: string; max: string } {
    return { min: sizeMin(extent), max: sizeMax(extent) };
  }

  private textBounds(codec: Extract<Codec, { op: "text" }>): string {
    return `${sizeMin(codec.extent)}, ${sizeMax(codec.extent)}, ${codec.pattern === null ? "NULL" : `&${patternName(codec.pattern)}`}`;
  }

  private mapData(codec: Extract<Codec, { op: "map" }>): Record<string, unknown> {
    const shape = shapeOfCodec(codec);
    if (shape.kind !== "map") throw new Error("a map has the shape of one");
    return { type: this.typeName(codec), entry: `${this.context.natives.entryName(shape)}_t`, ...this.limits(codec.extent), ...comparison(this.context, shape.key) };
  }

  private readConstant({ int, value }: Extract<Codec, { op: "constInt" }>): string {
    return isSigned(int.int) ? `mw_json_read_signed_constant(r, ${jsonBounds(int)}, ${intLiteral(int.int, value)})` : `mw_json_read_unsigned_constant(r, ${jsonBounds(int)}, ${intLiteral(int.int, value)})`;
  }

  private readKey(codec: Codec, place: Place): string {
    const plain = withoutBrand(codec);
    switch (plain.op) {
      case "text":
        return `mw_json_read_text_key(r, ${this.textBounds(plain)}, i, &${place.code})`;
      case "int":
        return `mw_json_read_${plain.int}_key(r, ${jsonBounds(plain)}, i, &${place.code})`;
      case "unit":
        return `${this.context.codecName("read", plain.type, "json")}_key(r, i, &${place.code})`;
      default:
        throw new Error(`${plain.op} cannot be a key in JSON`);
    }
  }

  private writeKey(codec: Codec, place: Place): string {
    const plain = withoutBrand(codec);
    switch (plain.op) {
      case "text":
        return `mw_json_write_text(w, ${this.textBounds(plain)}, ${place.code})`;
      case "int":
        return `mw_json_write_${isSigned(plain.int) ? "signed" : "unsigned"}_key(w, ${jsonBounds(plain)}, ${place.code})`;
      case "unit":
        return `${this.context.codecName("write", plain.type, "json")}_key(w, ${place.code})`;
      default:
        throw new Error(`${plain.op} cannot be a key in JSON`);
    }
  }

  private readBoxed(codec: Codec, { code }: Place, stem: string): string {
    const nullable = codec.op === "nullable";
    const inner = nullable ? codec.inner : codec;
    const expression = this.read(inner, member("(*value)"), `${stem}_boxed`).replaceAll("&(*value)", "value");
    return `${this.sources.add(nullable ? "read_boxed_nullable" : "read_boxed", stem, { type: this.typeName(inner), test: "mw_json_read_present(r, &present)", expression })}(r, &${code})`;
  }

  private writeBoxed(codec: Codec, { code }: Place, stem: string): string {
    const nullable = codec.op === "nullable";
    const inner = nullable ? codec.inner : codec;
    const expression = this.write(inner, member("(*value)"), `${stem}_boxed`).replaceAll("&(*value)", "value");
    return `${this.sources.add(nullable ? "write_boxed_nullable" : "write_boxed", stem, { type: this.typeName(inner), none: literal("null"), some: "", expression })}(w, ${code})`;
  }
}

export const literal = (text: string): string => `mw_json_write_literal(w, ${byteString(Buffer.from(text, "utf8"))})`;
