/** Functions that read structures and bit fields from JSON: members tried in their order. */
import type { BitsUnit, Codec, FieldCodec, StructUnit } from "../../../codec/model.js";
import type { TypeId } from "../../../ir/model.js";
import { emptyValue } from "../natives.js";
import type { Scope } from "../scope.js";
import { block, call, type Line, stringLiteral } from "../source.js";
import { field as fieldContext, local, text, type Context } from "./context.js";
import { checkDepth, contextOf, plan, type PlannedFunction } from "./functions.js";
import { readJson, skipConstant } from "./readJson.js";

interface Member {
  name: string;
  jsonName: string;
  required: boolean;
  /** Statements that read the value, once its key has been passed. */
  read: (context: Context) => Line[];
  /** What happens when it is not there. */
  absent: Line[];
}

/** A table of what an object's members are called, for the refusals. */
export interface MembersTable {
  name: string;
  rows: string[];
}

export function readJsonStruct(unit: StructUnit, scope: Scope): { function: PlannedFunction; table: MembersTable } {
  const { context, depth } = contextOf(unit, scope);
  const name = scope.model.className(unit.type);
  const members = unit.fields.map((field) => memberOf(unit, field, scope));
  const beside = scope.model.standsBesideTag(unit.type);
  const parameters = ["text: str", "at: int", ...depth, ...(beside ? ["start: int = -1"] : [])];
  const table = tableOf(unit.type, members, scope);
  const complete = members.some(({ required }) => required) ? "complete" : "True";
  const close = unit.open
    ? call(`value.unknown, at = ${scope.runtime("_objects", "open_members")}`, ["text", "start", "at", table.name, context.depth ?? "0", complete])
    : call(`at = ${scope.runtime("_objects", "close")}`, ["text", "start", "at", table.name, ...(complete === "True" ? [] : [complete])]);
  const body = [
    ...checkDepth(unit, scope, "read"),
    ...(beside ? [block("if start < 0:", ["start = at"])] : ["start = at"]),
    ...(complete === "True" ? [] : ["complete = True"]),
    call(`value = ${name}.__new__`, [name]),
    ...readMembers(members, beside, context),
    close,
    "return value, at",
  ];
  return { function: plan(scope.read("json", unit.type), parameters, `tuple[${name}, int]`, body), table };
}

function tableOf(type: TypeId, members: Member[], scope: Scope): MembersTable {
  const rows = members.map(({ jsonName, name, required }) => `(${stringLiteral(jsonName)}, ${text(name)}, ${required ? "True" : "False"})`);
  scope.runtime("_objects", "members");
  return { name: scope.table(type, "MEMBERS"), rows };
}

/** The key of a member, with the mark before it: a brace before the first one, a comma before others. */
function readMembers(members: Member[], beside: boolean, context: Context): Line[] {
  return members.flatMap((member, index) => {
    const [first, later] = ["{", ","].map((mark) => stringLiteral(`${mark}${JSON.stringify(member.jsonName)}:`));
    const key = index === 0 && !beside ? first! : `${later!} if at > start else ${first!}`;
    const length = [...JSON.stringify(member.jsonName)].length + 2;
    const own = fieldContext(context, member.name);
    return [block(`if text.startswith(${key}, at):`, [`at += ${length}`, ...member.read(own)]), ...(member.absent.length > 0 ? [block("else:", member.absent)] : [])];
  });
}

function memberOf(unit: StructUnit, field: FieldCodec, scope: Scope): Member {
  const { name, jsonName, codec, presence } = field;
  const def = scope.model.def("struct", unit.type);
  if (presence === "hidden") {
    const read = (context: Context): Line[] => skipConstant(codec as Extract<Codec, { op: "constInt" | "constBytes" }>, name, def, context);
    return { name, jsonName, required: true, read, absent: ["complete = False"] };
  }
  const target = `value.${scope.model.member(unit.type, name)}`;
  if (presence === "omitEmpty") {
    const empty = emptyValue(def.fields.find((one) => one.name === name)!.type, scope).value;
    return { name, jsonName, required: false, read: (context) => readNonEmpty(codec, target, context), absent: [`${target} = ${empty}`] };
  }
  const required = presence === "always";
  return { name, jsonName, required, read: (context) => readJson(codec, target, context), absent: [required ? "complete = False" : `${target} = None`] };
}

function readNonEmpty(codec: Codec, target: string, context: Context): Line[] {
  const { scope, path } = context;
  const start = local(context, "start");
  const refusal = call(`raise ${scope.runtime("_refuse", "non_canonical")}`, [start, text(path), '"is empty, and must be left out"']);
  return [`${start} = at`, ...readJson(codec, target, context), block(`if not ${target}:`, [refusal])];
}

/** Bit fields as an object of those that are part of the value. */
export function readJsonBits(unit: BitsUnit, scope: Scope): { function: PlannedFunction; table: MembersTable } {
  const { context } = contextOf(unit, scope);
  const name = scope.model.className(unit.type);
  const members = unit.def.fields.flatMap((bits): Member[] => {
    const codec = bitsCodec(bits);
    if (!codec) return [];
    const target = `value.${scope.model.member(unit.type, bits.name)}`;
    return [{ name: bits.name, jsonName: bits.jsonName, required: true, read: (own) => readJson(codec, target, own), absent: ["complete = False"] }];
  });
  const table = tableOf(unit.type, members, scope);
  const close = call(`at = ${scope.runtime("_objects", "close")}`, ["text", "start", "at", table.name, "complete"]);
  const body = ["start = at", "complete = True", call(`value = ${name}.__new__`, [name]), ...readMembers(members, false, context), close, "return value, at"];
  return { function: plan(scope.read("json", unit.type), ["text: str", "at: int"], `tuple[${name}, int]`, body), table };
}

/** How a bit field crosses in JSON; null for what is not part of the value. */
export function bitsCodec({ content, width }: BitsUnit["def"]["fields"][number]): Codec | null {
  switch (content.kind) {
    case "uint":
      return { op: "int", int: "u64", form: "json", min: null, max: String((1n << BigInt(width)) - 1n) };
    case "bool":
      return { op: "bool", form: "json" };
    case "enum":
    case "flags":
      return { op: "unit", type: content.type, family: "json" };
    default:
      return null;
  }
}
