/** What a module's private header says of its codecs: prototypes, and whole functions for what is only an integer. */
import type { BitsUnit, CodecUnit, EnumUnit, FlagsUnit } from "../../codec/model.js";
import type { BitField, TypeId } from "../../ir/model.js";
import { intForm } from "./binary.js";
import type { Context } from "./context.js";
import { bitMembers } from "./definitions.js";
import { cInt, intBits, intLiteral } from "./literals.js";
import { choiceTest } from "./runs.js";

export interface UnitDeclaration {
  template: string;
  [data: string]: unknown;
}

export function declareUnits(context: Context, units: readonly CodecUnit[]): UnitDeclaration[] {
  const shared = new Set<string>();
  /** What does not differ between the families of a type stands once. */
  const once = (unit: CodecUnit, declaration: UnitDeclaration): UnitDeclaration[] => {
    if (shared.has(unit.type)) return [];
    shared.add(unit.type);
    return [declaration];
  };
  return units.flatMap((unit): UnitDeclaration[] => {
    const stem = context.names.type(unit.type);
    if (unit.family === "json") return [{ template: unit.kind === "struct" || unit.kind === "bits" ? "unit_json_struct" : unit.kind === "enum" ? "unit_json_enum" : "unit_struct", stem, family: unit.family, open: unit.kind === "struct" && unit.open }];
    switch (unit.kind) {
      case "struct":
      case "union":
        return [{ template: "unit_struct", stem, family: unit.family }];
      case "enum":
        return [...(unit.open ? [] : once(unit, known(stem, unit))), choice(context, stem, unit)];
      case "flags":
        return [choice(context, stem, unit)];
      case "bits":
        return [...once(unit, bits(context, stem, unit)), { template: "unit_bits_codec", stem, family: unit.family, raw: cInt(unit.int.int), form: intForm(unit.int) }];
    }
  });
}

/** The enums whose members are checked among bits, each once. */
export function enumsInBits(context: Context, units: readonly CodecUnit[]): TypeId[] {
  const found = units.flatMap((unit) => (unit.kind === "bits" && unit.family !== "json" ? unit.def.fields.flatMap(({ content }) => (content.kind === "enum" && fieldCheck(context, content, unit.family) ? [content.type] : [])) : []));
  return [...new Set(found)];
}

const known = (stem: string, unit: EnumUnit): UnitDeclaration => ({ template: "unit_known", stem, members: unit.members.map(({ value }) => intLiteral(unit.int.int, value)) });

function choice(context: Context, stem: string, unit: EnumUnit | FlagsUnit): UnitDeclaration {
  const isEnum = unit.kind === "enum";
  return {
    template: "unit_choice",
    stem,
    family: unit.family,
    form: intForm(unit.int),
    test: choiceTest(context, unit, "*out") ?? "",
    writeTest: choiceTest(context, unit, "*value") ?? "",
    kind: isEnum ? "MW_CODEC_UNKNOWN_VARIANT" : "MW_CODEC_UNKNOWN_FLAG",
    detail: isEnum ? "is a number without a name" : "has a bit without a name",
  };
}

/** From the low bit up, as the fields are checked. */
function bits(context: Context, stem: string, unit: BitsUnit): UnitDeclaration {
  const raw = cInt(unit.int.int);
  const width = intBits(unit.int.int) === 64 ? 64 : 32;
  const literal = (value: bigint): string => `UINT${width}_C(0x${value.toString(16)})`;
  const byField = new Map(bitMembers(unit.def).map((own) => [own.field, own]));
  const unpack: string[] = [];
  const pack: string[] = [`*bits = 0;`];
  let shift = 0;
  for (const field of unit.def.fields) {
    const mask = (1n << BigInt(field.width)) - 1n;
    const part = `(bits >> ${shift} & ${literal(mask)})`;
    const own = byField.get(field);
    const refuse = (test: string, kind: string, detail: string): void => {
      unpack.push(`if (${test}) return mw_refuse_field(r, ${kind}, at, "${field.name}", "${detail}");`);
    };
    if (field.content.kind === "reserved") unpack.push(`if (${part} != 0) return mw_refuse(r, MW_CODEC_NON_CANONICAL, at, "has reserved bits, which must be zero");`);
    else if (field.content.kind === "const") {
      refuse(`${part} != ${field.content.value}`, "MW_CODEC_BAD_CONSTANT", `must be ${field.content.value}`);
      pack.push(`*bits |= (${raw})(${literal(BigInt(field.content.value))} << ${shift});`);
    } else {
      const place = own!.member;
      const wide = (code: string): string => `(${raw})((${cInt(width === 64 ? "u64" : "u32")})${code} << ${shift})`;
      unpack.push(field.content.kind === "bool" ? `out->${place} = ${part} != 0;` : `out->${place} = (${context.natives.typeName(own!.shape)})${part};`);
      const check = fieldCheck(context, field.content, unit.family);
      if (check) refuse(check.test(`out->${place}`), check.kind, check.detail);
      if (check) pack.push(`if (${check.test(`value->${place}`)}) return mw_refuse_value_field(w, ${check.kind}, "${field.name}", "${check.detail}");`);
      const tooWide = widthTest(field.content.kind, context.natives.typeName(own!.shape), mask, `value->${place}`);
      if (tooWide) pack.push(`if (${tooWide}) return mw_refuse_value_field(w, MW_CODEC_OUT_OF_RANGE, "${field.name}", "does not fit its bits");`);
      pack.push(`*bits |= ${wide(`value->${place}`)};`);
    }
    shift += field.width;
  }
  return { template: "unit_bits", stem, raw, unpack: [...unused(unpack, { "(r,": ["r", "at"], "out->": ["out"] }), ...unpack], pack: [...unused(pack, { "(w,": ["w"], "value->": ["value"] }), ...pack] };
}

/** Parameters of which the lines make no use, by what a use of them looks like. */
const unused = (lines: readonly string[], parameters: Readonly<Record<string, string[]>>): string[] =>
  Object.entries(parameters).flatMap(([use, names]) => (lines.some((line) => line.includes(use)) ? [] : names.map((name) => `(void)${name};`)));

/** What an enum or a set of flags among bits can be that has no name; undefined where there is no such thing. */
function fieldCheck(context: Context, content: BitField["content"], family: CodecUnit["family"]): { test: (code: string) => string; kind: string; detail: string } | undefined {
  if (content.kind !== "enum" && content.kind !== "flags") return undefined;
  const unit = context.unit(content.type, family) as EnumUnit | FlagsUnit;
  if (choiceTest(context, unit, "") === null) return undefined;
  const isEnum = content.kind === "enum";
  return {
    test: (code) => choiceTest(context, unit, code)!,
    kind: isEnum ? "MW_CODEC_UNKNOWN_VARIANT" : "MW_CODEC_UNKNOWN_FLAG",
    detail: isEnum ? "is a number without a name" : "has a bit without a name",
  };
}

/** The member's type can be wider than its bits. */
function widthTest(kind: BitField["content"]["kind"], type: string, mask: bigint, code: string): string | undefined {
  const widths: Record<string, bigint> = { uint8_t: 0xffn, uint16_t: 0xffffn, uint32_t: 0xffffffffn, uint64_t: (1n << 64n) - 1n };
  if (kind === "bool" || widths[type] === mask) return undefined;
  return `((uint64_t)${code} & ~UINT64_C(0x${mask.toString(16)})) != 0`;
}
