/** Writing values one after the other, in the binary encodings. */
import type { Codec, FieldCodec } from "../../../codec/model.js";
import { intType, nilable, shapeOf } from "../native.js";
import { memberChecks } from "./choices.js";
import type { Context } from "./context.js";
import { RunEncoder, guard } from "./encode-run.js";
import { keyOverride, sortedKeys, usesIndex } from "./maps.js";
import { address, inField, operand, type Node, type Place, type Scope } from "./node.js";
import { bitsType, bytesLiteral, constantBits, convert, encodeCheck, fixedMethod, floatCondition, prefix, prefixAndBounds, rangeCondition, signed, sizeBounds } from "./numbers.js";

export class BinaryEncoder {
  constructor(
    private readonly ctx: Context,
    private readonly scope: Scope,
  ) {}

  /** A field of a struct that is not trailing. */
  field({ codec, presence }: FieldCodec, place: Place): Node[] {
    return presence === "option" ? this.tagged(codec, place) : this.nodes(codec, place);
  }

  /** The value of an optional field that is there. */
  present(codec: Codec, place: Place): Node[] {
    return this.nodes(codec, nilable(shapeOf(codec)) ? place : { ...place, value: `*${place.value}` });
  }

  nodes(codec: Codec, place: Place, type?: string): Node[] {
    const { ctx } = this;
    switch (codec.op) {
      case "int": {
        const own = type ?? intType(codec.int);
        return [...guard(encodeCheck(rangeCondition(codec, place.value), place.value, place.wrap)), this.int(codec, place.value, own)];
      }
      case "float": {
        const value = `codec.F${codec.bits}Bits(${convert(place.value, type ?? `float${codec.bits}`, `float${codec.bits}`)})`;
        return [...guard(encodeCheck(floatCondition(codec, place.value), place.value, place.wrap)), write(`${fixedMethod(`u${codec.bits}`, codec.form)}(${value})`)];
      }
      case "bool":
        return [write(`Bool(${convert(place.value, type ?? "bool", "bool")})`)];
      case "text": {
        const pattern = codec.pattern === null ? "nil" : `pattern${codec.pattern}`;
        const text = convert(place.value, type ?? "string", "string");
        return [this.call(`w.Text(${pattern}, ${prefix(codec.extent)}, ${text}, ${sizeBounds(codec.extent)})`, place)];
      }
      case "bytes": {
        const bytes = type === "string" ? `[]byte(${place.value})` : place.value;
        return [this.call(`w.BytesOf(${prefix(codec.extent)}, ${bytes}, ${sizeBounds(codec.extent)})`, place)];
      }
      case "fixedBytes":
        return [write(`Raw(${operand(place.value)}[:])`)];
      case "duration":
        return [this.call(`w.Duration(${place.value})`, place)];
      case "socketAddress":
        return [this.call(`w.SocketAddress(${place.value})`, place)];
      case "brand":
        return this.nodes(codec.codec, place, type ?? ctx.native.named(codec.type));
      case "list":
        return this.list(codec, place);
      case "array":
        return [this.eachElement(codec.element, place)];
      case "map":
        return this.map(codec, place);
      case "constInt":
        return [this.constInt(codec)];
      case "constBytes":
        return [write(`Raw([]byte(${bytesLiteral(codec.hex)}))`)];
      case "reserved":
        return [{ template: "do", lines: [`clear(w.Extend(${codec.size}))`] }];
      case "nullable":
        return this.tagged(codec.inner, place);
      case "window": {
        const start = this.scope.fresh(`${place.hint}At`);
        const own = prefix(codec.extent);
        return [
          { template: "do", lines: [`${start} := w.Window(${own})`] },
          ...this.nodes(codec.content, place),
          this.call(`w.CloseWindow(${own}, ${start}, ${sizeBounds(codec.extent)})`, place),
        ];
      }
      case "unit":
        return this.unit(codec, place);
      case "jsonValue":
        throw new Error("free JSON stands only in JSON");
    }
  }

  private call(call: string, place: Place): Node {
    return { template: "call", call, wrap: place.wrap };
  }

  private int(codec: Extract<Codec, { op: "int" }>, value: string, type: string): Node {
    if (codec.form !== "varint") return write(`${fixedMethod(codec.int, codec.form)}(${convert(value, type, bitsType(codec.int))})`);
    return signed(codec.int) ? write(`Varint(${convert(value, type, "int64")})`) : write(`Uvarint(${convert(value, type, "uint64")})`);
  }

  private constInt({ int, value }: Extract<Codec, { op: "constInt" }>): Node {
    if (int.form === "varint") return write(`${signed(int.int) ? "Varint" : "Uvarint"}(${value})`);
    return write(`${fixedMethod(int.int, int.form)}(${constantBits(int.int, value)})`);
  }

  private tagged(codec: Codec, place: Place): Node[] {
    return [{ template: "if", condition: `${place.value} != nil`, body: [write("U8(1)"), ...this.present(codec, place)], otherwise: [write("U8(0)")] }];
  }

  private list(codec: Extract<Codec, { op: "list" }>, place: Place): Node[] {
    const { ctx } = this;
    const size = `len(${place.value})`;
    const count = this.call(`w.Count(${prefix(codec.extent)}, ${size}, ${sizeBounds(codec.extent)})`, place);
    const run = ctx.runSize(codec.element);
    return run === null ? [count, this.eachElement(codec.element, place)] : [count, ...this.runList(codec.element, run, place)];
  }

  private eachElement(element: Codec, place: Place): Node {
    const index = this.scope.index();
    const body = this.nodes(element, this.element(place, index));
    this.scope.endLoop();
    return { template: "loop", header: `${index} := range ${place.value}`, body };
  }

  private element(place: Place, index: string): Place {
    return { value: `${operand(place.value)}[${index}]`, wrap: `.At(${index})${place.wrap}`, hint: `${place.hint}Element` };
  }

  /** Elements of a fixed size: room is made for all at once. */
  private runList(element: Codec, size: number, place: Place): Node[] {
    const index = this.scope.index();
    const all = this.scope.fresh(`${place.hint}Bytes`);
    const one = this.scope.fresh(`${place.hint}Element`);
    const body: Node[] = [
      { template: "do", lines: [`${one} := (*[${size}]byte)(${all}[${index}*${size}:])`] },
      ...new RunEncoder(this.ctx, this.scope, one).nodes(element, 0, this.element(place, index)),
    ];
    this.scope.endLoop();
    return [
      { template: "do", lines: [`${all} := w.Extend(len(${place.value}) * ${size})`] },
      { template: "loop", header: `${index} := range ${place.value}`, body },
    ];
  }

  private map(codec: Extract<Codec, { op: "map" }>, place: Place): Node[] {
    const { ctx } = this;
    const key = this.scope.fresh("key");
    const value = this.scope.fresh("value");
    const index = this.scope.index();
    const inside = { ...place, wrap: `.At(${index})${place.wrap}` };
    const body: Node[] = [
      ...this.nodes(codec.key, { value: key, wrap: inField(inside, "key"), hint: "key" }, keyOverride(codec)),
      { template: "do", lines: [`${value} := ${operand(place.value)}[${key}]`] },
      ...this.nodes(codec.value, { value, wrap: inField(inside, "value"), hint: "value" }),
    ];
    this.scope.endLoop();
    return [
      this.call(`w.Count(${prefixAndBounds(codec.extent).replace(/, /, `, len(${place.value}), `)})`, place),
      { template: "loop", header: `${usesIndex(body, index) ? index : "_"}, ${key} := range ${sortedKeys(codec, ctx, place.value)}`, body },
    ];
  }

  private unit({ type, family }: Extract<Codec, { op: "unit" }>, place: Place): Node[] {
    const { ctx } = this;
    if (family === "json") return [this.call(`${ctx.function("encode", type, family)}(w.JSON(), ${address(place.value)})`, place)];
    const unit = ctx.unit(type, family);
    if (unit.kind === "enum" || unit.kind === "flags") return [...guard(memberChecks(unit, ctx, place)), this.int(unit.int, place.value, ctx.names.type(type))];
    if (unit.kind === "bits") {
      const name = this.scope.fresh(`${place.hint}Bits`);
      return [
        { template: "read", name, call: `pack${ctx.names.type(type)}(${address(place.value)})`, wrap: place.wrap, checks: [], stores: [] },
        this.int(unit.int, name, intType(unit.int.int)),
      ];
    }
    return [this.call(`${ctx.function("encode", type, family)}(w, ${address(place.value)})`, place)];
  }
}

const write = (call: string): Node => ({ template: "do", lines: [`w.${call}`] });
