/**
 * How much memory decoded values take: for each message a factor, bytes of arena for a byte of input, that is enough for every valid value. The
 * worst input is made of the elements that are smallest on the wire for what they take in memory.
 */
import type { Codec, CodecUnit, Family } from "../../codec/model.js";
import type { TypeId } from "../../ir/model.js";
import type { Context } from "./context.js";
import { bitMembers } from "./definitions.js";
import { intBits } from "./literals.js";
import { shapeOfCodec, shapeOf, type Shape } from "./shapes.js";

/** Of a pointer or size on the widest machines in use. */
const WORD = 8;
/** A list of unknown length grows by doubling and leaves its shorter selves behind. */
const GROWTH = 4;
/** Names of free JSON are kept until their object ends: a view for each, in a list that grows; the shortest member takes 5 bytes. */
const FREE_JSON = Math.ceil((2 * WORD * GROWTH) / 5);
const LEAST_FACTOR = 8;

export class Footprint {
  private readonly structSizes = new Map<TypeId, number>();

  constructor(private readonly context: Context) {}

  /** Bytes of arena for a byte of input. */
  factor(root: TypeId, family: Family): number {
    let greatest = LEAST_FACTOR;
    const seen = new Set<CodecUnit>();
    const visitUnit = (id: TypeId, own: Family): void => {
      const unit = this.context.unit(id, own);
      if (!unit || seen.has(unit)) return;
      seen.add(unit);
      if (unit.kind === "struct") {
        for (const field of unit.fields) visit(field.codec, id, own);
        // An open object keeps the names of what it does not know.
        if (unit.open && own === "json") greatest = Math.max(greatest, FREE_JSON);
      }
      if (unit.kind === "union") for (const { codec } of unit.cases) if (codec) visit(codec, id, own);
      if (unit.kind === "bits") for (const { content } of unit.def.fields) if ("type" in content) visitUnit(content.type, own);
    };
    const visit = (codec: Codec, owner: TypeId, own: Family): void => {
      const count = (size: number, least: number, grows: boolean): void => {
        greatest = Math.max(greatest, Math.ceil((size * (grows ? GROWTH : 1)) / Math.max(1, least)));
      };
      switch (codec.op) {
        case "list":
          count(this.size(shapeOfCodec(codec.element)), own === "json" ? 2 : codec.elementMinSize, codec.extent.kind !== "prefix");
          return visit(codec.element, owner, own);
        case "map":
          count(this.size(shapeOfCodec(codec.key)) + this.size(shapeOfCodec(codec.value)), own === "json" ? 5 : codec.entryMinSize, own === "json");
          visit(codec.key, owner, own);
          return visit(codec.value, owner, own);
        case "array":
          return visit(codec.element, owner, own);
        case "nullable":
          return visit(codec.inner, owner, own);
        case "brand":
          return visit(codec.codec, owner, own);
        case "window":
          return visit(codec.content, owner, own);
        case "jsonValue":
          greatest = Math.max(greatest, FREE_JSON);
          return;
        case "unit":
          if (this.context.natives.boxed(owner, codec.type)) count(this.struct(codec.type), this.context.unit(codec.type, codec.family).minSize, false);
          return visitUnit(codec.type, codec.family);
      }
    };
    visitUnit(root, family);
    return greatest;
  }

  private size(shape: Shape): number {
    switch (shape.kind) {
      case "int":
        return Math.max(1, intBits(shape.int) / 8);
      case "float":
        return shape.bits / 8;
      case "bool":
        return 1;
      case "fixedBytes":
        return shape.size;
      case "array":
        return shape.size * this.size(shape.element);
      case "nullable":
        return WORD + this.size(shape.inner);
      case "brand":
        return this.size(shape.of);
      case "named":
        return this.struct(shape.type);
      case "socketAddress":
        return 20;
      default:
        return 2 * WORD;
    }
  }

  /** Never too small: every member is taken to be aligned like a pointer. */
  private struct(id: TypeId): number {
    const known = this.structSizes.get(id);
    if (known !== undefined) return known;
    this.structSizes.set(id, WORD);
    const { context } = this;
    const type = context.type(id);
    const aligned = (size: number): number => Math.ceil(size / WORD) * WORD;
    const size = ((): number => {
      switch (type.kind) {
        case "struct": {
          const { members, unknown } = context.natives.members(type);
          return members.reduce((sum, own) => sum + (own.has === null ? 0 : WORD) + (own.boxed ? WORD : aligned(this.size(own.shape))), unknown === null ? WORD : 2 * WORD);
        }
        case "union":
          return WORD + Math.max(0, ...type.cases.map((one) => (one.type === undefined ? 0 : context.natives.boxed(id, one.type) ? WORD : this.struct(one.type))));
        case "bits":
          return bitMembers(type).reduce((sum, { shape }) => sum + aligned(this.size(shape)), WORD);
        case "brand":
          return this.size(shapeOf(type.type)!);
        default:
          return intBits(type.repr) / 8;
      }
    })();
    this.structSizes.set(id, size);
    return size;
  }
}
