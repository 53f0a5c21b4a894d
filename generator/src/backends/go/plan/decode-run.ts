/** Reading values out of bytes that are known to be there: no bounds are checked, offsets are constants. */
import type { Codec } from "../../../codec/model.js";
import { intType, shapeOf } from "../native.js";
import type { Context } from "./context.js";
import { bytesLiteral, bitsType, constantBits, convert, decodeCheck, floatCondition, loadInt, rangeCondition } from "./numbers.js";
import { address, operand, type Node, type Place, type Scope } from "./node.js";

/** Bytes in a local variable (an array's address), and what their offsets in the input are. */
export interface Run {
  bytes: string;
  at(offset: number): string;
}

export class RunDecoder {
  constructor(
    private readonly ctx: Context,
    private readonly scope: Scope,
    private readonly run: Run,
  ) {}

  /** Statements that read `codec` at `offset` into `place`. */
  nodes(codec: Codec, offset: number, place: Place, type = this.typeOf(codec)): Node[] {
    const { ctx, run } = this;
    switch (codec.op) {
      case "int": {
        const value = convert(loadInt(codec.int, codec.form, run.bytes, offset), bitsType(codec.int), intType(codec.int));
        const name = this.scope.fresh(place.hint);
        const checks = decodeCheck(rangeCondition(codec, name), run.at(offset), name, place.wrap);
        if (checks.length === 0) return [{ template: "store", stores: [{ target: place.value, value: convert(value, intType(codec.int), type) }] }];
        return [{ template: "let", name, value, checks, stores: [{ target: place.value, value: convert(name, intType(codec.int), type) }] }];
      }
      case "float": {
        const name = this.scope.fresh(place.hint);
        const bits = loadInt(`u${codec.bits}`, codec.form, run.bytes, offset);
        return [
          {
            template: "read",
            name,
            call: `codec.F${codec.bits}Of(${bits}, ${run.at(offset)})`,
            wrap: place.wrap,
            checks: decodeCheck(floatCondition(codec, name), run.at(offset), name, place.wrap),
            stores: [{ target: place.value, value: convert(name, `float${codec.bits}`, type) }],
          },
        ];
      }
      case "bool":
        return [this.read(place, `codec.BoolOf(${run.bytes}[${offset}], ${run.at(offset)})`, "bool", type)];
      case "fixedBytes":
        return [{ template: "store", stores: [{ target: place.value, value: `${type}(${run.bytes}[${offset}:])` }] }];
      case "brand":
        return this.nodes(codec.codec, offset, place, ctx.native.named(codec.type));
      case "constInt": {
        const bits = loadInt(codec.int.int, codec.int.form, run.bytes, offset);
        const wanted = constantBits(codec.int.int, codec.value);
        return [this.constant(place, `${bits} != ${wanted}`, offset, `${bits}, ${bitsType(codec.int.int)}(${wanted})`)];
      }
      case "constBytes": {
        const bytes = `${run.bytes}[${offset}:${offset + codec.size}]`;
        return [this.constant(place, `string(${bytes}) != ${bytesLiteral(codec.hex)}`, offset, `${bytes}, ${bytesLiteral(codec.hex)}`)];
      }
      case "reserved": {
        const condition = codec.size === 1 ? `${run.bytes}[${offset}] != 0` : `!codec.AllZero(${run.bytes}[${offset}:${offset + codec.size}])`;
        return [{ template: "guard", checks: [{ condition, failure: `codec.Reserved(${run.at(offset)}, ${codec.size})${place.wrap}` }] }];
      }
      case "array":
        return [this.array(codec, offset, place)];
      case "unit":
        return this.ctx.runSize(codec) === 0 ? [] : [this.unit(codec, offset, place)];
      default:
        throw new Error(`${codec.op} has no fixed size`);
    }
  }

  private typeOf(codec: Codec): string {
    return codec.op === "constInt" || codec.op === "constBytes" || codec.op === "reserved" ? "" : this.ctx.native.type(shapeOf(codec));
  }

  private read(place: Place, call: string, from: string, type: string): Node {
    const name = this.scope.fresh(place.hint);
    return { template: "read", name, call, wrap: place.wrap, checks: [], stores: [{ target: place.value, value: convert(name, from, type) }] };
  }

  private constant(place: Place, condition: string, offset: number, gotAndWanted: string): Node {
    return { template: "guard", checks: [{ condition, failure: `codec.BadConstant(${this.run.at(offset)}, ${gotAndWanted})${place.wrap}` }] };
  }

  private array(codec: Extract<Codec, { op: "array" }>, offset: number, place: Place): Node {
    const index = this.scope.index();
    const size = this.ctx.runSize(codec.element)!;
    const bytes = this.scope.fresh(`${place.hint}Bytes`);
    const element = new RunDecoder(this.ctx, this.scope, { bytes, at: (inner) => `${this.run.at(offset)}+${index}*${size}${inner === 0 ? "" : `+${inner}`}` });
    const body: Node[] = [
      { template: "do", lines: [`${bytes} := ${this.run.bytes}[${offset}+${index}*${size}:]`] },
      ...element.nodes(codec.element, 0, { value: `${operand(place.value)}[${index}]`, wrap: `.At(${index})${place.wrap}`, hint: `${place.hint}Element` }),
    ];
    this.scope.endLoop();
    return { template: "loop", header: `${index} := range ${place.value}`, body };
  }

  private unit({ type, family }: Extract<Codec, { op: "unit" }>, offset: number, place: Place): Node {
    const { ctx, run } = this;
    const unit = ctx.unit(type, family);
    const name = ctx.names.type(type);
    switch (unit.kind) {
      case "struct": {
        const bytes = `(*[${unit.fixedSize!}]byte)(${run.bytes}[${offset}:])`;
        return { template: "call", call: `${ctx.function("read", type, family)}(${bytes}, ${run.at(offset)}, ${address(place.value)})`, wrap: place.wrap };
      }
      case "bits": {
        const bits = loadInt(unit.int.int, unit.int.form, run.bytes, offset);
        return { template: "call", call: `unpack${name}(${bits}, ${run.at(offset)}, ${address(place.value)})`, wrap: place.wrap };
      }
      case "enum":
      case "flags": {
        const bits = loadInt(unit.int.int, unit.int.form, run.bytes, offset);
        if (unit.kind === "enum" && unit.open) return { template: "store", stores: [{ target: place.value, value: `${name}(${bits})` }] };
        const number = convert(bits, bitsType(unit.int.int), intType(unit.int.int));
        return this.read(place, `check${name}(${number}, ${run.at(offset)})`, name, name);
      }
      case "union":
        throw new Error("a union has no fixed size");
    }
  }
}
