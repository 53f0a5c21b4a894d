/** Types that choose: enums, flags, bit fields, unions; and brands, which only name. */
import { Node, type InterfaceDeclaration, type PropertySignature } from "ts-morph";
import type { BitField, EnumMember, Flag, FlagsDef, IntName, Tagging, TypeExpr, UnionCase } from "../ir/model.js";
import { snakeCase } from "../names/words.js";
import type { Context } from "./context.js";
import type { Naming } from "./declarations.js";
import { docOf, tag } from "./docs.js";
import { intName, readType } from "./expressions.js";
import { readRetired, type GivenUp } from "./retired.js";
import type { Peeled } from "./roots.js";
import { childNaming, fieldName, nameNode } from "./structs.js";
import { literal, resolveReference, settle, type Bound, type Reference, type Scope } from "./words.js";

export const UNION_WORDS = ["Tagged", "External", "Internal", "Adjacent"];

type Word = Extract<Reference, { kind: "word" }>;
interface Member {
  name: string;
  node: PropertySignature;
  type: Bound;
}

/** An interface that lists numbers, for `Flags` or `Enum`: it is no structure. */
export function isMaskTable(declaration: InterfaceDeclaration): boolean {
  const members = declaration.getProperties();
  return members.length > 0 && declaration.getExtends().length === 0 && members.every((member) => Node.isLiteralTypeNode(member.getTypeNode()));
}

export function readEnum(context: Context, word: Word, naming: Naming, peeled: Peeled): void {
  const repr = representation(context, word);
  const members: EnumMember[] = [];
  for (const { name, node, type } of membersOf(context, word.args[1], word)) {
    const value = literal(type);
    if (typeof value !== "bigint") context.report("MW1003", node, `The member ${name} needs a whole number.`, `Write ${name}: 1.`);
    else members.push({ name, jsonName: tag(node, "json") || snakeCase(name), value: Number(value), doc: docOf(node), source: context.position(node) });
  }
  const { numbers, names } = givenUp(context, word.args[2]);
  context.declare({ kind: "enum", ...base(context, naming), repr, open: peeled.open, members, reservedValues: numbers.map(Number), reservedNames: names }, naming.node);
}

export function readFlags(context: Context, word: Word, naming: Naming, peeled: Peeled): void {
  refuseOpen(context, word, peeled);
  const repr = representation(context, word);
  const flags: Flag[] = [];
  for (const { name, node, type } of membersOf(context, word.args[1], word)) {
    const mask = literal(type);
    const bit = typeof mask === "bigint" ? bitOf(mask) : undefined;
    if (bit === undefined) context.report("MW1003", node, `The flag ${name} needs a mask with one bit.`, `Write ${name}: 1, 2, 4, 8 and so on, also as 0x10.`);
    else flags.push({ name, jsonName: tag(node, "json") || snakeCase(name), bit, doc: docOf(node), source: context.position(node) });
  }
  flags.sort((a, b) => a.bit - b.bit);
  context.declare({ kind: "flags", ...base(context, naming), repr, flags, ...retiredFlags(context, word.args[2]) }, naming.node);
}

function retiredFlags(context: Context, bound: Bound | undefined): Pick<FlagsDef, "reservedBits" | "reservedNames"> {
  const { numbers, names } = givenUp(context, bound);
  const bits = numbers.map(bitOf);
  if (bits.includes(undefined)) context.report("MW1003", bound!.node, "Flags that were given up are masks with one bit each.", "Write Retired<2 | 4>, also as 0x10.");
  return { ...(numbers.length > 0 && { reservedBits: bits.filter((bit) => bit !== undefined) }), ...(names.length > 0 && { reservedNames: names }) };
}

/** The number of a mask's only bit. */
function bitOf(mask: bigint): number | undefined {
  return mask > 0n && (mask & (mask - 1n)) === 0n ? mask.toString(2).length - 1 : undefined;
}

export function readBits(context: Context, word: Word, naming: Naming, peeled: Peeled): void {
  refuseOpen(context, word, peeled);
  const repr = representation(context, word);
  const fields: BitField[] = [];
  for (const member of membersOf(context, word.args[1], word)) {
    const field = readBitField(context, member, naming);
    if (field) fields.push(field);
    else context.incomplete.add(naming.id);
  }
  const { numbers, names } = givenUp(context, word.args[2]);
  if (numbers.length > 0) context.report("MW1007", word.args[2]!.node, "Bit fields have names only.", 'Write Retired<"name">, and give bits that were given up to Bit<N, Reserved>.');
  context.declare({ kind: "bits", ...base(context, naming), repr, fields, ...(names.length > 0 && { reservedNames: names }) }, naming.node);
}

function readBitField(context: Context, { name, node, type }: Member, naming: Naming): BitField | undefined {
  const bit = wordAt(type);
  const width = bit?.name === "Bit" && bit.args[0] ? literal(bit.args[0]) : undefined;
  if (!bit || typeof width !== "bigint") {
    context.report("MW1007", node, `${name} does not say how many bits it takes.`, `Write ${name}: Bit<4>, or Bit<4, Type>.`);
    return undefined;
  }
  const content = bit.args[1] ? bitContent(context, bit.args[1], { ...childNaming(naming, name), node }) : ({ kind: "uint" } as const);
  if (!content) return undefined;
  return { name: content.kind === "reserved" ? "" : name, jsonName: tag(node, "json") || snakeCase(name), doc: docOf(node), source: context.position(node), width: Number(width), content };
}

function bitContent(context: Context, bound: Bound, naming: Naming): BitField["content"] | undefined {
  if (wordAt(bound)?.name === "Reserved") return { kind: "reserved" };
  const type = readType(context, bound, naming);
  if (!type) return undefined;
  if (type.kind === "bool") return { kind: "bool" };
  if (type.kind === "const" && type.of === "int") return { kind: "const", value: Number(type.value) };
  const target = type.kind === "ref" ? context.types.get(type.type) : undefined;
  if (target?.kind === "enum" || target?.kind === "flags") return { kind: target.kind, type: target.id };
  context.report("MW1007", bound.node, "Bits hold a number, a bool, an enum, flags, a constant, or Reserved.", "Leave the type out for a plain number: Bit<4>.");
  return undefined;
}

export function readUnion(context: Context, word: Word, naming: Naming, peeled: Peeled): void {
  refuseOpen(context, word, peeled);
  const { tagging, repr, cases: casesAt } = unionForm(context, word);
  const gone = givenUp(context, word.args[casesAt + 1]);
  const cases: UnionCase[] = [];
  let next = 0;
  for (const member of membersOf(context, word.args[casesAt], word)) {
    while (gone.numbers.includes(BigInt(next))) next++;
    const { number, type } = tagNumber(context, member, next);
    next = number + 1;
    const found = readCase(context, { ...member, type }, number, naming);
    if (found) cases.push(found);
    else context.incomplete.add(naming.id);
  }
  const root = peeled.root && { root: peeled.root };
  context.declare({ kind: "union", ...base(context, naming), ...root, tagging, repr, cases, reservedTags: gone.numbers.map(Number), reservedNames: gone.names }, naming.node);
}

function unionForm(context: Context, word: Word): { tagging: Tagging; repr: IntName; cases: number } {
  const text = (index: number): string => {
    const value = word.args[index] && literal(word.args[index]);
    if (typeof value === "string" && value !== "") return value;
    context.report("MW1003", word.node, `${word.name} needs a member name as text.`, `Write ${word.name}<"type", …>.`);
    return "type";
  };
  if (word.name === "Internal") return { tagging: { style: "internal", tag: text(0) }, repr: "u32", cases: 1 };
  if (word.name === "Adjacent") return { tagging: { style: "adjacent", tag: text(0), content: text(1) }, repr: "u32", cases: 2 };
  if (word.name === "External") return { tagging: { style: "external" }, repr: "u32", cases: 0 };
  return { tagging: { style: "external" }, repr: representation(context, word), cases: 1 };
}

function tagNumber(context: Context, member: Member, standard: number): { number: number; type: Bound } {
  const word = wordAt(member.type);
  if (word?.name !== "Tag" || !word.args[1]) return { number: standard, type: member.type };
  const number = literal(word.args[0]!);
  if (typeof number === "bigint" && number >= 0n) return { number: Number(number), type: word.args[1] };
  context.report("MW1003", member.node, `The case ${member.name} needs its number as a literal.`, `Write ${member.name}: Tag<3, Type>.`);
  return { number: standard, type: word.args[1] };
}

function readCase(context: Context, { name, node, type }: Member, number: number, union: Naming): UnionCase | undefined {
  const one: UnionCase = { name, jsonName: tag(node, "json") || snakeCase(name), tag: number, doc: docOf(node), source: context.position(nameNode(node)) };
  if (wordAt(type)?.name === "Empty") return one;
  const payload = readType(context, type, { ...childNaming(union, name), node });
  if (!payload) return undefined;
  const inner = payload.kind === "sized" ? payload.inner : payload;
  if (payload.kind === "sized" && inner.kind === "embedded") return { ...one, type: inner.type, embedded: { framing: payload.framing, limit: payload.limit } };
  if (payload.kind === "ref") return { ...one, type: payload.type };
  context.report("MW1007", node, `The case ${name} is neither a structure nor a union.`, `Write ${name}: { value: … }, or Empty for a case without content.`);
  return undefined;
}

function refuseOpen(context: Context, word: Word, { open }: Peeled): void {
  if (open) context.report("MW1007", word.node, `${word.name} cannot be open.`, "Structures and enums can; of a union, make the structures inside open.");
}

export function readBrand(context: Context, word: Word, naming: Naming): void {
  const declared = word.args[0] && literal(word.args[0]);
  if (declared !== naming.name) context.report("MW1002", word.node, `The brand is called "${String(declared)}" and its type ${naming.name}.`, "Give both the same name.");
  const type = word.args[1] && readType(context, word.args[1], naming);
  if (!type) return;
  if (!isSimple(type)) {
    context.report("MW1007", word.node, `${naming.name} brands something that is not simple.`, "Brands go around numbers, bool, text and bytes; a structure has a name already.");
    return;
  }
  context.declare({ kind: "brand", ...base(context, naming), type }, naming.node);
}

const isSimple = (type: TypeExpr): boolean => ["int", "float", "bool", "text", "bytes", "fixedBytes"].includes(type.kind);

function base(context: Context, { id, module, name, node }: Naming): { id: string; module: string; name: string; doc: ReturnType<typeof docOf>; source: ReturnType<Context["position"]>; recursionHead: boolean } {
  return { id, module, name, doc: docOf(node), source: context.position(nameNode(node)), recursionHead: false };
}

function representation(context: Context, word: Word): IntName {
  const repr = word.args[0] && intName(word.args[0]);
  if (repr) return repr;
  context.report("MW1002", word.node, `${word.name} needs an integer type first.`, `Write ${word.name}<u8, …>.`);
  return "u8";
}

/** The members of a literal `{ a: 1 }`, or of an interface. */
function membersOf(context: Context, bound: Bound | undefined, word: Word): Member[] {
  const found = bound && listed(settle(bound));
  if (!found) {
    context.report("MW1002", bound?.node ?? word.node, `${word.name} needs its members in braces.`, `Write ${word.name}<…, { first: …; second: … }>, or name an interface that lists them.`);
    return [];
  }
  return found.properties.flatMap((node) => {
    const type = node.getTypeNode();
    return type ? [{ name: fieldName(node), node, type: settle({ node: type, scope: found.scope }) }] : [];
  });
}

function listed({ node, scope }: Bound): { properties: PropertySignature[]; scope: Scope } | undefined {
  if (Node.isTypeLiteral(node)) return { properties: node.getProperties(), scope };
  if (!Node.isTypeReference(node)) return undefined;
  const reference = resolveReference(node, scope);
  if (reference.kind !== "declared" || !Node.isInterfaceDeclaration(reference.declaration)) return undefined;
  return { properties: reference.declaration.getProperties(), scope: new Map() };
}

/** The last argument of the word, if it is there. */
function givenUp(context: Context, bound: Bound | undefined): GivenUp {
  if (!bound) return { numbers: [], names: [] };
  const word = wordAt(bound);
  if (word?.name === "Retired") return readRetired(context, word);
  context.report("MW1002", bound.node, "What was given up stands in Retired.", 'Write Retired<3 | "name">.');
  return { numbers: [], names: [] };
}

function wordAt(bound: Bound): Word | undefined {
  const { node, scope } = settle(bound);
  if (!Node.isTypeReference(node)) return undefined;
  const reference = resolveReference(node, scope);
  return reference.kind === "word" ? reference : undefined;
}

