/** Functions that write structures, bit fields and unions as JSON. */
import type { BitsUnit, FieldCodec, StructUnit, UnionUnit } from "../../../codec/model.js";
import type { Scope } from "../scope.js";
import { block, call, type Line, stringLiteral } from "../source.js";
import { field as fieldContext, type Context } from "./context.js";
import { checkDepth, contextOf, plan, type PlannedFunction } from "./functions.js";
import { bitsCodec } from "./readJsonObjects.js";
import { writeJson } from "./writeJson.js";
import { checkClass } from "./writeStructs.js";

/**
 * Members are written with a comma before each; `close_object` puts the brace where the first one's comma stands. A structure that begins with
 * a required member needs no such help.
 */
export function writeJsonStruct(unit: StructUnit, scope: Scope): PlannedFunction {
  const { context, depth } = contextOf(unit, scope);
  const name = scope.model.className(unit.type);
  const beside = scope.model.standsBesideTag(unit.type);
  const [first] = unit.fields;
  const direct = !beside && first !== undefined && (first.presence === "always" || first.presence === "hidden");
  const members = unit.fields.flatMap((field, index) => writeMember(unit, field, direct && index === 0 ? "{" : ",", context));
  if (unit.open) members.push(call(scope.runtime("_written", "unknown_members"), ["out", "value.unknown", context.depth ?? "0", scope.table(unit.type, "MEMBERS"), ...(beside ? ["tag"] : [])]));
  const body = direct
    ? [...members, 'out.append("}")']
    : ["first = len(out)", ...members, call(scope.runtime("_written", "close_object"), ["out", "first", ...(beside ? ["opening"] : [])])];
  const parameters = ["out: list[str]", `value: ${name}`, ...depth, ...(beside ? ['opening: str = "{"', ...(unit.open ? ["tag: str | None = None"] : [])] : [])];
  return plan(scope.write("json", unit.type), parameters, "None", [...checkDepth(unit, scope, "write"), checkClass(name, scope), ...body]);
}

function writeMember(unit: StructUnit, { name, jsonName, codec, presence }: FieldCodec, mark: string, context: Context): Line[] {
  const lead = `${mark}${JSON.stringify(jsonName)}:`;
  if (codec.op === "constInt") return [`out.append(${stringLiteral(lead + codec.value)})`];
  if (codec.op === "constBytes") return [`out.append(${stringLiteral(lead + Buffer.from(codec.hex, "hex").toString("utf8"))})`];
  const attribute = `value.${context.scope.model.member(unit.type, name)}`;
  const lines = writeJson(codec, attribute, stringLiteral(lead), fieldContext(context, name));
  if (presence === "member") return [block(`if ${attribute} is not None:`, lines)];
  return presence === "omitEmpty" ? [block(`if ${attribute}:`, lines)] : lines;
}

export function writeJsonBits(unit: BitsUnit, scope: Scope): PlannedFunction {
  const { context } = contextOf(unit, scope);
  const name = scope.model.className(unit.type);
  const members = unit.def.fields.flatMap((bits) => {
    const codec = bitsCodec(bits);
    return codec ? [{ bits, codec }] : [];
  });
  const lines = members.flatMap(({ bits, codec }, index) => {
    const lead = stringLiteral(`${index === 0 ? "{" : ","}${JSON.stringify(bits.jsonName)}:`);
    return writeJson(codec, `value.${scope.model.member(unit.type, bits.name)}`, lead, fieldContext(context, bits.name));
  });
  const body = [checkClass(name, scope), ...lines, `out.append(${members.length === 0 ? '"{}"' : '"}"'})`];
  return plan(scope.write("json", unit.type), ["out: list[str]", `value: ${name}`], "None", body);
}

export function writeJsonUnion(unit: UnionUnit, scope: Scope): PlannedFunction {
  const { context, depth } = contextOf(unit, scope);
  const name = scope.model.className(unit.type);
  const cases = unit.cases.map((one): Line => {
    const own = { ...context, hint: one.name };
    return block(`if type(value) is ${name}.${scope.model.member(unit.type, one.name)}:`, [...writeCase(unit, one, own), "return"]);
  });
  const wrong = call(`raise ${scope.runtime("_checks", "wrong_type")}`, ["value", `"${name}.Case"`]);
  return plan(scope.write("json", unit.type), ["out: list[str]", "value: object", ...depth], "None", [...checkDepth(unit, scope, "write"), ...cases, wrong]);
}

function writeCase(unit: UnionUnit, { jsonName, codec, payload }: UnionUnit["cases"][number], context: Context): Line[] {
  const { scope, depth } = context;
  const tagging = unit.tagging!;
  const quoted = JSON.stringify(jsonName);
  if (tagging.style === "external") {
    if (!codec) return [`out.append(${stringLiteral(quoted)})`];
    return [...writeJson(codec, "value.value", stringLiteral(`{${quoted}:`), context), 'out.append("}")'];
  }
  const tag = `{${JSON.stringify(tagging.tag)}:${quoted}`;
  if (!codec) return [`out.append(${stringLiteral(`${tag}}`)})`];
  if (tagging.style === "adjacent") return [...writeJson(codec, "value.value", stringLiteral(`${tag},${JSON.stringify(tagging.content)}:`), context), 'out.append("}")'];
  const counts = scope.model.countsDepth("json", payload!);
  return [call(scope.write("json", payload!), ["out", "value.value", ...(counts ? [depth ?? "0"] : []), `opening=${stringLiteral(tag)}`, ...(scope.model.isOpen(payload!) ? [`tag=${stringLiteral(tagging.tag)}`] : [])])];
}
