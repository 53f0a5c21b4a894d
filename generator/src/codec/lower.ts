/** From the IR to codecs: works out, once for all back ends, how each type crosses in each encoding that reaches it. */
import type { FlagsDef, Framing, IntName, SizeLimit, Spec, StructDef, TypeDef, TypeExpr, TypeId, UnionDef } from "../ir/model.js";
import { isCodecRoot, withCodecs } from "../ir/codecs.js";
import { referencesOf } from "../ir/references.js";
import { selfReaching, walk } from "../ir/walk.js";
import type { CaseCodec, Codec, CodecModel, CodecUnit, Extent, Family, FieldCodec, IntCodec, Pattern, RootCodec } from "./model.js";
import { compilePattern } from "./pattern.js";
import { familyOf, sizes, type Sizes } from "./sizes.js";

/** Proto messages, and what only they use, are left out: `spec` in the result is the part that has codecs. */
export function lower(spec: Spec): CodecModel {
  return new Lowering(withCodecs(spec)).run();
}

/** A type in a family of encodings. */
interface Place {
  type: TypeDef;
  family: Family;
}

class Lowering {
  private readonly types: ReadonlyMap<TypeId, TypeDef>;
  private readonly sizes: Sizes;
  private readonly patterns = new Map<string, Pattern>();
  private readonly places = new Map<string, Place>();
  private readonly recursive: ReadonlySet<TypeId>;

  constructor(private readonly spec: Spec) {
    this.types = new Map(spec.types.map((type) => [type.id, type]));
    this.sizes = sizes(spec);
    this.recursive = selfReaching(this.types.keys(), this.leadsTo);
  }

  run(): CodecModel {
    const roots = this.spec.types.flatMap((type) => this.root(type));
    const units: CodecUnit[] = [];
    const from = roots.map(({ type, family }) => this.place(type, family));
    walk(from, (place) => this.uses(place), { leave: ({ type, family }) => units.push(...this.build(type, family)) });
    return { spec: this.spec, roots, units, patterns: [...this.patterns.values()], types: dependencyOrder(this.types, this.leadsTo) };
  }

  private readonly leadsTo = (id: TypeId): TypeId[] => referencesOf(this.types.get(id)!).filter((next) => this.types.has(next));

  private root(type: TypeDef): RootCodec[] {
    if (!isCodecRoot(type)) return [];
    const family = familyOf(type.root);
    return [{ type: type.id, family, maxSize: type.root.maxSize ?? null, fixedSize: this.sizes.fixed({ kind: "ref", type: type.id }, family) }];
  }

  /** One and the same for the same type and family. */
  private place(id: TypeId, family: Family): Place {
    const key = `${family} ${id}`;
    let place = this.places.get(key);
    if (!place) this.places.set(key, (place = { type: this.types.get(id)!, family }));
    return place;
  }

  /** What a unit refers to. Patterns are numbered as they are met. */
  private *uses({ type, family }: Place): Iterable<Place> {
    if (type.kind === "struct") for (const field of type.fields) yield* this.usesOf(field.type, family);
    if (type.kind === "union") for (const one of type.cases) if (one.type !== undefined) yield this.place(one.type, one.embedded ? this.familyInside(one.type, family) : family);
    if (type.kind === "bits") for (const { content } of type.fields) if ("type" in content) yield this.place(content.type, family);
  }

  private *usesOf(type: TypeExpr, family: Family): Iterable<Place> {
    if (type.kind === "ref") yield this.place(type.type, family);
    else if (type.kind === "embedded") yield this.place(type.type, this.familyInside(type.type, family));
    else if (type.kind === "text") this.pattern(type.pattern);
    else if ("element" in type) yield* this.usesOf(type.element, family);
    else if ("inner" in type) yield* this.usesOf(type.inner, family);
    else if (type.kind === "map") {
      yield* this.usesOf(type.key, family);
      yield* this.usesOf(type.value, family);
    }
  }

  /** None for a brand, which is written out wherever it stands. */
  private build(type: TypeDef, family: Family): CodecUnit[] {
    const self: TypeExpr = { kind: "ref", type: type.id };
    const base = {
      type: type.id,
      family,
      minSize: this.sizes.min(self, family),
      fixedSize: this.sizes.fixed(self, family),
      recursionHead: type.recursionHead,
      recursive: this.recursive.has(type.id),
    };
    switch (type.kind) {
      case "struct":
        return [{ kind: "struct", ...base, open: type.open, fields: this.fields(type, family) }];
      case "union":
        return [{ kind: "union", ...base, ...this.tag(type, family), cases: this.cases(type, family) }];
      case "enum":
        return [{ kind: "enum", ...base, open: type.open, int: integer(type.repr, "le", family), members: type.members.map(({ name, jsonName, value }) => ({ name, jsonName, value })) }];
      case "flags":
        return [{ kind: "flags", ...base, int: integer(type.repr, "le", family), mask: maskOf(type), flags: type.flags.map(({ name, jsonName, bit }) => ({ name, jsonName, bit })) }];
      case "bits":
        return [{ kind: "bits", ...base, int: integer(type.repr, "le", family), def: type }];
      case "brand":
        return [];
    }
  }

  private fields(type: StructDef, family: Family): FieldCodec[] {
    return type.fields
      .filter((field) => !(family === "json" && field.type.kind === "reserved"))
      .map((field) => {
        const hidden = field.type.kind === "const" || field.type.kind === "reserved";
        const optional = ({ fixed: "trailing", compact: type.open ? "trailing" : "option", json: "member" } as const)[family];
        const presence = hidden ? "hidden" : field.omitEmpty ? "omitEmpty" : field.optional ? optional : "always";
        return { name: field.name, jsonName: field.jsonName, codec: this.codec(field.type, family), presence };
      });
  }

  private tag(type: UnionDef, family: Family): { tagCodec: IntCodec } | { tagging: UnionDef["tagging"] } {
    return family === "json" ? { tagging: type.tagging } : { tagCodec: integer(type.repr, "le", family) };
  }

  private cases(type: UnionDef, family: Family): CaseCodec[] {
    return type.cases.map((one) => {
      const shared = { name: one.name, jsonName: one.jsonName, tag: one.tag };
      if (one.type === undefined) return { ...shared, payload: null, codec: null };
      const codec = one.embedded
        ? this.codec({ kind: "sized", ...one.embedded, inner: { kind: "embedded", type: one.type } }, family)
        : unit(one.type, family);
      return { ...shared, payload: one.type, codec };
    });
  }

  private codec(type: TypeExpr, family: Family): Codec {
    const codec = this.plain(type, family);
    return "brand" in type && type.brand !== undefined ? { op: "brand", type: type.brand, codec } : codec;
  }

  private plain(type: TypeExpr, family: Family): Codec {
    const json = family === "json";
    switch (type.kind) {
      case "int":
        return { ...integer(type.int, type.endian, family), min: narrowerMin(type), max: narrowerMax(type) };
      case "float":
        return { op: "float", bits: type.bits, form: json ? "json" : type.endian, min: type.min ?? null, max: type.max ?? null };
      case "bool":
        return { op: "bool", form: json ? "json" : "byte" };
      case "text":
        return { op: "text", extent: extent(type.framing, type.limit, family), pattern: this.pattern(type.pattern) };
      case "bytes":
        return { op: "bytes", extent: extent(type.framing, type.limit, family), json: json ? type.json : null };
      case "fixedBytes":
        return { op: "fixedBytes", size: type.size, json: json ? type.json : null };
      case "list":
        return { op: "list", extent: extent(type.framing, type.limit, family), element: this.codec(type.element, family), elementMinSize: this.sizes.min(type.element, family) };
      case "array":
        return { op: "array", size: type.size, element: this.codec(type.element, family) };
      case "map":
        return {
          op: "map",
          extent: extent(type.framing, type.limit, family),
          key: this.codec(type.key, family),
          value: this.codec(type.value, family),
          entryMinSize: this.sizes.min(type.key, family) + this.sizes.min(type.value, family),
        };
      case "const":
        return constant(type, family);
      case "reserved":
        return { op: "reserved", size: type.size };
      case "nullable":
        return { op: "nullable", inner: this.codec(type.inner, family) };
      case "jsonValue":
        return { op: "jsonValue" };
      case "duration":
        return { op: "duration" };
      case "socketAddress":
        return { op: "socketAddress", form: json ? "json" : "compact" };
      case "sized":
        // JSON objects end by themselves.
        return json ? this.codec(type.inner, family) : { op: "window", extent: extent(type.framing, this.windowLimit(type), family), content: this.codec(type.inner, family) };
      case "embedded":
        return unit(type.type, this.familyInside(type.type, family));
      case "ref":
        return unit(type.type, family);
    }
  }

  /** A message that bounds its own size bounds the window that it is embedded in. */
  private windowLimit({ limit, inner }: Extract<TypeExpr, { kind: "sized" }>): SizeLimit {
    const type = inner.kind === "embedded" ? this.types.get(inner.type) : undefined;
    const own = type && "root" in type ? type.root?.maxSize : undefined;
    return own === undefined ? limit : { min: limit.min, max: Math.min(limit.max ?? own, own) };
  }

  /** Of an embedded message: its own. */
  private familyInside(id: TypeId, family: Family): Family {
    const type = this.types.get(id);
    return type && isCodecRoot(type) ? familyOf(type.root) : family;
  }

  private pattern(source: string | undefined): number | null {
    if (source === undefined) return null;
    let pattern = this.patterns.get(source);
    if (!pattern) {
      pattern = { id: this.patterns.size, source, dfa: compilePattern(source) };
      this.patterns.set(source, pattern);
    }
    return pattern.id;
  }
}

const unit = (type: TypeId, family: Family): Codec => ({ op: "unit", type, family });

function integer(int: IntName, endian: "le" | "be", family: Family): IntCodec {
  const byte = int === "u8" || int === "i8";
  const form = family === "json" ? "json" : family === "compact" ? (byte ? "le" : "varint") : endian;
  return { op: "int", int, form, min: null, max: null };
}

const lowest = (int: IntName): bigint => (int.startsWith("u") ? 0n : -(1n << (bits(int) - 1n)));
const highest = (int: IntName): bigint => (int.startsWith("u") ? 1n << bits(int) : 1n << (bits(int) - 1n)) - 1n;
const bits = (int: IntName): bigint => BigInt(int.slice(1));

/** A bound that the type itself keeps needs no check. */
const narrowerMin = ({ int, min }: Extract<TypeExpr, { kind: "int" }>): string | null => (min !== undefined && BigInt(min) > lowest(int) ? min : null);
const narrowerMax = ({ int, max }: Extract<TypeExpr, { kind: "int" }>): string | null => (max !== undefined && BigInt(max) < highest(int) ? max : null);

function extent(framing: Framing, { min, max }: SizeLimit, family: Family): Extent {
  if (family === "json") return { kind: "delimited", min, max };
  if (framing.kind === "rest") return { kind: "rest", min, max };
  const int = framing.kind === "prefix" ? integer(framing.int, framing.endian, family) : integer("u64", "le", "compact");
  const capacity = int.int === "u64" ? null : Number(highest(int.int));
  return { kind: "prefix", int, min, max: capacity === null ? max : Math.min(max ?? capacity, capacity) };
}

function constant(type: Extract<TypeExpr, { kind: "const" }>, family: Family): Codec {
  if (type.of === "int") return { op: "constInt", int: integer(type.int, type.endian, family), value: type.value };
  if (family !== "json") {
    const bytes = type.of === "bytes" ? Buffer.from(type.value, "hex") : Buffer.from(type.value, "utf8");
    return { op: "constBytes", of: type.of, hex: bytes.toString("hex"), size: bytes.length };
  }
  const token = Buffer.from(JSON.stringify(type.value), "utf8");
  return { op: "constBytes", of: type.of, hex: token.toString("hex"), size: token.length };
}

const maskOf = (type: FlagsDef): string => type.flags.reduce((mask, { bit }) => mask | (1n << BigInt(bit)), 0n).toString();

/** Each type after those that it refers to; rings in the order in which a walk by id leaves them. */
function dependencyOrder(types: ReadonlyMap<TypeId, TypeDef>, leadsTo: (id: TypeId) => TypeId[]): TypeDef[] {
  const order: TypeDef[] = [];
  walk([...types.keys()].sort(), leadsTo, { leave: (id) => order.push(types.get(id)!) });
  return order;
}
