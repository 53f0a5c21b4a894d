/** Writing values in JSON. */
import type { Codec, Extent } from "../../../codec/model.js";
import { literal } from "../format.js";
import { intType, nilable, shapeOf } from "../native.js";
import type { Context } from "./context.js";
import { bytesBounds, patternArgument, tokenLiteral } from "./decode-json.js";
import { guard } from "./encode-run.js";
import { sortedKeys, usesIndex } from "./maps.js";
import { address, inField, operand, type Node, type Place, type Scope } from "./node.js";
import { convert, encodeCheck, floatCondition, rangeCondition, signed, sizeBounds } from "./numbers.js";

const BYTES_METHODS = { hex: "Hex", base64: "Base64", ints: "Ints" } as const;

export class JsonEncoder {
  constructor(
    private readonly ctx: Context,
    private readonly scope: Scope,
  ) {}

  /** The value of an optional that is there. */
  present(codec: Codec, place: Place): Node[] {
    return this.nodes(codec, nilable(shapeOf(codec)) ? place : { ...place, value: `*${place.value}` });
  }

  nodes(codec: Codec, place: Place, type?: string): Node[] {
    const { ctx } = this;
    switch (codec.op) {
      case "int": {
        const own = type ?? intType(codec.int);
        const value = signed(codec.int) ? `Int(${convert(place.value, own, "int64")})` : `Uint(${convert(place.value, own, "uint64")})`;
        return [...guard(encodeCheck(rangeCondition(codec, place.value), place.value, place.wrap)), write(value)];
      }
      case "float": {
        const value = convert(place.value, type ?? `float${codec.bits}`, `float${codec.bits}`);
        return [this.call(`w.F${codec.bits}(${value})`, place), ...guard(encodeCheck(floatCondition(codec, place.value), place.value, place.wrap))];
      }
      case "bool":
        return [write(`Bool(${convert(place.value, type ?? "bool", "bool")})`)];
      case "text":
        return [this.call(`w.Text(${patternArgument(codec)}, ${convert(place.value, type ?? "string", "string")}, ${sizeBounds(codec.extent)})`, place)];
      case "bytes":
      case "fixedBytes": {
        const bytes = codec.op === "bytes" ? place.value : `${operand(place.value)}[:]`;
        return [this.call(`w.${BYTES_METHODS[codec.json!]}(${bytes}, ${bytesBounds(codec)})`, place)];
      }
      case "jsonValue":
        return [this.call(`w.Value(${place.value})`, place)];
      case "duration":
        return [this.call(`w.Duration(${place.value})`, place)];
      case "socketAddress":
        return [this.call(`w.SocketAddress(${place.value})`, place)];
      case "brand":
        return this.nodes(codec.codec, place, type ?? ctx.native.named(codec.type));
      case "list":
        return [...this.sizeCheck(codec.extent, place), ...this.elements(codec.element, place)];
      case "array":
        return this.elements(codec.element, place);
      case "map":
        return this.map(codec, place);
      case "constInt":
        return [write(`Raw("${codec.value}")`)];
      case "constBytes":
        return [write(`Raw(${tokenLiteral(codec.hex)})`)];
      case "nullable":
        return [{ template: "if", condition: `${place.value} != nil`, body: this.present(codec.inner, place), otherwise: [write('Raw("null")')] }];
      case "unit":
        return [this.call(`${ctx.function("encode", codec.type, "json")}(w, ${address(place.value)})`, place)];
      case "window":
      case "reserved":
        throw new Error(`${codec.op} does not stand in JSON`);
    }
  }

  private call(call: string, place: Place): Node {
    return { template: "call", call, wrap: place.wrap };
  }

  private sizeCheck(extent: Extent, place: Place): Node[] {
    if (extent.min === 0 && extent.max === null) return [];
    return [this.call(`codec.SizeError(len(${place.value}), ${sizeBounds(extent)})`, place)];
  }

  private elements(element: Codec, place: Place): Node[] {
    const index = this.scope.index();
    const one: Place = { value: `${operand(place.value)}[${index}]`, wrap: `.At(${index})${place.wrap}`, hint: `${place.hint}Element` };
    const body: Node[] = [write("Element()"), ...this.nodes(element, one)];
    this.scope.endLoop();
    return [write('Raw("[")'), { template: "loop", header: `${index} := range ${place.value}`, body }, write('Raw("]")')];
  }

  private map(codec: Extract<Codec, { op: "map" }>, place: Place): Node[] {
    const { ctx } = this;
    const [key, value] = [this.scope.fresh("key"), this.scope.fresh("value")];
    const index = this.scope.index();
    const inside = { ...place, wrap: `.At(${index})${place.wrap}` };
    const body: Node[] = [
      write("Entry()"),
      ...this.key(codec, { value: key, wrap: inField(inside, "key"), hint: "key" }),
      write('Raw(":")'),
      { template: "do", lines: [`${value} := ${operand(place.value)}[${key}]`] },
      ...this.nodes(codec.value, { value, wrap: inField(inside, "value"), hint: "value" }),
    ];
    this.scope.endLoop();
    return [
      ...this.sizeCheck(codec.extent, place),
      write('Raw("{")'),
      { template: "loop", header: `${usesIndex(body, index) ? index : "_"}, ${key} := range ${sortedKeys(codec, ctx, place.value)}`, body },
      write('Raw("}")'),
    ];
  }

  private key(codec: Extract<Codec, { op: "map" }>, place: Place): Node[] {
    const { ctx } = this;
    const unwrapped = codec.key.op === "brand" ? codec.key.codec : codec.key;
    if (unwrapped.op !== "int") return this.nodes(codec.key, place);
    const own = ctx.native.key(shapeOf(codec.key));
    const value = signed(unwrapped.int) ? `IntKey(${convert(place.value, own, "int64")})` : `UintKey(${convert(place.value, own, "uint64")})`;
    return [...guard(encodeCheck(rangeCondition(unwrapped, place.value), place.value, place.wrap)), write(value)];
  }
}

/** `w.Member(...)` or, where a member certainly stands before, a comma and the key. */
export const key = (jsonName: string): string => literal(`${JSON.stringify(jsonName)}:`);

const write = (call: string): Node => ({ template: "do", lines: [`w.${call}`] });
