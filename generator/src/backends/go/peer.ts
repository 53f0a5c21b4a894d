/** The peer's generated dispatch: from type names to the SDK, with parsers and printers of neutral JSON. */
import type { BitsUnit, CodecModel, CodecUnit, EnumUnit, FlagsUnit, StructUnit, UnionUnit } from "../../codec/model.js";
import type { TypeExpr } from "../../ir/model.js";
import type { GeneratedFile } from "../backend.js";
import type { FileRenderer, Part } from "./file.js";
import { literal } from "./format.js";
import { nilable, shapeOf } from "./native.js";
import type { Names } from "./names.js";
import { positioned, uintFor } from "./plan/choices.js";
import { Context } from "./plan/context.js";
import { NeutralExpressions, formOf, namedFunction } from "./plan/neutral.js";
import { fileStem } from "./words.js";

const PACKAGE = "generated";

/** `qualifier`: how the SDK's package is called, with a dot. */
export function peerFiles(model: CodecModel, names: Names, renderer: FileRenderer, qualifier: string): GeneratedFile[] {
  const ctx = new Context(model, names, qualifier);
  const expressions = new NeutralExpressions(ctx);
  const seen = new Set<string>();
  const byModule = new Map<string, Part[]>();
  const modules = new Map(model.types.map(({ id, module }) => [id, module]));
  for (const unit of model.units) {
    const name = namedFunction("parse", unit.type, unit.family, ctx);
    if (seen.has(name)) continue;
    seen.add(name);
    const module = modules.get(unit.type)!;
    byModule.set(module, [...(byModule.get(module) ?? []), unitPart(unit, ctx, expressions)]);
  }
  const file = (stem: string, parts: Part[]): GeneratedFile[] => (parts.length === 0 ? [] : [renderer.file({ path: `${stem}.go`, package: PACKAGE, parts })]);
  const stems = [...byModule.keys()].sort();
  return [
    renderer.file({
      path: "types.go",
      package: PACKAGE,
      doc: ["// Package generated connects the names of the spec's messages with the SDK."],
      parts: [typesPart(model, ctx)],
    }),
    ...stems.flatMap((module) => file(fileStem(`module.${module}`), byModule.get(module)!)),
    ...file("arrays", [
      ...[...expressions.byteArrays].sort((a, b) => a - b).map((size) => ({ template: "peer-bytes", size })),
      ...[...expressions.arrays].sort((a, b) => a - b).map((size) => ({ template: "peer-array", size })),
    ]),
  ];
}

function typesPart(model: CodecModel, ctx: Context): Part {
  const rows = model.roots.map(({ type, family }) => ({
    id: JSON.stringify(type),
    value: `neutral.Message(${namedFunction("parse", type, family, ctx)}, ${namedFunction("print", type, family, ctx)})`,
  }));
  // gofmt lines up the values of neighbouring entries; a line each keeps them apart.
  return { template: "peer-types", ...{ rows, qualifier: ctx.native.qualifier } };
}

function unitPart(unit: CodecUnit, ctx: Context, expressions: NeutralExpressions): Part {
  const shared = {
    type: ctx.native.named(unit.type),
    parse: namedFunction("parse", unit.type, unit.family, ctx),
    print: namedFunction("print", unit.type, unit.family, ctx),
  };
  switch (unit.kind) {
    case "struct":
      return { template: "peer-struct", ...shared, ...structMembers(unit, ctx, expressions) };
    case "bits":
      return { template: "peer-struct", ...shared, ...bitsMembers(unit, ctx) };
    case "union":
      return { template: "peer-union", ...shared, cases: unionCases(unit, ctx, expressions), bound: unit.cases.some(({ codec }) => codec) } as Part;
    case "enum":
    case "flags":
      return { template: unit.kind === "enum" ? "peer-enum" : "peer-flags", ...shared, ...choiceMembers(unit, ctx, expressions) };
  }
}

interface Members {
  known: string;
  reads: { call: string; target: string; constant: boolean }[];
  writes: { line: string; condition: string }[];
}

function members(names: readonly string[]): Members {
  return { known: names.map((name) => `, ${JSON.stringify(name)}`).join(""), reads: [], writes: [] };
}

function structMembers(unit: StructUnit, ctx: Context, expressions: NeutralExpressions): Members {
  const result = members([...unit.fields.map(({ name }) => name), ...(unit.open ? ["$unknown"] : [])]);
  for (const field of unit.fields) {
    const name = JSON.stringify(field.name);
    if (field.presence === "hidden") {
      const constant = neutralConstant(ctx.native.definition(unit.type, "struct").fields.find((other) => other.name === field.name)!.type);
      if (constant !== undefined) result.reads.push({ call: `neutral.Constant(object, ${name}, ${constant})`, target: "", constant: true });
      continue;
    }
    const target = `v.${ctx.names.field(unit.type, field.name)}`;
    const optional = field.presence === "trailing" || field.presence === "option" || field.presence === "member";
    const pointer = optional && !nilable(shapeOf(field.codec));
    const parser = expressions.parser(field.codec);
    const printer = expressions.printer(field.codec);
    const value = optional ? `Optional(object, ${name}, ${pointer ? `neutral.Present(${parser})` : parser})` : `Member(object, ${name}, ${parser})`;
    result.reads.push({ call: `neutral.${value}`, target, constant: false });
    result.writes.push({ line: `neutral.AppendMember(dst, ${name}, ${pointer ? "*" : ""}${target}, ${printer})`, condition: optional ? `${target} != nil` : "" });
  }
  if (unit.open) {
    const target = `v.${ctx.names.unknown(unit.type)}`;
    const form = formOf(unit.family) === "JSON" ? "Text" : "Bytes";
    result.reads.push({ call: `neutral.Optional(object, "$unknown", neutral.${form}[[]byte])`, target, constant: false });
    result.writes.push({ line: `neutral.AppendMember(dst, "$unknown", ${target}, neutral.Append${form}[[]byte])`, condition: `len(${target}) > 0` });
  }
  return result;
}

/** A constant as it may stand in a request; undefined for reserved bytes, whose form nobody looks at. */
function neutralConstant(type: TypeExpr): string | undefined {
  if (type.kind !== "const") return undefined;
  if (type.of === "int") return literal(type.int.endsWith("64") ? `"${type.value}"` : type.value);
  return literal(JSON.stringify(type.value));
}

function bitsMembers(unit: BitsUnit, ctx: Context): Members {
  const result = members(unit.def.fields.flatMap(({ name }) => (name === "" ? [] : [name])));
  for (const { field } of positioned(unit)) {
    const { content } = field;
    const name = JSON.stringify(field.name);
    if (content.kind === "reserved") continue;
    if (content.kind === "const") {
      result.reads.push({ call: `neutral.Constant(object, ${name}, ${literal(field.width > 32 ? `"${content.value}"` : String(content.value))})`, target: "", constant: true });
      continue;
    }
    const target = `v.${ctx.names.field(unit.type, field.name)}`;
    const [parser, printer] =
      content.kind === "bool"
        ? ["neutral.Bool[bool]", "neutral.AppendBool[bool]"]
        : content.kind === "uint"
          ? [`neutral.Uint${field.width > 32 ? "64" : ""}[${uintFor(field.width)}]`, `neutral.AppendUint${field.width > 32 ? "64" : ""}[${uintFor(field.width)}]`]
          : [namedFunction("parse", content.type, unit.family, ctx), namedFunction("print", content.type, unit.family, ctx)];
    result.reads.push({ call: `neutral.Member(object, ${name}, ${parser})`, target, constant: false });
    result.writes.push({ line: `neutral.AppendMember(dst, ${name}, ${target}, ${printer})`, condition: "" });
  }
  return result;
}

function unionCases(unit: UnionUnit, ctx: Context, expressions: NeutralExpressions): Record<string, unknown>[] {
  return unit.cases.map((one) => {
    const type = ctx.native.qualifier + ctx.names.caseType(unit.type, one.name);
    const name = JSON.stringify(one.name);
    if (!one.codec) return { name, type, unit: true };
    const payload = ctx.native.named(one.payload!);
    const same = payload === type;
    return {
      name,
      type,
      unit: false,
      parser: expressions.parser(one.codec),
      wrapped: same ? "&payload" : `(*${type})(&payload)`,
      print: `neutral.AppendCase(dst, ${name}, ${same ? "*c" : `${payload}(*c)`}, ${expressions.printer(one.codec)})`,
    };
  });
}

function choiceMembers(unit: EnumUnit | FlagsUnit, ctx: Context, expressions: NeutralExpressions): Record<string, unknown> {
  const list = unit.kind === "enum" ? unit.members : unit.flags;
  const type = ctx.native.named(unit.type);
  return {
    table: `names${ctx.names.type(unit.type)}`,
    members: list.map(({ name }) => `{Name: ${JSON.stringify(name)}, Value: ${ctx.native.qualifier}${ctx.names.constant(unit.type, name)}},`),
    parseNumber: expressions.parser({ ...unit.int, min: null, max: null }, type),
    printNumber: expressions.printer({ ...unit.int, min: null, max: null }, type),
  };
}
