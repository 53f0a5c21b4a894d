/** Short ways to write small specs as IR, for tests of what works on the IR alone. */
import type { EnumDef, Field, Framing, IntName, RootInfo, SizeLimit, SourcePosition, Spec, StructDef, TypeDef, TypeExpr, UnionCase, UnionDef } from "../../src/ir/model.js";

export const at = (line: number, column = 1): SourcePosition => ({ file: "bad.ts", line, column });
const doc = { text: "" };
const anything: SizeLimit = { min: 0, max: null };

export const natural: Framing = { kind: "natural" };
export const rest: Framing = { kind: "rest" };
export const prefix = (int: IntName): Framing => ({ kind: "prefix", int, endian: "le" });

export const int = (name: IntName, bounds: { min?: string; max?: string } = {}): TypeExpr => ({ kind: "int", int: name, endian: "le", ...bounds });
export const float = (bits: 32 | 64): TypeExpr => ({ kind: "float", bits, endian: "le" });
export const bool: TypeExpr = { kind: "bool" };
export const text = (framing: Framing = natural, limit: SizeLimit = anything, pattern?: string): TypeExpr => ({
  kind: "text",
  framing,
  limit,
  ...(pattern === undefined ? {} : { pattern }),
});
export const bytes = (framing: Framing = natural, limit: SizeLimit = anything): TypeExpr => ({ kind: "bytes", framing, limit, json: "hex" });
export const fixedBytes = (size: number): TypeExpr => ({ kind: "fixedBytes", size, json: "hex" });
export const list = (element: TypeExpr, framing: Framing = natural, limit: SizeLimit = anything): TypeExpr => ({ kind: "list", framing, limit, element });
export const array = (size: number, element: TypeExpr): TypeExpr => ({ kind: "array", size, element });
export const map = (key: TypeExpr, value: TypeExpr, framing: Framing = natural, limit: SizeLimit = anything): TypeExpr => ({ kind: "map", framing, limit, key, value });
export const sized = (inner: TypeExpr, framing: Framing = natural, limit: SizeLimit = anything): TypeExpr => ({ kind: "sized", framing, limit, inner });
export const nullable = (inner: TypeExpr): TypeExpr => ({ kind: "nullable", inner });
export const reserved = (size: number): TypeExpr => ({ kind: "reserved", size });
export const constInt = (name: IntName, value: string): TypeExpr => ({ kind: "const", of: "int", int: name, endian: "le", value });
export const ref = (name: string): TypeExpr => ({ kind: "ref", type: `bad.${name}` });
export const embedded = (name: string): TypeExpr => ({ kind: "embedded", type: `bad.${name}` });

let nextLine = 1;
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** `name?` makes the field optional, `name=` left out of JSON when empty. */
export function fields(types: Record<string, TypeExpr>): Field[] {
  return Object.entries(types).map(([key, type]) => {
    const name = key.replace(/[?=]$/, "");
    return { name, jsonName: snake(name), doc, source: at(nextLine++, 3), type, optional: key.endsWith("?"), omitEmpty: key.endsWith("=") };
  });
}

const base = (name: string) => ({ id: `bad.${name}`, module: "bad", name, doc, source: at(nextLine++), recursionHead: false });

export const struct = (name: string, members: Record<string, TypeExpr>, root?: RootInfo, open = false): StructDef => ({
  ...base(name),
  kind: "struct",
  open,
  ...(root ? { root } : {}),
  fields: fields(members),
});

/** Cases are `[name, struct]`, tags count from 0; `null`: a unit case. */
export function union(name: string, cases: [string, string | null][], extra: Partial<UnionDef> = {}): UnionDef {
  return {
    ...base(name),
    kind: "union",
    tagging: { style: "external" },
    repr: "u8",
    cases: cases.map(([caseName, type], tag): UnionCase => ({
      name: caseName,
      jsonName: snake(caseName),
      tag,
      doc,
      source: at(nextLine++, 3),
      ...(type === null ? {} : { type: `bad.${type}` }),
    })),
    reservedTags: [],
    reservedNames: [],
    ...extra,
  };
}

export function enumeration(name: string, members: Record<string, number>, extra: Partial<EnumDef> = {}): EnumDef {
  return {
    ...base(name),
    kind: "enum",
    repr: "u8",
    open: false,
    members: Object.entries(members).map(([member, value]) => ({ name: member, jsonName: snake(member), value, doc, source: at(nextLine++, 3) })),
    reservedValues: [],
    reservedNames: [],
    ...extra,
  };
}

export const packed = (size: number): RootInfo => ({ encoding: "packed", packedSize: size });
export const layout: RootInfo = { encoding: "layout" };
export const compact: RootInfo = { encoding: "compact" };
export const json: RootInfo = { encoding: "json" };

export const spec = (...types: TypeDef[]): Spec => ({
  irVersion: 1,
  name: "bad",
  version: "1.0.0",
  hash: "0".repeat(32),
  types: [...types].sort((a, b) => (a.id < b.id ? -1 : 1)),
});
