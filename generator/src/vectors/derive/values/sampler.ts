/** Values of any type: one in which everything is there and different, and one with as little as possible. */
import type { BitField, SizeLimit, StructDef, TypeDef, TypeExpr, TypeId, UnionCase, UnionDef } from "../../../ir/model.js";
import type { Neutral, NeutralObject } from "../../oracle/neutral.js";
import { emptyObject, integerNeutral } from "../../oracle/neutral.js";
import { floatText } from "../../oracle/numbers/floatText.js";
import { patternFault } from "../../oracle/limits.js";
import { compareKeys } from "../../oracle/keys.js";
import type { Types } from "../../oracle/types.js";
import { bytesOf, isHidden, isSigned, rangeOf } from "../../oracle/types.js";
import { isValueBits } from "../../oracle/choices.js";
import { Heights } from "./heights.js";
import { matchingText, stretched } from "./pattern.js";

type IntType = Extract<TypeExpr, { kind: "int" }>;
type TextType = Extract<TypeExpr, { kind: "text" }>;

export class Sampler {
  readonly heights: Heights;
  /** Counts through the bytes of one value, so that no two places look alike. */
  private counter = 0;
  /** Types that are being filled: met again, they get their least value. */
  private readonly open = new Set<TypeId>();

  constructor(readonly types: Types) {
    this.heights = new Heights(types);
  }

  /** Everything present, lists with two elements, every integer made of other bytes. The same for the same type. */
  full(type: TypeExpr): Neutral {
    this.counter = 0;
    return this.fullOf(type);
  }

  /** As `full`, but a union's own case is the given one. */
  fullCase(def: UnionDef, one: UnionCase): Neutral {
    this.counter = 0;
    return this.caseOf(one, (id) => this.enter(def.id, () => this.fullNamed(id)));
  }

  least(type: TypeExpr): Neutral {
    switch (type.kind) {
      case "int":
        return integerNeutral(type.int, nearestTo(0n, type));
      case "float":
        return floatText(Math.max(type.min ?? 0, Math.min(type.max ?? 0, 0)), 64);
      case "bool":
        return false;
      case "text":
        return this.textOfSize(type, type.limit.min, 0);
      case "bytes":
        return "00".repeat(type.limit.min);
      case "fixedBytes":
        return "00".repeat(type.size);
      case "list":
        return Array.from({ length: type.limit.min }, () => this.least(type.element));
      case "array":
        return Array.from({ length: type.size }, () => this.least(type.element));
      case "map":
        return this.entries(type.key, type.limit.min, () => this.least(type.value));
      case "nullable":
        return null;
      case "jsonValue":
        return "null";
      case "duration":
        return { secs: "0", nanos: 0 };
      case "socketAddress":
        return "0.0.0.0:0";
      case "sized":
        return this.least(type.inner);
      case "embedded":
      case "ref":
        return this.leastNamed(type.type);
      case "const":
      case "reserved":
        return null;
    }
  }

  /** `count` entries with different keys, sorted. */
  entries(key: TypeExpr, count: number, value: () => Neutral): Neutral[] {
    const keys = this.keys(key, count).sort((a, b) => compareKeys(this.types, key, a, b));
    return keys.map((one) => [one, value()]);
  }

  /** Up to `count` different keys; fewer if there are no more. */
  keys(type: TypeExpr, count: number): Neutral[] {
    const def = type.kind === "ref" ? this.types.get(type.type) : undefined;
    if (def?.kind === "enum") return def.members.slice(0, count).map(({ name }) => name);
    const found = new Map<string, Neutral>();
    for (let index = 0; found.size < count && index < 4 * count + 100; index++) {
      const key = this.keyAt(type, index);
      found.set(String(key), key);
    }
    return [...found.values()];
  }

  private keyAt(type: TypeExpr, index: number): Neutral {
    switch (type.kind) {
      case "int":
        return integerNeutral(type.int, nearestTo(BigInt(index + 1), type));
      case "text":
        return type.pattern === undefined ? this.textOfSize(type, Math.max(type.limit.min, 4), index) : this.textOfSize(type, type.limit.min, index);
      case "bytes":
        return (index + 1).toString(16).padStart(2 * Math.max(type.limit.min, 2), "0");
      case "fixedBytes":
        return (index + 1).toString(16).padStart(2 * type.size, "0");
      default:
        throw new Error(`${type.kind} cannot be a key`);
    }
  }

  /** A text of at least `size` bytes, of exactly as many if the pattern lets it; different ones for different seeds. */
  textOfSize(type: TextType, size: number, seed: number): string {
    if (type.pattern === undefined) return `${seed}`.padStart(Math.max(size, type.limit.min), "k").slice(0, type.limit.max ?? Infinity);
    for (let attempt = seed; attempt < seed + 50; attempt++) {
      const text = matchingText(type.pattern, attempt);
      const fits = (candidate: string): boolean => patternFault(type, candidate) === undefined;
      const grown = text.length < size ? stretched(text, size, fits) : text;
      if (grown !== undefined && fits(grown) && grown.length <= (type.limit.max ?? Infinity)) return grown;
    }
    throw new Error(`no text of ${size} bytes matches ${type.pattern}`);
  }

  private leastNamed(id: TypeId): Neutral {
    const def = this.types.get(id);
    switch (def.kind) {
      case "struct":
        return this.struct(def, (field) => (field.optional ? undefined : this.least(field.type)));
      case "union":
        return this.caseOf(this.heights.shallowestCase(def), (payload) => this.leastNamed(payload));
      case "enum":
        return def.members[0]!.name;
      case "flags":
        return [];
      case "bits":
        return this.bits(def.fields, () => 0n, (id) => this.leastNamed(id));
      case "brand":
        return this.least(def.type);
    }
  }

  private fullOf(type: TypeExpr): Neutral {
    switch (type.kind) {
      case "int":
        return integerNeutral(type.int, this.integer(type));
      case "float":
        return floatText(this.float(type.min, type.max), 64);
      case "bool":
        return true;
      case "text":
        return this.textOfSize(type, 4, this.next());
      case "bytes":
        return this.bytes(clamp(3, type.limit));
      case "fixedBytes":
        return this.bytes(type.size);
      case "list":
        return Array.from({ length: clamp(2, type.limit) }, () => this.fullOf(type.element));
      case "array":
        return Array.from({ length: type.size }, () => this.fullOf(type.element));
      case "map":
        return this.entries(type.key, clamp(3, type.limit), () => this.fullOf(type.value));
      case "nullable":
        return this.fullOf(type.inner);
      case "jsonValue":
        return `{"b":[${this.next()},2.50,"x"],"a":null}`;
      case "duration":
        return { secs: String(300 + this.next()), nanos: 500_000_000 + this.next() };
      case "socketAddress":
        return `10.0.0.${this.next()}:${8000 + this.next()}`;
      case "sized":
        return this.fullOf(type.inner);
      case "embedded":
      case "ref":
        return this.fullNamed(type.type);
      case "const":
      case "reserved":
        return null;
    }
  }

  private fullNamed(id: TypeId): Neutral {
    return this.open.has(id) ? this.leastNamed(id) : this.enter(id, () => this.fullDefinition(this.types.get(id)));
  }

  private enter(id: TypeId, fill: () => Neutral): Neutral {
    this.open.add(id);
    const value = fill();
    this.open.delete(id);
    return value;
  }

  private fullDefinition(def: TypeDef): Neutral {
    switch (def.kind) {
      case "struct":
        return this.struct(def, (field) => this.fullOf(field.type));
      case "union":
        return this.caseOf(def.cases.find((one) => one.type !== undefined && !this.open.has(one.type)) ?? this.heights.shallowestCase(def), (payload) => this.fullNamed(payload));
      case "enum":
        return def.members[this.next() % def.members.length]!.name;
      case "flags":
        return def.flags.map(({ name }) => name);
      case "bits":
        return this.bits(def.fields, ({ width }) => BigInt.asUintN(width, this.integer({ kind: "int", int: "u64", endian: "le" })), (id) => this.fullNamed(id));
      case "brand":
        return this.fullOf(def.type);
    }
  }

  private struct(def: StructDef, fill: (field: StructDef["fields"][number]) => Neutral | undefined): NeutralObject {
    const value = emptyObject();
    for (const field of def.fields) {
      if (isHidden(field.type)) continue;
      const filled = fill(field);
      if (filled !== undefined) value[field.name] = filled;
    }
    return value;
  }

  private caseOf(one: UnionCase, fill: (payload: TypeId) => Neutral): Neutral {
    return { case: one.name, value: one.type === undefined ? emptyObject() : fill(one.type) };
  }

  private bits(fields: BitField[], uint: (field: BitField) => bigint, choice: (id: TypeId) => Neutral): Neutral {
    const value = emptyObject();
    for (const field of fields) {
      if (!isValueBits(field)) continue;
      const { content } = field;
      if (content.kind === "uint") value[field.name] = field.width > 32 ? uint(field).toString() : Number(uint(field));
      else if (content.kind === "bool") value[field.name] = uint(field) > 0n;
      else if (content.kind === "enum" || content.kind === "flags") value[field.name] = choice(content.type);
    }
    return value;
  }

  private next(): number {
    this.counter = (this.counter % 250) + 1;
    return this.counter;
  }

  private integer(type: IntType): bigint {
    let value = 0n;
    for (let index = 0; index < bytesOf(type.int); index++) value = (value << 8n) | BigInt(this.next());
    if (isSigned(type.int)) value = BigInt.asIntN(bytesOf(type.int) * 8, value);
    const { min, max } = boundsOf(type);
    return value >= min && value <= max ? value : min + (value < 0n ? -value : value) % (max - min + 1n);
  }

  /** Exact in an f32. */
  private float(min = -1000, max = 1000): number {
    const value = this.next() + 0.5;
    if (value >= min && value <= max) return value;
    return max - min >= 1 ? min + 0.25 : min;
  }

  private bytes(size: number): string {
    return Buffer.from(Array.from({ length: size }, () => this.next())).toString("hex");
  }
}

export function boundsOf(type: IntType): { min: bigint; max: bigint } {
  const range = rangeOf(type.int);
  return { min: type.min === undefined ? range.min : BigInt(type.min), max: type.max === undefined ? range.max : BigInt(type.max) };
}

function nearestTo(wish: bigint, type: IntType): bigint {
  const { min, max } = boundsOf(type);
  return wish < min ? min : wish > max ? max : wish;
}

export const clamp = (wish: number, { min, max }: SizeLimit): number => Math.max(min, Math.min(wish, max ?? wish));
