/** Everything that is telling about a type, one difference from a full value at a time. */
import type { BitsDef, Field, StructDef, TypeDef, TypeExpr, TypeId, UnionDef } from "../../../ir/model.js";
import { isValueBits } from "../../oracle/choices.js";
import type { LeastSizes } from "../../oracle/leastSize.js";
import type { Neutral, NeutralObject } from "../../oracle/neutral.js";
import { integerNeutral } from "../../oracle/neutral.js";
import type { Family } from "../../oracle/types.js";
import { familyOf, isHidden, isRoot } from "../../oracle/types.js";
import { sampled, sampledByKind } from "../sample.js";
import { addresses } from "./addresses.js";
import { bitValues, enums, flagSets } from "./choices.js";
import { arrays, lists, maps } from "./collections.js";
import { freeJson } from "./freeJson.js";
import { grown } from "./growth.js";
import { Faulty } from "./faulty.js";
import { nearMisses } from "./nearMisses.js";
import { floats, integers } from "./numbers.js";
import type { Sampler } from "./sampler.js";
import { byteStrings, sizesAround, texts } from "./texts.js";
import { taggedAgain, unknowns } from "./unknowns.js";
import type { Special, Variant } from "./variant.js";
import { special } from "./variant.js";

type SizedType = Extract<TypeExpr, { kind: "sized" }>;

/** `place` of a field: as in paths, but union cases show. */
const inField = (place: string, name: string): string => (place === "" ? name : `${place}.${name}`);
const named = (place: string, what: string): string => (place === "" ? what : `${place} ${what}`);

export class Variants {
  /** A type is varied where it is met first, which keeps vectors of large messages few. */
  private readonly seen = new Set<string>();
  private readonly faulty = new Faulty();

  constructor(
    private readonly sampler: Sampler,
    private readonly least: LeastSizes,
    /** The size in bytes of a whole message of that type. */
    private readonly measure: (id: TypeId, value: Neutral) => number,
    /** Hundreds of such messages are not too much. */
    private readonly small: boolean,
  ) {}

  /** Variants of `base`, which is a value of the type. */
  *of(type: TypeExpr, base: Neutral, family: Family, place: string): Iterable<Variant> {
    for (const { what, ...rest } of this.simple(type, base, family)) yield { ...rest, name: named(place, what) };
    if (type.kind === "text" && type.pattern !== undefined && this.small && this.first(`pattern ${type.pattern}`))
      for (const { what, value } of nearMisses(type, this.sampler)) yield { name: named(place, what), value };
    switch (type.kind) {
      case "list":
      case "array":
        yield* this.elements(type.element, base as Neutral[], family, place);
        break;
      case "map":
        yield* this.entries(type, base as [Neutral, Neutral][], family, place);
        break;
      case "nullable":
        yield { name: named(place, "null"), value: null };
        yield* this.of(type.inner, base, family, place);
        break;
      case "sized":
        if (type.inner.kind === "embedded") for (const { what, value } of this.windows(type.inner.type, type, base, family)) yield { name: named(place, what), value };
        yield* this.of(type.inner, base, family, place);
        break;
      case "embedded":
      case "ref":
        yield* this.type(type.type, base, family, place);
        break;
    }
  }

  private simple(type: TypeExpr, base: Neutral, family: Family): Special[] {
    switch (type.kind) {
      case "int":
        return integers(type, family);
      case "float":
        return floats(type);
      case "bool":
        return [special("false", false), special("true", true)];
      case "text":
        return texts(type, family, this.sampler);
      case "bytes":
        return byteStrings(type, family);
      case "fixedBytes":
        return [
          special("zeros", "00".repeat(type.size)),
          special("ones", "ff".repeat(type.size)),
          special("one byte short", "5a".repeat(type.size - 1)),
          special("one byte too long", "5a".repeat(type.size + 1)),
        ];
      case "list":
        return lists(type, base as Neutral[], family, this.sampler, this.least);
      case "array":
        return arrays(type, base as Neutral[], this.sampler);
      case "map":
        return maps(type, base as [Neutral, Neutral][], family, this.sampler, this.least);
      case "jsonValue":
        return freeJson;
      case "duration":
        return ["0", "1", "18446744073709551615"].flatMap((secs) => [0, 999_999_999, 1_000_000_000].map((nanos) => special(`${secs} s ${nanos} ns`, { secs, nanos })));
      case "socketAddress":
        return addresses;
      default:
        return [];
    }
  }

  private *elements(type: TypeExpr, base: Neutral[], family: Family, place: string): Iterable<Variant> {
    if (base.length === 0) return;
    for (const { value, ...rest } of this.of(type, base[0]!, family, `${place}[0]`)) yield { ...rest, value: [value, ...base.slice(1)] };
  }

  private *entries(type: Extract<TypeExpr, { kind: "map" }>, base: [Neutral, Neutral][], family: Family, place: string): Iterable<Variant> {
    if (base.length === 0) return;
    const [key, value] = base[0]!;
    for (const variant of this.of(type.key, key, family, `${place}[0].key`)) yield { ...variant, value: [[variant.value, value]] };
    for (const variant of this.of(type.value, value, family, `${place}[0].value`)) yield { ...variant, value: [[key, variant.value], ...base.slice(1)] };
  }

  private *type(id: TypeId, base: Neutral, surrounding: Family, place: string): Iterable<Variant> {
    const def = this.sampler.types.get(id);
    const family = isRoot(def) ? familyOf(def) : surrounding;
    const key = `${family} ${id}`;
    // Where a type stands again, it is only seen to that refusals come through.
    if (this.first(key)) yield* this.faulty.noted(key, this.definition(def, base, family, place));
    else yield* this.faulty.of(key, place);
  }

  /** True the first time. */
  private first(key: string): boolean {
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    return true;
  }

  /** An embedded message that just fits its window, and one that does not. */
  private windows(id: TypeId, { framing, limit }: Pick<SizedType, "framing" | "limit">, base: Neutral, family: Family): Special[] {
    if (family === "json") return [];
    return sizesAround(framing, limit, family).flatMap(([what, size]) => {
      const value = this.ofSize(id, base, size);
      return value === undefined ? [] : [special(`window of the ${what}`, value)];
    });
  }

  /** A message of exactly so many bytes, if it can be grown to that. */
  private ofSize(id: TypeId, base: Neutral, size: number): Neutral | undefined {
    const missing = size - this.measure(id, base);
    // A length in front may grow as well.
    return [0, 1, 2].map((less) => (missing > less ? grown(this.sampler, id, base, missing - less) : undefined)).find((value) => value !== undefined && this.measure(id, value) === size);
  }

  private *definition(def: TypeDef, base: Neutral, family: Family, place: string): Iterable<Variant> {
    switch (def.kind) {
      case "struct":
        return yield* this.struct(def, base as NeutralObject, family, place);
      case "union":
        return yield* this.union(def, family, place);
      case "enum":
        return yield* enums(def).map(({ what, value }) => ({ name: named(place, what), value }));
      case "flags":
        return yield* flagSets(def, family).map(({ what, value }) => ({ name: named(place, what), value }));
      case "bits":
        return yield* this.bits(def, base as NeutralObject, place);
      case "brand":
        return yield* this.of(def.type, base, family, place);
    }
  }

  private *struct(def: StructDef, base: NeutralObject, family: Family, place: string): Iterable<Variant> {
    for (const field of sampledByKind(def.fields, ({ type }) => JSON.stringify(type), ({ name }) => name)) {
      const own = inField(place, field.name);
      if (isHidden(field.type)) yield* given(field, base, own);
      else {
        if (field.optional) yield { name: named(own, "absent"), value: without(base, [field.name]) };
        for (const variant of this.of(field.type, base[field.name]!, family, own)) yield { ...variant, value: { ...base, [field.name]: variant.value } };
      }
    }
    yield* this.optionals(def, base, place);
    if (def.open && !(family !== "json" && this.takesRest({ kind: "ref", type: def.id }))) for (const { what, value } of unknowns(def, base, family)) yield { name: named(place, what), value };
  }

  /** It may be that nothing is ever left in its window after such a value. */
  private takesRest(type: TypeExpr, met: ReadonlySet<TypeId> = new Set()): boolean {
    if (type.kind === "nullable") return this.takesRest(type.inner, met);
    if (type.kind !== "embedded" && type.kind !== "ref") return "framing" in type && type.framing.kind === "rest";
    if (met.has(type.type)) return false;
    const def = this.sampler.types.get(type.type);
    const inside = new Set([...met, def.id]);
    if (def.kind === "union") return def.cases.some(({ type, embedded }) => embedded?.framing.kind === "rest" || (type !== undefined && this.takesRest({ kind: "ref", type }, inside)));
    const last = def.kind === "struct" ? def.fields.at(-1) : undefined;
    return last !== undefined && this.takesRest(last.type, inside);
  }

  /** Present from the left, as far as each one. */
  private *optionals(def: StructDef, base: NeutralObject, place: string): Iterable<Variant> {
    const names = def.fields.filter((field) => field.optional).map((field) => field.name);
    if (names.length === 0) return;
    yield { name: named(place, "no optional"), value: without(base, names), whole: true };
    for (const count of sampled(names.map((_, index) => index)).slice(1)) {
      yield { name: named(place, `optionals up to ${names[count - 1]}`), value: without(base, names.slice(count)) };
      yield { name: named(place, `a gap before ${names[count]}`), value: without(base, [names[count - 1]!, ...names.slice(count + 1)]) };
    }
  }

  private *union(def: UnionDef, family: Family, place: string): Iterable<Variant> {
    const wholes = new Set(sampledByKind(def.cases, ({ type }) => type ?? "", ({ name }) => name));
    for (const one of def.cases) {
      const inside = `${place}(${one.name})`;
      const base = this.sampler.fullCase(def, one) as { case: string; value: Neutral };
      yield { name: inside, value: base, whole: wholes.has(one) };
      if (one.type === undefined) continue;
      if (family === "json" && def.tagging.style === "internal") for (const { what, value } of taggedAgain(this.sampler.types.get(one.type), def.tagging.tag, base.value)) yield { name: named(inside, what), value: { case: one.name, value } };
      if (one.embedded) for (const { what, value } of this.windows(one.type, one.embedded, base.value, family)) yield { name: named(inside, what), value: { case: one.name, value } };
      for (const variant of this.type(one.type, base.value, family, inside)) yield { ...variant, value: { case: one.name, value: variant.value } };
    }
    yield { name: named(place, "unknown case"), value: { case: "noSuchCase", value: {} } };
  }

  private *bits(def: BitsDef, base: NeutralObject, place: string): Iterable<Variant> {
    for (const field of def.fields.filter(isValueBits))
      for (const { what, value } of bitValues(this.sampler.types, field)) yield { name: named(inField(place, field.name), what), value: { ...base, [field.name]: value } };
  }
}

/** A constant may be given as what it is, and as nothing else. */
function* given({ name, type }: Field, base: NeutralObject, place: string): Iterable<Variant> {
  if (type.kind !== "const") return;
  const right = type.of === "int" ? integerNeutral(type.int, BigInt(type.value)) : type.value;
  const wrong = type.of === "int" ? integerNeutral(type.int, BigInt(type.value) ^ 1n) : type.of === "text" ? `${type.value}x` : changedHex(type.value);
  yield { name: named(place, "given as it is"), value: { ...base, [name]: right } };
  yield { name: named(place, "given otherwise"), value: { ...base, [name]: wrong } };
}

const changedHex = (hex: string): string => (hex.startsWith("00") ? "01" : "00") + hex.slice(2);

function without(base: NeutralObject, names: string[]): NeutralObject {
  return Object.fromEntries(Object.entries(base).filter(([name]) => !names.includes(name)));
}
