/**
 * How much memory decoding takes: for each message a bound, so many bytes for a byte of input and so many besides, that is enough for whatever has to be
 * read of every input. What is complete has been paid for by its own bytes; what is begun is bounded by how deep values nest.
 */
import type { Codec, CodecUnit, Family } from "../../codec/model.js";
import type { TypeId } from "../../ir/model.js";
import type { Context } from "./context.js";
import { bitMembers } from "./definitions.js";
import { LeastBytes } from "./leastBytes.js";
import { intBits } from "./literals.js";
import { shapeOf, shapeOfCodec, type Shape } from "./shapes.js";

/** Of a pointer or size on the widest machines in use. */
const WORD = 8;
/** A list that grows by doubling leaves its shorter selves behind, and begins with so many elements. */
const GROWTH = 4;
const FIRST_ELEMENTS = 4;
const MAX_DEPTH = 64;
/** Names of free JSON are kept until their object ends: a view for each, in a list that grows; the shortest member takes 5 bytes. */
const FREE_JSON = Math.ceil((2 * WORD * GROWTH) / 5);
/** Alignment and the like, and text that had to be unescaped. */
const LEAST = { factor: 8, allowance: 4096 };

export interface Bound {
  factor: number;
  allowance: number;
}

export class Footprint {
  private readonly structSizes = new Map<TypeId, number>();
  private readonly allocating = new Map<CodecUnit, boolean>();

  private readonly least: LeastBytes;

  constructor(private readonly context: Context) {
    this.least = new LeastBytes(context);
  }

  bound(root: TypeId, family: Family): Bound {
    const bound = { ...LEAST };
    let largestBox = 0;
    const seen = new Set<CodecUnit>();
    const charge = (size: number, least: number, growing: boolean, recursive: boolean): void => {
      bound.factor = Math.max(bound.factor, Math.ceil((size * (growing ? GROWTH : 1)) / Math.max(1, least)));
      if (growing) bound.allowance += size * FIRST_ELEMENTS * GROWTH * (recursive ? MAX_DEPTH : 1);
    };
    const visit = (codec: Codec, unit: CodecUnit): void => {
      const { family: own, recursive } = unit;
      switch (codec.op) {
        case "list":
          charge(this.size(shapeOfCodec(codec.element)), this.least.own(codec.element, own), codec.extent.kind !== "prefix" || this.allocates(codec.element), recursive);
          return visit(codec.element, unit);
        case "map":
          charge(this.size(shapeOfCodec(codec.key)) + this.size(shapeOfCodec(codec.value)) + WORD, this.least.own(codec.key, own) + this.least.own(codec.value, own), own === "json" || this.allocates(codec.value), recursive);
          visit(codec.key, unit);
          return visit(codec.value, unit);
        case "array":
          return visit(codec.element, unit);
        case "nullable":
          return visit(codec.inner, unit);
        case "brand":
          return visit(codec.codec, unit);
        case "window":
          return visit(codec.content, unit);
        case "jsonValue":
          bound.factor = Math.max(bound.factor, FREE_JSON);
          return;
        case "unit":
          if (this.context.natives.boxed(unit.type, codec.type)) {
            const size = this.struct(codec.type);
            largestBox = Math.max(largestBox, size);
            charge(size, this.least.own(codec, codec.family), false, true);
          }
          return visitUnit(this.context.unit(codec.type, codec.family));
      }
    };
    const visitUnit = (unit: CodecUnit): void => {
      if (seen.has(unit)) return;
      seen.add(unit);
      if (unit.kind === "struct") for (const { codec } of unit.fields) visit(codec, unit);
      if (unit.kind === "union") for (const { codec } of unit.cases) if (codec) visit(codec, unit);
      // An open object keeps the names of what it does not know.
      if (unit.kind === "struct" && unit.open && unit.family === "json") bound.factor = Math.max(bound.factor, FREE_JSON);
    };
    visitUnit(this.context.unit(root, family));
    // Each level of nesting has begun one boxed value at most.
    return { factor: bound.factor, allowance: bound.allowance + largestBox * MAX_DEPTH };
  }

  /** Whether a message can be read without an arena. */
  isFlat(root: TypeId, family: Family): boolean {
    return !this.unitAllocates(this.context.unit(root, family));
  }

  /** Whether reading a value takes memory: then a list of such must not take memory for elements that may never come. */
  allocates(codec: Codec): boolean {
    switch (codec.op) {
      case "list":
      case "map":
        return true;
      case "array":
        return this.allocates(codec.element);
      case "nullable":
        return this.allocates(codec.inner);
      case "brand":
        return this.allocates(codec.codec);
      case "window":
        return this.allocates(codec.content);
      case "unit":
        return this.unitAllocates(this.context.unit(codec.type, codec.family));
      default:
        return false;
    }
  }

  private unitAllocates(unit: CodecUnit): boolean {
    // JSON is unescaped into the arena, and what contains itself has lists or boxes.
    if (unit.recursive || unit.family === "json") return true;
    let found = this.allocating.get(unit);
    if (found === undefined) {
      const codecs = unit.kind === "struct" ? unit.fields.map(({ codec }) => codec) : unit.kind === "union" ? unit.cases.map(({ codec }) => codec) : [];
      found = codecs.some((codec) => codec !== null && this.allocates(codec));
      this.allocating.set(unit, found);
    }
    return found;
  }

  private size(shape: Shape): number {
    switch (shape.kind) {
      case "int":
        return intBits(shape.int) / 8;
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
    const size = this.computeStruct(id);
    this.structSizes.set(id, size);
    return size;
  }

  private computeStruct(id: TypeId): number {
    const { natives } = this.context;
    const type = this.context.type(id);
    switch (type.kind) {
      case "struct": {
        const { members, unknown } = natives.members(type);
        return members.reduce((sum, own) => sum + (own.has === null ? 0 : WORD) + (own.boxed ? WORD : aligned(this.size(own.shape))), unknown === null ? WORD : 2 * WORD);
      }
      case "union":
        return WORD + Math.max(0, ...type.cases.map((one) => (one.type === undefined ? 0 : natives.boxed(id, one.type) ? WORD : this.struct(one.type))));
      case "bits":
        return bitMembers(type).reduce((sum, { shape }) => sum + aligned(this.size(shape)), WORD);
      case "brand":
        return this.size(shapeOf(type.type)!);
      default:
        return intBits(type.repr) / 8;
    }
  }
}

const aligned = (size: number): number => Math.ceil(size / WORD) * WORD;
