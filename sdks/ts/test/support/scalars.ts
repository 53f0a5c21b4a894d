/** Random values of the types that hold no others. */
import fc from "fast-check";
import type { Family } from "../../../../generator/src/codec/model.js";
import type {
  BitField,
  EnumDef,
  FlagsDef,
  IntName,
  SizeLimit,
  StructDef,
  TypeExpr,
  TypeId,
} from "../../../../generator/src/ir/model.js";

type Arbitrary = fc.Arbitrary<unknown>;

/** More elements or bytes than this over the least add nothing. */
const SPREAD = 12;

export function lengths({ min, max }: SizeLimit): { minLength: number; maxLength: number } {
  return { minLength: min, maxLength: Math.min(max ?? Infinity, min + SPREAD) };
}

export function scalar(type: TypeExpr, family: Family): Arbitrary {
  switch (type.kind) {
    case "int":
      return int(type.int, type.min, type.max);
    case "float":
      return float(type, family);
    case "bool":
      return fc.boolean();
    case "text":
      return text(type);
    case "bytes":
      return fc.uint8Array(lengths(type.limit));
    case "fixedBytes":
      return fc.uint8Array({ minLength: type.size, maxLength: type.size });
    case "jsonValue":
      return fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value));
    case "duration":
      return fc.record(
        { secs: int("u64"), nanos: fc.integer({ min: 0, max: 999_999_999 }) },
        { noNullPrototype: true },
      );
    case "socketAddress":
      return fc
        .tuple(fc.oneof(fc.ipV4(), ipV6()), fc.integer({ min: 0, max: 0xffff }))
        .map(([host, port]) => `${host}:${port}`);
    default:
      throw new Error(`${type.kind} is not a scalar`);
  }
}

function int(name: IntName, least?: string, most?: string): Arbitrary {
  const bits = BigInt(name.slice(1));
  const [lowest, highest] = name.startsWith("u")
    ? [0n, (1n << bits) - 1n]
    : [-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n];
  const min = least === undefined ? lowest : BigInt(least);
  const max = most === undefined ? highest : BigInt(most);
  return bits === 64n ? fc.bigInt({ min, max }) : fc.integer({ min: Number(min), max: Number(max) });
}

/** JSON has no NaN and no infinities. */
function float({ bits, min, max }: Extract<TypeExpr, { kind: "float" }>, family: Family): Arbitrary {
  const bounds = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  const finite = family === "json" || min !== undefined || max !== undefined;
  const make = bits === 32 ? fc.float : fc.double;
  return make({ ...bounds, noNaN: finite, noDefaultInfinity: finite });
}

function text({ limit, pattern }: Extract<TypeExpr, { kind: "text" }>): Arbitrary {
  const any =
    pattern === undefined
      ? fc.string({ unit: "binary", ...lengths(limit) })
      : fc.stringMatching(new RegExp(`^(?:${pattern})$`));
  return any.filter((value) => {
    const size = Buffer.byteLength(value);
    return size >= limit.min && size <= (limit.max ?? Infinity);
  });
}

/** As a URL's host is spelt, which is canonical but for IPv4 addresses within. */
function ipV6(): fc.Arbitrary<string> {
  const group = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff }));
  return fc
    .array(group, { minLength: 8, maxLength: 8 })
    .filter((groups) => groups.slice(0, 5).some((one) => one !== 0) || groups[5] !== 0xffff)
    .map((groups) => new URL(`http://[${groups.map((one) => one.toString(16)).join(":")}]`).hostname);
}

export function enumeration(def: EnumDef): Arbitrary {
  const names = fc.constantFrom(...def.members.map(({ name }) => name));
  if (!def.open) return names;
  const known = new Set(def.members.map(({ value }) => BigInt(value)));
  return fc.oneof(
    names,
    int(def.repr).filter((value) => !known.has(BigInt(value as number | bigint))),
  );
}

export function flags(def: FlagsDef): Arbitrary {
  const sum = fc.subarray(def.flags).map((set) => set.reduce((mask, { bit }) => mask | (1n << BigInt(bit)), 0n));
  return def.repr === "u64" ? sum : sum.map(Number);
}

export function bitField({ width, content }: BitField, tie: (id: TypeId) => Arbitrary): Arbitrary {
  if ("type" in content) return tie(content.type);
  if (content.kind === "bool") return fc.boolean();
  const max = (1n << BigInt(width)) - 1n;
  return width > 32 ? fc.bigInt({ min: 0n, max }) : fc.integer({ min: 0, max: Number(max) });
}

/** What a newer sender might have written; nothing, or bytes, or members of an object. */
export function unknown(def: StructDef, family: Family): Arbitrary {
  if (family !== "json") return fc.option(fc.uint8Array({ minLength: 1, maxLength: SPREAD }), { nil: undefined });
  const known = new Set(def.fields.map(({ jsonName }) => jsonName));
  const name = fc.string().filter((one) => !known.has(one));
  const members = fc.dictionary(name, fc.jsonValue({ maxDepth: 2 }), { minKeys: 1, maxKeys: 3 });
  return fc.option(
    members.map((value) => JSON.stringify(value).slice(1, -1)),
    { nil: undefined },
  );
}
