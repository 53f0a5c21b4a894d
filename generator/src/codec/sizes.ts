/**
 * How many bytes a value takes at least, and exactly where every value takes the same. The rule looks at no bounds of
 * integers, so that it is short enough to be repeated by any implementation. The least size is:
 *
 * - of an integer, float, bool, enum, flags or bits: its width; of a varint (also as a prefix or tag): 1
 * - of text, bytes, lists, maps and windows: the prefix, then the least length or the least count × the least element
 * - of an optional: nothing in fixed and in open structures, else 1 in Compact; of a nullable: 1
 * - of a struct: the sum; of a union: the tag and its smallest case; of a type that contains itself: its smallest finite value
 * - in JSON: 1
 */
import { isCodecRoot } from "../ir/codecs.js";
import type { CodecEncoding, Framing, IntName, Spec, StructDef, TypeDef, TypeExpr, TypeId, UnionCase, UnionDef } from "../ir/model.js";
import { solve } from "./fixpoint.js";
import type { Family } from "./model.js";

export interface Sizes {
  /** Least bytes. `Infinity`: no finite value exists, because the type always contains itself. */
  min(type: TypeExpr, family: Family): number;
  /** Exact bytes if every value takes the same; null otherwise, and always in JSON. */
  fixed(type: TypeExpr, family: Family): number | null;
}

/** The families of which bytes can be counted. */
type Binary = Exclude<Family, "json">;
type Lookup<Value> = (type: TypeId, family: Binary) => Value;

export function familyOf({ encoding }: { encoding: CodecEncoding }): Family {
  return encoding === "packed" || encoding === "layout" ? "fixed" : encoding;
}

export const intWidth = (int: IntName): number => Number(int.slice(1)) / 8;

/** The work is done on the first question. An id that the spec lacks has size 0: the reader has reported it. */
export function sizes(spec: Spec): Sizes {
  const types = new Map(spec.types.map((type) => [type.id, type]));
  const nodes = new Map<string, { type: TypeDef; family: Binary }>();
  for (const type of spec.types) for (const family of ["fixed", "compact"] as const) nodes.set(key(type.id, family), { type, family });

  const table = <Value>(start: Value, missing: Value, define: (type: TypeDef, family: Binary, lookup: Lookup<Value>) => Value): Lookup<Value> => {
    let solved: ReadonlyMap<string, Value> | undefined;
    return (id, family) => {
      solved ??= solve(nodes.keys(), start, (node, lookup) => {
        const { type, family: own } = nodes.get(node)!;
        return define(type, own, (other, inner) => lookup(key(other, inner)) ?? missing);
      });
      return solved.get(key(id, family)) ?? missing;
    };
  };

  /** From infinity down: a ring settles at its smallest finite value, or stays infinite when there is none. */
  const least = table(Infinity, 0, (type, family, lookup) => leastOfType(types, type, family, lookup));
  /** From unknown up: whatever contains itself stays unknown. */
  const exact = table<number | null>(null, null, (type, family, lookup) => exactOfType(types, type, family, lookup));

  return {
    min: (type, family) => (family === "json" ? 1 : leastOf(types, type, family, least)),
    fixed: (type, family) => (family === "json" ? null : exactOf(types, type, family, exact)),
  };
}

type Types = ReadonlyMap<TypeId, TypeDef>;

const key = (type: TypeId, family: Binary): string => `${family} ${type}`;

function leastOfType(types: Types, type: TypeDef, family: Binary, lookup: Lookup<number>): number {
  switch (type.kind) {
    case "struct":
      return sum(type.fields.map((field) => (field.optional ? (family === "compact" && !type.open ? 1 : 0) : leastOf(types, field.type, family, lookup))));
    case "union":
      return leastWidth(type.repr, family) + (type.cases.length === 0 ? 0 : Math.min(...type.cases.map((one) => leastOfCase(types, one, family, lookup))));
    case "enum":
    case "flags":
    case "bits":
      return leastWidth(type.repr, family);
    case "brand":
      return leastOf(types, type.type, family, lookup);
  }
}

function leastOfCase(types: Types, one: UnionCase, family: Binary, lookup: Lookup<number>): number {
  if (one.type === undefined) return 0;
  if (!one.embedded) return lookup(one.type, family);
  const { framing, limit } = one.embedded;
  return leastOf(types, { kind: "sized", framing, limit, inner: { kind: "embedded", type: one.type } }, family, lookup);
}

function leastOf(types: Types, type: TypeExpr, family: Binary, lookup: Lookup<number>): number {
  switch (type.kind) {
    case "int":
      return leastWidth(type.int, family);
    case "float":
      return type.bits / 8;
    case "bool":
    case "nullable":
    case "jsonValue":
      return 1;
    case "text":
    case "bytes":
      return leastPrefix(type.framing, family) + type.limit.min;
    case "fixedBytes":
    case "reserved":
      return type.size;
    case "const":
      return type.of === "int" ? leastWidth(type.int, family) : constSize(type);
    case "array":
      return times(type.size, leastOf(types, type.element, family, lookup));
    case "list":
      return leastPrefix(type.framing, family) + times(type.limit.min, leastOf(types, type.element, family, lookup));
    case "map": {
      const entry = leastOf(types, type.key, family, lookup) + leastOf(types, type.value, family, lookup);
      return leastPrefix(type.framing, family) + times(type.limit.min, entry);
    }
    case "sized":
      return leastPrefix(type.framing, family) + Math.max(type.limit.min, leastOf(types, type.inner, family, lookup));
    case "duration":
      return 2;
    case "socketAddress":
      return 6;
    case "embedded": {
      const inner = embeddedFamily(types, type.type, family);
      return inner === "json" ? 1 : lookup(type.type, inner);
    }
    case "ref":
      return lookup(type.type, family);
  }
}

function exactOfType(types: Types, type: TypeDef, family: Binary, lookup: Lookup<number | null>): number | null {
  switch (type.kind) {
    case "struct":
      return exactOfStruct(types, type, family, lookup);
    case "union":
      return exactOfUnion(type, family, lookup);
    case "enum":
    case "flags":
    case "bits":
      return exactWidth(type.repr, family);
    case "brand":
      return exactOf(types, type.type, family, lookup);
  }
}

function exactOfStruct(types: Types, type: StructDef, family: Binary, lookup: Lookup<number | null>): number | null {
  if (type.open) return null;
  let total = 0;
  for (const field of type.fields) {
    const size = field.optional ? null : exactOf(types, field.type, family, lookup);
    if (size === null) return null;
    total += size;
  }
  return total;
}

function exactOfUnion(type: UnionDef, family: Binary, lookup: Lookup<number | null>): number | null {
  const tag = exactWidth(type.repr, family);
  const [payload, ...others] = new Set(type.cases.map((one) => (one.type === undefined ? 0 : one.embedded ? null : lookup(one.type, family))));
  return tag === null || payload === undefined || payload === null || others.length > 0 ? null : tag + payload;
}

function exactOf(types: Types, type: TypeExpr, family: Binary, lookup: Lookup<number | null>): number | null {
  switch (type.kind) {
    case "int":
      return exactWidth(type.int, family);
    case "float":
      return type.bits / 8;
    case "bool":
      return 1;
    case "fixedBytes":
    case "reserved":
      return type.size;
    case "const":
      return type.of === "int" ? exactWidth(type.int, family) : constSize(type);
    case "array": {
      const element = exactOf(types, type.element, family, lookup);
      return element === null ? null : element * type.size;
    }
    case "embedded": {
      const inner = embeddedFamily(types, type.type, family);
      return inner === "json" ? null : lookup(type.type, inner);
    }
    case "ref":
      return lookup(type.type, family);
    default:
      return null;
  }
}

/** An embedded message is in its own encoding, whatever surrounds it. */
function embeddedFamily(types: Types, id: TypeId, surrounding: Binary): Family {
  const type = types.get(id);
  return type && isCodecRoot(type) ? familyOf(type.root) : surrounding;
}

const leastWidth = (int: IntName, family: Binary): number => (family === "compact" ? 1 : intWidth(int));

/** In Compact, all but the 8-bit ones are varints. */
const exactWidth = (int: IntName, family: Binary): number | null => (family === "compact" && intWidth(int) > 1 ? null : intWidth(int));

function leastPrefix(framing: Framing, family: Binary): number {
  if (framing.kind === "prefix") return leastWidth(framing.int, family);
  // In Packed and Layout the checks refuse it; whatever length it is then given takes a byte.
  return framing.kind === "natural" ? 1 : 0;
}

function constSize(type: Extract<TypeExpr, { kind: "const"; of: "text" | "bytes" }>): number {
  return type.of === "text" ? Buffer.byteLength(type.value, "utf8") : type.value.length / 2;
}

const sum = (sizes: number[]): number => sizes.reduce((total, size) => total + size, 0);

/** None of something endless is nothing. */
const times = (count: number, size: number): number => (count === 0 ? 0 : count * size);
