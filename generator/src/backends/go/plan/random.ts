/** Expressions that stand for makers of random values. */
import type { Codec, Extent, Pattern } from "../../../codec/model.js";
import { literal } from "../format.js";
import { nilable, shapeOf } from "../native.js";
import type { Context } from "./context.js";
import { formOf } from "./neutral.js";
import { intBounds, signed, sizeBounds } from "./numbers.js";
import { samples } from "./samples.js";

/** The maker of a named type. */
export function makerOf(codec: Extract<Codec, { op: "unit" }>, ctx: Context): string {
  const { kind } = ctx.unit(codec.type, codec.family);
  return `random${ctx.names.type(codec.type)}${kind === "struct" || kind === "union" ? formOf(codec.family) : ""}`;
}

export class RandomExpressions {
  /** Sizes of arrays, whose makers Go cannot write once for all sizes. */
  readonly byteArrays = new Set<number>();
  readonly arrays = new Set<number>();

  constructor(private readonly ctx: Context) {}

  maker(codec: Codec, type?: string): string {
    const { native } = this.ctx;
    const own = (): string => type ?? native.type(shapeOf(codec));
    switch (codec.op) {
      case "int": {
        const { min, max } = intBounds(codec);
        return `codectest.${signed(codec.int) ? "Int" : "Uint"}[${own()}](${min}, ${max})`;
      }
      case "float":
        return `codectest.Float[${own()}](${codec.min ?? "math.Inf(-1)"}, ${codec.max ?? "math.Inf(1)"}, ${codec.bits})`;
      case "bool":
        return `codectest.Bool[${own()}]`;
      case "text":
        return codec.pattern === null ? `codectest.Text[${own()}](${sizeBounds(codec.extent)})` : this.samples(codec.pattern, codec.extent, own());
      case "bytes":
        return `codectest.Bytes[${own()}](${sizeBounds(codec.extent)})`;
      case "fixedBytes":
        this.byteArrays.add(codec.size);
        return `randomBytes${codec.size}[${own()}]`;
      case "brand":
        return this.maker(codec.codec, type ?? native.named(codec.type));
      case "list":
        return `codectest.${this.ctx.nests(codec.element) ? "NestedList" : "List"}(${this.maker(codec.element)}, ${sizeBounds(codec.extent)})`;
      case "array":
        this.arrays.add(codec.size);
        return `randomArray${codec.size}(${this.maker(codec.element)})`;
      case "map":
        return `codectest.Map(${this.maker(codec.key, native.key(shapeOf(codec.key)))}, ${this.maker(codec.value)}, ${sizeBounds(codec.extent)})`;
      case "nullable":
        return `codectest.${nilable(shapeOf(codec.inner)) ? "Nilable" : "Pointer"}(${this.maker(codec.inner)})`;
      case "jsonValue":
        return "codectest.JSON";
      case "duration":
        return "codectest.Duration";
      case "socketAddress":
        return "codectest.Address";
      case "window":
        return this.maker(codec.content);
      case "unit":
        return makerOf(codec, this.ctx);
      case "constInt":
      case "constBytes":
      case "reserved":
        throw new Error(`${codec.op} has no value`);
    }
  }

  private samples(pattern: number, { min, max }: Extent, type: string): string {
    const { dfa } = this.ctx.model.patterns[pattern] as Pattern;
    return `codectest.OneOf[${type}](${samples(dfa, min, max).map(literal).join(", ")})`;
  }
}
