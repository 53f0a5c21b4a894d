/** The generated package that makes random messages, for property tests. */
import type { BitsUnit, CaseCodec, CodecModel, CodecUnit, EnumUnit, FlagsUnit, StructUnit, UnionUnit } from "../../codec/model.js";
import type { BitField } from "../../ir/model.js";
import type { GeneratedFile } from "../backend.js";
import type { FileRenderer, Part } from "./file.js";
import { nilable, plain, shapeOf } from "./native.js";
import type { Names } from "./names.js";
import { positioned, uintFor } from "./plan/choices.js";
import { Context } from "./plan/context.js";
import { formOf } from "./plan/neutral.js";
import { RandomExpressions, makerOf } from "./plan/random.js";
import { fileStem } from "./words.js";

const PACKAGE = "arbitrary";

/** `qualifier`: how the package of the messages is called, with a dot. */
export function arbitraryFiles(model: CodecModel, names: Names, renderer: FileRenderer, qualifier: string): GeneratedFile[] {
  const ctx = new Context(model, names, qualifier);
  const expressions = new RandomExpressions(ctx);
  const modules = new Map(model.types.map(({ id, module }) => [id, module]));
  const byModule = new Map<string, Part[]>();
  const seen = new Set<string>();
  for (const unit of model.units) {
    const name = makerOf({ op: "unit", type: unit.type, family: unit.family }, ctx);
    if (seen.has(name)) continue;
    seen.add(name);
    const module = modules.get(unit.type)!;
    byModule.set(module, [...(byModule.get(module) ?? []), unitPart(unit, name, ctx, expressions)]);
  }
  const file = (stem: string, parts: Part[]): GeneratedFile[] => (parts.length === 0 ? [] : [renderer.file({ path: `${PACKAGE}/${stem}.go`, package: PACKAGE, parts })]);
  return [
    renderer.file({
      path: `${PACKAGE}/messages.go`,
      package: PACKAGE,
      doc: ["// Package arbitrary makes random messages of the spec, for property tests."],
      parts: [messagesPart(model, ctx)],
    }),
    ...[...byModule.keys()].sort().flatMap((module) => file(fileStem(`module.${module}`), byModule.get(module)!)),
    ...file("arrays", [
      ...[...expressions.byteArrays].sort((a, b) => a - b).map((size) => ({ template: "random-bytes", size })),
      ...[...expressions.arrays].sort((a, b) => a - b).map((size) => ({ template: "random-array", size })),
    ]),
  ];
}

function messagesPart(model: CodecModel, ctx: Context): Part {
  const rows = model.roots.map(({ type, family }) => `codectest.Of(${JSON.stringify(type)}, ${makerOf({ op: "unit", type, family }, ctx)}),`);
  return { template: "random-messages", ...{ rows } };
}

function unitPart(unit: CodecUnit, name: string, ctx: Context, expressions: RandomExpressions): Part {
  const shared = { name, type: ctx.native.named(unit.type) };
  switch (unit.kind) {
    case "struct":
      return { template: "random-struct", ...shared, counted: unit.recursive, ...structFields(unit, ctx, expressions) } as Part;
    case "bits":
      return { template: "random-struct", ...shared, counted: false, trailing: 0, ...bitsFields(unit, ctx) } as Part;
    case "union":
      return { template: "random-union", ...shared, counted: unit.recursive, ...unionCases(unit, ctx, expressions) } as Part;
    case "enum":
      return { template: "random-enum", ...shared, members: members(unit, ctx) } as Part;
    case "flags":
      return { template: "random-flags", ...shared, members: members(unit, ctx) } as Part;
  }
}

interface Fields {
  /** How many optionals stand at the end, each present only after those before it. */
  trailing: number;
  fields: { target: string; maker: string; position: number }[];
}

function structFields(unit: StructUnit, ctx: Context, expressions: RandomExpressions): Fields {
  let trailing = 0;
  const fields = unit.fields
    .filter(({ presence }) => presence !== "hidden")
    .map((field) => {
      const target = `v.${ctx.names.field(unit.type, field.name)}`;
      const maker = expressions.maker(field.codec);
      const absentAsNil = nilable(shapeOf(field.codec));
      if (field.presence === "trailing") return { target, maker: absentAsNil ? maker : `codectest.Present(${maker})`, position: ++trailing };
      if (field.presence === "omitEmpty" && absentAsNil) return { target, maker: `codectest.${plain(shapeOf(field.codec)).kind === "map" ? "NilMap" : "NilSlice"}(${maker})`, position: 0 };
      const optional = field.presence === "option" || field.presence === "member";
      return { target, maker: optional ? `codectest.${absentAsNil ? "Nilable" : "Pointer"}(${maker})` : maker, position: 0 };
    });
  if (unit.open && trailing === 0) fields.push({ target: `v.${ctx.names.unknown(unit.type)}`, maker: `codectest.Unknown${formOf(unit.family) === "JSON" ? "Members" : "Bytes"}`, position: 0 });
  return { trailing, fields };
}

function bitsFields(unit: BitsUnit, ctx: Context): { fields: Fields["fields"] } {
  const fields = positioned(unit)
    .filter(({ field }) => field.content.kind !== "reserved" && field.content.kind !== "const")
    .map(({ field, mask }) => ({ target: `v.${ctx.names.field(unit.type, field.name)}`, maker: bitMaker(unit, field, mask, ctx), position: 0 }));
  return { fields };
}

function bitMaker(unit: BitsUnit, field: BitField, mask: string, ctx: Context): string {
  const { content } = field;
  if ("type" in content) return makerOf({ op: "unit", type: content.type, family: unit.family }, ctx);
  return content.kind === "bool" ? "codectest.Bool[bool]" : `codectest.Uint[${uintFor(field.width)}](0, ${mask})`;
}

/** Cases that cannot contain the union again come first, so that a deep value can be given one of them. */
function unionCases(unit: UnionUnit, ctx: Context, expressions: RandomExpressions): Record<string, unknown> {
  const ends = (one: CaseCodec): boolean => one.codec === null || !ctx.nests(one.codec);
  const ordered = [...unit.cases.filter(ends), ...unit.cases.filter((one) => !ends(one))];
  const ending = unit.cases.filter(ends).length;
  const cases = ordered.map((one, index) => {
    const type = ctx.native.qualifier + ctx.names.caseType(unit.type, one.name);
    if (!one.codec) return { index, value: `new(${type})`, payload: "" };
    const same = ctx.native.named(one.payload!) === type;
    return { index, value: same ? "&payload" : `(*${type})(&payload)`, payload: `${expressions.maker(one.codec)}(s)` };
  });
  return { cases, count: cases.length, ending, choosy: unit.recursive && ending > 0 && ending < cases.length };
}

const members = (unit: EnumUnit | FlagsUnit, ctx: Context): string[] =>
  (unit.kind === "enum" ? unit.members : unit.flags).map(({ name }) => ctx.native.qualifier + ctx.names.constant(unit.type, name));
