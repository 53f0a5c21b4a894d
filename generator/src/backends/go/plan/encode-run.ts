/** Writing values into bytes that have been made room for: offsets are constants. */
import type { Codec } from "../../../codec/model.js";
import { intType } from "../native.js";
import type { Context } from "./context.js";
import { address, operand, type Node, type Place, type Scope } from "./node.js";
import { bitsType, bytesLiteral, constantBits, convert, encodeCheck, floatCondition, rangeCondition, storeInt } from "./numbers.js";
import { memberChecks } from "./choices.js";

export class RunEncoder {
  /** `bytes`: a local variable, a slice or an array's address. */
  constructor(
    private readonly ctx: Context,
    private readonly scope: Scope,
    private readonly bytes: string,
  ) {}

  /** Statements that write `place` at `offset`. */
  nodes(codec: Codec, offset: number, place: Place, type?: string): Node[] {
    const { ctx, bytes } = this;
    const put = (line: string): Node => ({ template: "do", lines: [line] });
    switch (codec.op) {
      case "int": {
        const value = convert(place.value, type ?? intType(codec.int), bitsType(codec.int));
        return [...guard(encodeCheck(rangeCondition(codec, place.value), place.value, place.wrap)), put(storeInt(codec.int, codec.form, bytes, offset, value))];
      }
      case "float": {
        const value = `codec.F${codec.bits}Bits(${convert(place.value, type ?? `float${codec.bits}`, `float${codec.bits}`)})`;
        return [
          ...guard(encodeCheck(floatCondition(codec, place.value), place.value, place.wrap)),
          put(storeInt(`u${codec.bits}`, codec.form, bytes, offset, value)),
        ];
      }
      case "bool":
        return [put(`${bytes}[${offset}] = codec.ByteOf(${convert(place.value, type ?? "bool", "bool")})`)];
      case "fixedBytes":
        return [put(`copy(${bytes}[${offset}:], ${operand(place.value)}[:])`)];
      case "brand":
        return this.nodes(codec.codec, offset, place, type ?? ctx.native.named(codec.type));
      case "constInt":
        return [put(storeInt(codec.int.int, codec.int.form, bytes, offset, constantBits(codec.int.int, codec.value)))];
      case "constBytes":
        return [put(`copy(${bytes}[${offset}:], ${bytesLiteral(codec.hex)})`)];
      case "reserved":
        return [put(codec.size === 1 ? `${bytes}[${offset}] = 0` : `clear(${bytes}[${offset}:${offset + codec.size}])`)];
      case "array":
        return [this.array(codec, offset, place)];
      case "unit":
        return ctx.runSize(codec) === 0 ? [] : this.unit(codec, offset, place);
      default:
        throw new Error(`${codec.op} has no fixed size`);
    }
  }

  private array(codec: Extract<Codec, { op: "array" }>, offset: number, place: Place): Node {
    const index = this.scope.index();
    const size = this.ctx.runSize(codec.element)!;
    const bytes = this.scope.fresh(`${place.hint}Bytes`);
    const element = new RunEncoder(this.ctx, this.scope, bytes);
    const body: Node[] = [
      { template: "do", lines: [`${bytes} := ${this.bytes}[${offset}+${index}*${size}:]`] },
      ...element.nodes(codec.element, 0, { value: `${operand(place.value)}[${index}]`, wrap: `.At(${index})${place.wrap}`, hint: `${place.hint}Element` }),
    ];
    this.scope.endLoop();
    return { template: "loop", header: `${index} := range ${place.value}`, body };
  }

  private unit({ type, family }: Extract<Codec, { op: "unit" }>, offset: number, place: Place): Node[] {
    const { ctx, bytes } = this;
    const unit = ctx.unit(type, family);
    switch (unit.kind) {
      case "struct": {
        const target = `(*[${unit.fixedSize!}]byte)(${bytes}[${offset}:])`;
        return [{ template: "call", call: `${ctx.function("put", type, family)}(${target}, ${address(place.value)})`, wrap: place.wrap }];
      }
      case "bits": {
        const name = this.scope.fresh(`${place.hint}Bits`);
        const line = storeInt(unit.int.int, unit.int.form, bytes, offset, convert(name, intType(unit.int.int), bitsType(unit.int.int)));
        return [
          { template: "read", name, call: `pack${ctx.names.type(type)}(${address(place.value)})`, wrap: place.wrap, checks: [], stores: [] },
          { template: "do", lines: [line] },
        ];
      }
      case "enum":
      case "flags": {
        const line = storeInt(unit.int.int, unit.int.form, bytes, offset, `${bitsType(unit.int.int)}(${place.value})`);
        return [...guard(memberChecks(unit, ctx, place)), { template: "do", lines: [line] }];
      }
      case "union":
        throw new Error("a union has no fixed size");
    }
  }

}

export const guard = (checks: { condition: string; failure: string }[]): Node[] => (checks.length > 0 ? [{ template: "guard", checks }] : []);
