/** The tables that a type's codecs look things up in. */
import type { CodecUnit, EnumUnit, FlagsUnit, UnionUnit } from "../../codec/model.js";
import { caseTables } from "./codecs/readJsonUnions.js";
import type { MembersTable } from "./codecs/readJsonObjects.js";
import type { Scope } from "./scope.js";
import { call, dict, layOut, stringLiteral, type Line } from "./source.js";

/** Tables of one type, whatever the families that it crosses in. */
export function tablesOf(units: CodecUnit[], scope: Scope): string[] {
  const binary = units.find((unit) => unit.family !== "json");
  const json = units.find((unit) => unit.family === "json");
  const lines: Line[] = [];
  if (binary?.kind === "enum") lines.push(`${scope.table(binary.type, "NUMBERS")} = {member.value: member for member in ${scope.type(binary.type)}}`);
  if (json?.kind === "enum") lines.push(...enumNames(json, scope));
  if (json?.kind === "flags") lines.push(flagBits(json, scope));
  if (json?.kind === "union" && json.tagging?.style === "external") lines.push(...externalCases(json, scope));
  const flags = units.find((unit) => unit.kind === "flags");
  if (flags) lines.push(`${scope.helper(flags.type, "flag_set")} = ${scope.runtime("_flags", "flag_sets")}(${scope.type(flags.type)})`);
  return layOut(lines);
}

function enumNames(unit: EnumUnit, scope: Scope): Line[] {
  const type = scope.type(unit.type);
  const member = (name: string): string => `${type}.${scope.model.member(unit.type, name)}`;
  return [
    dict(`${scope.table(unit.type, "NAMES")} = `, unit.members.map(({ name, jsonName }) => `${stringLiteral(jsonName)}: ${member(name)}`)),
    dict(`${scope.table(unit.type, "TOKENS")} = `, unit.members.map(({ value, jsonName }) => `${value}: ${stringLiteral(JSON.stringify(jsonName))}`)),
  ];
}

function flagBits(unit: FlagsUnit, scope: Scope): Line {
  return dict(`${scope.table(unit.type, "BITS")} = `, unit.flags.map(({ jsonName, bit }) => `${stringLiteral(jsonName)}: 0x${(1n << BigInt(bit)).toString(16).toUpperCase()}`));
}

function externalCases(unit: UnionUnit, scope: Scope): Line[] {
  const { units, others } = caseTables(unit);
  return [assign(scope.table(unit.type, "UNITS"), units), assign(scope.table(unit.type, "OTHERS"), others)];
}

/** An empty set needs its type said. */
const assign = (name: string, group: ReturnType<typeof caseTables>["units"]): Line =>
  typeof group === "string" ? `${name}: frozenset[str] = ${group}` : { ...group, prefix: `${name}: frozenset[str] = ${group.prefix}` };

export const membersTable = ({ name, rows }: MembersTable, scope: Scope): string[] => layOut([call(`${name} = ${scope.runtime("_objects", "members")}`, rows)]);
