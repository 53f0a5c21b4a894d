/** Makers of random values for the property tests: valid ones, but for what only a whole message can break. */
import type { Codec, CodecUnit, Extent, Family, IntCodec, Pattern, StructUnit, UnionUnit } from "../../codec/model.js";
import type { StructDef, TypeId, UnionDef } from "../../ir/model.js";
import { brandPlace, floatBounds } from "./binary.js";
import { arrayAt, arrayParameter, element, member, sizeMax, sizeMin, withoutBrand, type Context, type Place } from "./context.js";
import { bitMembers } from "./definitions.js";
import { Sources, type FunctionPlan } from "./functions.js";
import { jsonBounds } from "./json.js";
import { byteString, intLiteral } from "./literals.js";
import { memberNames } from "./names.js";
import { shapeOfCodec } from "./shapes.js";
import { caseConstant, presence, presented } from "./structs.js";

export interface SamplesPlan {
  prototypes: string[];
  functions: FunctionPlan[];
  roots: { id: string; stem: string; maker: string; type: string; entry: string }[];
}

export function samplesPlan(context: Context): SamplesPlan {
  const sources = new Sources();
  const samples = new Samples(context, sources);
  for (const unit of context.model.units) samples.unit(unit);
  return {
    prototypes: context.model.units.map(({ type, family }) => `static void ${maker(context, type, family)}(sampler_t *s, ${context.names.type(type)}_t *out);`),
    functions: sources.functions,
    roots: context.model.roots.map(({ type, family }) => {
      const stem = context.names.type(type);
      return { id: type, stem, type: `${stem}_t`, maker: maker(context, type, family), entry: `{"${type}", sizeof(${stem}_t), make_${stem}, encode_${stem}, decode_${stem}}` };
    }),
  };
}

const maker = (context: Context, type: TypeId, family: Family): string => `make_${family}_${context.names.type(type)}`;

class Samples {
  private readonly shallow: ReadonlyMap<string, number>;

  constructor(
    private readonly context: Context,
    private readonly sources: Sources,
  ) {
    this.shallow = leastDepths(context);
  }

  unit(unit: CodecUnit): void {
    const { context } = this;
    const name = maker(context, unit.type, unit.family);
    const type = `${context.names.type(unit.type)}_t`;
    switch (unit.kind) {
      case "struct":
        return this.struct(unit, name, type);
      case "union":
        return this.union(unit, name, type);
      case "enum":
        return this.sources.addUnit("sample_enum", name, { type, values: `{${unit.members.map(({ value }) => intLiteral(unit.int.int, value)).join(", ")}}`, count: unit.members.length });
      case "flags":
        return this.sources.addUnit("sample_struct", name, { type, usesOut: true, usesSampler: true, lines: [`*out = (${type})(sample_bits(s) & UINT64_C(${unit.mask}));`] });
      case "bits": {
        const lines = bitMembers(unit.def).map(({ field, member: own, shape }) => {
          const place = member(`out->${own}`);
          if (field.content.kind === "bool") return this.make({ op: "bool", form: "byte" }, place, "", unit.family);
          if ("type" in field.content) return this.make({ op: "unit", type: field.content.type, family: unit.family }, place, "", unit.family);
          const int = shape.kind === "int" ? shape.int : "u8";
          return this.make({ op: "int", int, form: "le", min: null, max: ((1n << BigInt(field.width)) - 1n).toString() }, place, "", unit.family);
        });
        return this.sources.addUnit("sample_struct", name, { type, usesOut: lines.length > 0, usesSampler: lines.length > 0, lines });
      }
    }
  }

  private struct(unit: StructUnit, name: string, type: string): void {
    const { members, unknown } = this.context.natives.members(this.context.type(unit.type) as StructDef);
    const byName = new Map(members.map((own) => [own.field.name, own]));
    let before = "";
    const lines = unit.fields.flatMap((field) => {
      const own = byName.get(field.name);
      if (!own) return [];
      const { direct, codec } = presented(field, own);
      const make = this.make(codec, member(`out->${own.name}`, own.boxed), `${name}_${own.name}`, unit.family);
      if (!direct) return [make];
      const test = `${before}sample_present(s)`;
      // Of several trailing fields each can be there only if those before it are.
      if (field.presence === "trailing") before = `${presence(own, "out")} && `;
      return own.has === null ? [`if (${test}) ${make}`] : [`out->${own.has} = ${test};`, `if (out->${own.has}) ${make}`];
    });
    if (unknown !== null) lines.push(unit.family === "json" ? `sample_unknown_members(s, &out->${unknown});` : `if (${before === "" ? "" : before}sample_present(s)) sample_bytes(s, 0, 5, &out->${unknown});`);
    this.sources.addUnit("sample_struct", name, { type, usesOut: true, usesSampler: lines.length > 0, lines: unit.recursive ? ["s->depth++;", ...lines, "s->depth--;"] : lines });
  }

  private union(unit: UnionUnit, name: string, type: string): void {
    const members = memberNames(unit.cases.map((one) => one.name));
    const depths = unit.cases.map(({ codec }) => (codec === null ? 0 : this.depthOf(codec)));
    const cases = unit.cases.map((one, index) => {
      const boxed = one.payload !== null && this.context.natives.boxed(unit.type, one.payload);
      const make = one.codec === null ? "" : this.make(one.codec, member(`out->u.${members[index]!}`, boxed), `${name}_${members[index]!}`, unit.family);
      return { index, constant: caseConstant(this.context, this.context.type(unit.type) as UnionDef, one.name), lines: make === "" ? [] : [make] };
    });
    this.sources.addUnit("sample_union", name, { type, count: cases.length, shallow: depths.indexOf(Math.min(...depths)), recursive: unit.recursive, cases });
  }

  private depthOf(codec: Codec): number {
    const plain = withoutBrand(codec);
    if (plain.op === "window") return this.depthOf(plain.content);
    return plain.op === "unit" ? this.shallow.get(`${plain.family} ${plain.type}`)! : 0;
  }

  /** A statement that fills the place. */
  private make(codec: Codec, place: Place, stem: string, family: Family): string {
    const at = `&${place.code}`;
    if (place.boxed) {
      const inner = codec.op === "nullable" ? codec.inner : codec;
      const make = this.make(inner, member("(*value)"), `${stem}_boxed`, family).replaceAll("&(*value)", "value");
      return `${this.sources.add("sample_boxed", stem, { type: this.typeName(inner), make })}(s, ${at});`;
    }
    switch (codec.op) {
      case "int":
        return `sample_${codec.int}(s, ${jsonBounds(codec as IntCodec)}, ${at});`;
      case "float":
        return `sample_f${codec.bits}(s, ${codec.form === "json"}, ${floatBounds(codec) ?? "-INFINITY, INFINITY"}, ${at});`;
      case "bool":
      case "duration":
        return `sample_${codec.op}(s, ${at});`;
      case "socketAddress":
        return `sample_socket_address(s, ${at});`;
      case "jsonValue":
        return `sample_json_value(s, ${at});`;
      case "text":
        if (codec.pattern === null) return `sample_text(s, ${this.bounds(codec.extent)}, ${at});`;
        return `${this.sources.add("sample_texts", stem, { texts: matching(this.context.pattern(codec.pattern), codec.extent) })}(s, ${at});`;
      case "bytes":
        return `sample_bytes(s, ${this.bounds(codec.extent)}, ${at});`;
      case "fixedBytes":
        return `sample_fill(s, ${codec.size}, ${arrayAt(place, "bytes")});`;
      case "brand":
        return this.make(codec.codec, brandPlace(codec, place), stem, family);
      case "window":
        return this.make(codec.content, place, stem, family);
      case "unit":
        return `${maker(this.context, codec.type, codec.family)}(s, ${at});`;
      case "nullable":
        return `${this.sources.add("sample_nullable", stem, { type: this.typeName(codec), make: this.make(codec.inner, member("out->value"), `${stem}_value`, family) })}(s, ${at});`;
      case "list":
        return `${this.sources.add("sample_list", stem, { type: this.typeName(codec), element: this.typeName(codec.element), bounds: this.bounds(codec.extent), make: this.make(codec.element, element("items[i]"), `${stem}_item`, family) })}(s, ${at});`;
      case "array": {
        const parameter = arrayParameter(this.context.natives, shapeOfCodec(codec.element), "out", false);
        return `${this.sources.add("sample_array", stem, { parameter, size: codec.size, make: this.make(codec.element, member("out[i]"), `${stem}_item`, family) })}(s, ${arrayAt(place, "items")});`;
      }
      case "map": {
        const shape = shapeOfCodec(codec);
        if (shape.kind !== "map") throw new Error("a map has the shape of one");
        const key = this.make(codec.key, member("entries[i].key"), `${stem}_key`, family);
        const value = this.make(codec.value, member("entries[i].value"), `${stem}_value`, family);
        return `${this.sources.add("sample_map", stem, { type: this.typeName(codec), entry: `${this.context.natives.entryName(shape)}_t`, bounds: this.bounds(codec.extent), key, value })}(s, ${at});`;
      }
      default:
        throw new Error(`${codec.op} is not part of the value`);
    }
  }

  private typeName(codec: Codec): string {
    return this.context.natives.typeName(shapeOfCodec(codec));
  }

  private bounds(extent: Extent): string {
    return `${sizeMin(extent)}, ${sizeMax(extent)}`;
  }
}

/** How deep a unit has to nest at least. */
function leastDepths(context: Context): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  const at = (codec: Codec): number => {
    const plain = withoutBrand(codec);
    if (plain.op === "window") return at(plain.content);
    if (plain.op === "array") return at(plain.element);
    if (plain.op === "list") return plain.extent.min > 0 ? at(plain.element) : 0;
    return plain.op === "unit" ? (depths.get(`${plain.family} ${plain.type}`) ?? Infinity) : 0;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (const unit of context.model.units) {
      const key = `${unit.family} ${unit.type}`;
      const depth = 1 + depthIn(unit, at);
      if (depth < (depths.get(key) ?? Infinity)) {
        depths.set(key, depth);
        changed = true;
      }
    }
  }
  return depths;
}

function depthIn(unit: CodecUnit, at: (codec: Codec) => number): number {
  if (unit.kind === "union") return Math.min(...unit.cases.map(({ codec }) => (codec === null ? 0 : at(codec))));
  if (unit.kind !== "struct") return 0;
  return Math.max(0, ...unit.fields.map(({ presence, codec }) => (presence === "always" && codec.op !== "nullable" ? at(codec) : 0)));
}

const TEXTS = 8;
const LONGEST = 24;

/** Some texts that match a pattern, within the bounds of its place. */
function matching({ dfa }: Pattern, { min, max }: Extent): string[] {
  const longest = Math.min(max ?? Infinity, Math.max(min, LONGEST));
  const bytesOf = (wanted: number): number[] => dfa.classes.flatMap((group, byte) => (group === wanted ? [byte] : []));
  /** ends[n]: the states from which exactly n more bytes can match. */
  const ends: Set<number>[] = [new Set(dfa.accepting.flatMap((accepting, state) => (accepting ? [state] : [])))];
  for (let length = 1; length <= longest; length++) ends.push(new Set(dfa.transitions.flatMap((row, state) => (row.some((to) => to >= 0 && ends[length - 1]!.has(to)) ? [state] : []))));
  const lengths = ends.flatMap((states, length) => (length >= min && states.has(0) ? [length] : []));
  if (lengths.length === 0) throw new Error("no short text matches the pattern within its bounds");
  return Array.from({ length: TEXTS }, (_, seed) => {
    const length = lengths[(seed * 5) % lengths.length]!;
    let state = 0;
    let text = "";
    for (let left = length; left > 0; left--) {
      const choices = dfa.transitions[state]!.flatMap((to, group) => (to >= 0 && ends[left - 1]!.has(to) ? [{ to, group }] : []));
      const chosen = choices[(seed + left) % choices.length]!;
      const bytes = bytesOf(chosen.group);
      text += String.fromCharCode(bytes[(seed * 7 + left * 3) % bytes.length]!);
      state = chosen.to;
    }
    const bytes = Buffer.from(text, "latin1");
    return `{${byteString(bytes)}, ${bytes.length}}`;
  });
}
