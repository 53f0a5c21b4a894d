/** Expressions that read and write values in the fixed and compact families. */
import type { Codec, Family, IntCodec } from "../../codec/model.js";
import { comparison } from "./comparisons.js";
import { arrayAt, arrayParameter, element, member, patternName, prefixOf, sizeMax, sizeMin, withoutBrand, type Context, type Place } from "./context.js";
import type { Footprint } from "./footprint.js";
import type { Sources } from "./functions.js";
import { byteString, floatLiteral, intBits, intLiteral, intMax, intMin, isSigned } from "./literals.js";
import { shapeOfCodec } from "./shapes.js";

/** `u16le`, `u8`, `varint_u32`: how the runtime's functions are called. */
export function intForm({ int, form }: IntCodec): string {
  if (form === "varint") return `varint_${int}`;
  return intBits(int) === 8 ? int : `${int}${form}`;
}

const bounds = (codec: IntCodec): string | null =>
  codec.min === null && codec.max === null ? null : `${codec.min === null ? intMin(codec.int) : intLiteral(codec.int, codec.min)}, ${codec.max === null ? intMax(codec.int) : intLiteral(codec.int, codec.max)}`;

export const floatBounds = (codec: Extract<Codec, { op: "float" }>): string | null => {
  if (codec.min === null && codec.max === null) return null;
  const bound = (value: number | null, open: string): string => (value === null ? open : floatLiteral(codec.bits, value));
  return `${bound(codec.min, "-INFINITY")}, ${bound(codec.max, "INFINITY")}`;
};

/** A constant that is a varint, as the raw number on the wire. */
const rawVarint = ({ int }: IntCodec, value: bigint): bigint => (isSigned(int) ? BigInt.asUintN(64, (value << 1n) ^ (value >> 63n)) : value);
const rawMax = ({ int }: IntCodec): string => `UINT${intBits(int)}_MAX`;

/** The bytes of a constant integer of a fixed width. */
function constantBytes({ int, form }: IntCodec, value: bigint): Uint8Array {
  const size = intBits(int) / 8;
  const bytes = Uint8Array.from({ length: size }, (_, index) => Number((value >> BigInt(8 * index)) & 0xffn));
  return form === "be" ? bytes.reverse() : bytes;
}

export class BinaryExpressions {
  constructor(
    private readonly context: Context,
    private readonly sources: Sources,
    private readonly family: Family,
    private readonly footprint: Footprint,
  ) {}

  /** `stem` names what static functions are made on the way. */
  read(codec: Codec, place: Place, stem: string): string {
    if (place.boxed) return this.readBoxed(codec, place, stem);
    const at = `&${place.code}`;
    switch (codec.op) {
      case "int": {
        const within = bounds(codec);
        return within === null ? `mw_read_${intForm(codec)}(r, ${at})` : `mw_read_${intForm(codec)}_within(r, ${within}, ${at})`;
      }
      case "float": {
        const within = floatBounds(codec);
        return within === null ? `mw_read_f${codec.bits}${codec.form}(r, ${at})` : `mw_read_f${codec.bits}${codec.form}_within(r, ${within}, ${at})`;
      }
      case "bool":
        return `mw_read_bool(r, ${at})`;
      case "text": {
        const size = `${prefixOf(codec.extent)}, ${sizeMin(codec.extent)}, ${sizeMax(codec.extent)}`;
        return codec.pattern === null ? `mw_read_text(r, ${size}, ${at})` : `mw_read_matching_text(r, ${size}, &${patternName(codec.pattern)}, ${at})`;
      }
      case "bytes":
        return `mw_read_bytes(r, ${prefixOf(codec.extent)}, ${sizeMin(codec.extent)}, ${sizeMax(codec.extent)}, ${at})`;
      case "fixedBytes":
        return `mw_read_fixed_bytes(r, ${codec.size}, ${arrayAt(place, "bytes")})`;
      case "brand":
        return this.read(codec.codec, brandPlace(codec, place), stem);
      case "constInt":
        if (codec.int.form === "varint") return `mw_read_varint_constant(r, ${rawMax(codec.int)}, UINT64_C(${rawVarint(codec.int, BigInt(codec.value))}))`;
        return this.read({ op: "constBytes", of: "bytes", hex: Buffer.from(constantBytes(codec.int, BigInt(codec.value))).toString("hex"), size: intBits(codec.int.int) / 8 }, place, stem);
      case "constBytes":
        return `mw_read_constant(r, ${byteString(Buffer.from(codec.hex, "hex"))}, ${codec.size})`;
      case "reserved":
        return `mw_read_reserved(r, ${codec.size})`;
      case "duration":
        return `mw_read_duration(r, ${at})`;
      case "socketAddress":
        return `mw_read_socket_address(r, ${at})`;
      case "unit":
        return `${this.context.codecName("read", codec.type, codec.family)}(r, ${at})`;
      case "list":
        return `${this.readList(codec, stem)}(r, ${at})`;
      case "array": {
        const inner = this.read(codec.element, member("out[i]"), `${stem}_item`);
        const parameter = arrayParameter(this.context.natives, shapeOfCodec(codec.element), "out", false);
        return `${this.sources.add("read_array", stem, { parameter, size: codec.size, expression: inner })}(r, ${arrayAt(place, "items")})`;
      }
      case "map":
        return `${this.readMap(codec, stem)}(r, ${at})`;
      case "nullable": {
        const expression = this.read(codec.inner, member("out->value"), `${stem}_value`);
        return `${this.sources.add("read_nullable", stem, { type: this.typeName(codec), expression })}(r, ${at})`;
      }
      case "window":
        return `${this.readWindow(codec, stem)}(r, ${at})`;
      case "jsonValue":
        throw new Error("free JSON has no binary form");
    }
  }

  write(codec: Codec, place: Place, stem: string): string {
    if (place.boxed) return this.writeBoxed(codec, place, stem);
    const at = place.code;
    switch (codec.op) {
      case "int": {
        const within = bounds(codec);
        return within === null ? `mw_write_${intForm(codec)}(w, ${at})` : `mw_write_${intForm(codec)}_within(w, ${within}, ${at})`;
      }
      case "float": {
        const within = floatBounds(codec);
        return within === null ? `mw_write_f${codec.bits}${codec.form}(w, ${at})` : `mw_write_f${codec.bits}${codec.form}_within(w, ${within}, ${at})`;
      }
      case "bool":
        return `mw_write_bool(w, ${at})`;
      case "text": {
        const size = `${prefixOf(codec.extent)}, ${sizeMin(codec.extent)}, ${sizeMax(codec.extent)}`;
        return codec.pattern === null ? `mw_write_text(w, ${size}, ${at})` : `mw_write_matching_text(w, ${size}, &${patternName(codec.pattern)}, ${at})`;
      }
      case "bytes":
        return `mw_write_bytes(w, ${prefixOf(codec.extent)}, ${sizeMin(codec.extent)}, ${sizeMax(codec.extent)}, ${at})`;
      case "fixedBytes":
        return `mw_write_raw(w, ${arrayAt(place, "bytes")}, ${codec.size})`;
      case "brand":
        return this.write(codec.codec, brandPlace(codec, place), stem);
      case "constInt":
        return `mw_write_${intForm(codec.int)}(w, ${intLiteral(codec.int.int, codec.value)})`;
      case "constBytes":
        return `mw_write_raw(w, ${byteString(Buffer.from(codec.hex, "hex"))}, ${codec.size})`;
      case "reserved":
        return `mw_write_zeros(w, ${codec.size})`;
      case "duration":
        return `mw_write_duration(w, ${at})`;
      case "socketAddress":
        return `mw_write_socket_address(w, &${at})`;
      case "unit":
        return `${this.context.codecName("write", codec.type, codec.family)}(w, &${at})`;
      case "list": {
        const expression = this.write(codec.element, element("value->items[i]"), `${stem}_item`);
        return `${this.sources.add("write_list", stem, { type: this.typeName(codec), count: this.sizes(codec.extent), least: Math.max(1, codec.elementMinSize), expression })}(w, &${at})`;
      }
      case "array": {
        const expression = this.write(codec.element, member("value[i]"), `${stem}_item`);
        const parameter = arrayParameter(this.context.natives, shapeOfCodec(codec.element), "value", false);
        return `${this.sources.add("write_array", stem, { parameter, size: codec.size, expression })}(w, ${arrayAt(place, "items")})`;
      }
      case "map": {
        const data = this.mapData(codec, this.write(codec.key, member("entry->key"), `${stem}_key`), this.write(codec.value, member("entry->value"), `${stem}_value`));
        return `${this.sources.add("write_map", stem, data)}(w, &${at})`;
      }
      case "nullable": {
        const expression = this.write(codec.inner, member("value->value"), `${stem}_value`);
        return `${this.sources.add("write_nullable", stem, { type: this.typeName(codec), expression })}(w, &${at})`;
      }
      case "window": {
        const expression = this.write(codec.content, member("(*value)"), `${stem}_content`).replaceAll("&(*value)", "value");
        return `${this.sources.add("write_window", stem, this.windowData(codec, expression))}(w, &${at})`;
      }
      case "jsonValue":
        throw new Error("free JSON has no binary form");
    }
  }

  private typeName(codec: Codec): string {
    return this.context.natives.typeName(shapeOfCodec(codec));
  }

  private sizes(extent: Parameters<typeof prefixOf>[0]): string {
    return `${prefixOf(extent)}, ${sizeMin(extent)}, ${sizeMax(extent)}`;
  }

  private readList(codec: Extract<Codec, { op: "list" }>, stem: string): string {
    const shared = { type: this.typeName(codec), element: this.typeName(codec.element), expression: this.read(codec.element, element("items[i]"), `${stem}_item`) };
    if (codec.extent.kind !== "rest") return this.sources.add(this.footprint.allocates(codec.element) ? "read_growing_list" : "read_list", stem, { ...shared, count: `${this.sizes(codec.extent)}, ${Math.max(1, codec.elementMinSize)}` });
    return this.sources.add("read_rest_list", stem, { ...shared, min: codec.extent.min, max: sizeMax(codec.extent) });
  }

  private readMap(codec: Extract<Codec, { op: "map" }>, stem: string): string {
    const key = this.read(codec.key, member("entries[i].key"), `${stem}_key`);
    const value = this.read(codec.value, member("entries[i].value"), `${stem}_value`);
    return this.sources.add(this.footprint.allocates(codec.value) ? "read_growing_map" : "read_map", stem, this.mapData(codec, key, value));
  }

  private mapData(codec: Extract<Codec, { op: "map" }>, key: string, value: string): Record<string, unknown> {
    const shape = shapeOfCodec(codec);
    if (shape.kind !== "map") throw new Error("a map has the shape of one");
    return { type: this.typeName(codec), entry: `${this.context.natives.entryName(shape)}_t`, count: this.sizes(codec.extent), least: Math.max(1, codec.entryMinSize), key, value, ...comparison(this.context, shape.key) };
  }

  private readWindow(codec: Extract<Codec, { op: "window" }>, stem: string): string {
    const expression = this.read(codec.content, member("(*out)"), `${stem}_content`).replaceAll("&(*out)", "out");
    return this.sources.add("read_window", stem, this.windowData(codec, expression));
  }

  private windowData(codec: Extract<Codec, { op: "window" }>, expression: string): Record<string, unknown> {
    const content = withoutBrand(codec.content);
    const utf8 = content.op === "unit" && content.family === "json" && this.family !== "json";
    return { type: this.typeName(codec), prefix: prefixOf(codec.extent), min: sizeMin(codec.extent), max: sizeMax(codec.extent), utf8, expression };
  }

  /** The place holds a pointer; a nullable in it is null where the value is. */
  private readBoxed(codec: Codec, { code }: Place, stem: string): string {
    const nullable = codec.op === "nullable";
    const inner = nullable ? codec.inner : codec;
    const expression = this.read(inner, member("(*value)"), `${stem}_boxed`).replaceAll("&(*value)", "value");
    return `${this.sources.add(nullable ? "read_boxed_nullable" : "read_boxed", stem, { type: this.typeName(inner), test: "mw_read_bool(r, &present)", expression })}(r, &${code})`;
  }

  private writeBoxed(codec: Codec, { code }: Place, stem: string): string {
    const nullable = codec.op === "nullable";
    const inner = nullable ? codec.inner : codec;
    const expression = this.write(inner, member("(*value)"), `${stem}_boxed`).replaceAll("&(*value)", "value");
    return `${this.sources.add(nullable ? "write_boxed_nullable" : "write_boxed", stem, { type: this.typeName(inner), none: "mw_write_bool(w, false)", some: "mw_write_bool(w, true) && ", expression })}(w, ${code})`;
  }
}

/** A brand around fixed bytes is a struct, wherever it stands. */
export const brandPlace = (codec: Extract<Codec, { op: "brand" }>, place: Place): Place => ({ ...place, wrapped: withoutBrand(codec).op === "fixedBytes" });
