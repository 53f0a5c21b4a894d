/** Declarations of value types. */
import type { Lookup } from "../../../codec/lookup.js";
import type { BitField, BitsDef, BrandDef, EnumDef, FlagsDef, StructDef, TypeDef, TypeId, UnionDef } from "../../../ir/model.js";
import { WIDTH } from "../code.js";
import { docComment } from "../docs.js";
import { integerLiteral, isWide, objectKey, propertyName, stringLiteral } from "../literals.js";
import { factsOf, intType, isHidden, nativeType } from "../native.js";
import type { ModuleScope } from "../scope.js";
import { UNKNOWN } from "./structs.js";

/** A declaration; its template is called after its kind. */
export type TypePlan =
  | { template: "interface"; doc: string[]; name: string; members: { doc: string[]; text: string }[] }
  | { template: "alias"; doc: string[]; lines: string[] }
  | { template: "choices"; doc: string[]; name: string; members: { doc: string[]; text: string }[]; type: string }
  | { template: "brand"; doc: string[]; name: string; native: string; branded: string };

export function planType(lookup: Lookup, scope: ModuleScope, def: TypeDef): TypePlan {
  switch (def.kind) {
    case "struct":
      return planStruct(lookup, scope, def);
    case "union":
      return planUnion(scope, def);
    case "enum":
      return planEnum(scope, def);
    case "flags":
      return planFlags(scope, def);
    case "bits":
      return planBits(scope, def);
    case "brand":
      return planBrand(scope, def);
  }
}

const INNER = "  ";

function planStruct(lookup: Lookup, scope: ModuleScope, def: StructDef): TypePlan {
  const members = def.fields
    .filter(({ type }) => !isHidden(type))
    .map(({ name, doc, type, optional }) => ({
      doc: docComment(doc, { facts: factsOf(type), indent: INNER }),
      text: `${propertyName(name)}${optional ? "?" : ""}: ${nativeType(type, scope)};`,
    }));
  return { template: "interface", doc: docComment(def.doc), name: scope.type(def.id), members: def.open ? [...members, unknownMember(lookup, def.id)] : members };
}

function unknownMember(lookup: Lookup, id: TypeId): { doc: string[]; text: string } {
  const families = new Set(lookup.unitsOf(id).map(({ family }) => family));
  const binary = families.size === 0 || families.has("fixed") || families.has("compact");
  const types = [...(binary ? ["Uint8Array"] : []), ...(families.has("json") ? ["string"] : [])];
  const what = [...(binary ? ["bytes after the fields"] : []), ...(families.has("json") ? ["members of the JSON object, as text"] : [])].join("; ");
  const text = `What a newer sender wrote and this version does not know, to be handed on: ${what}.`;
  return { doc: docComment({ text }, { indent: INNER }), text: `${propertyName(UNKNOWN)}?: ${types.join(" | ")};` };
}

function planUnion(scope: ModuleScope, def: UnionDef): TypePlan {
  const cases = def.cases.map(({ name, type }) => `{ case: ${stringLiteral(name)}${type === undefined ? "" : `; value: ${scope.type(type)}`} }`);
  const docs = def.cases.filter(({ doc }) => doc.text !== "").map(({ name, doc }) => `- \`${name}\`: ${doc.text.replace(/\s+/g, " ")}`);
  const text = [def.doc.text, docs.join("\n")].filter((part) => part !== "").join("\n\n");
  const head = `export type ${scope.type(def.id)} =`;
  return { template: "alias", doc: docComment({ ...def.doc, text }), lines: unionLines(head, cases) };
}

/** On one line, on a line of their own, or a line each. */
function unionLines(head: string, cases: string[]): string[] {
  const line = `${cases.join(" | ")};`;
  if (head.length + 1 + line.length <= WIDTH || cases.length === 1) return [`${head} ${line}`];
  if (INNER.length + line.length <= WIDTH) return [head, INNER + line];
  return [head, ...cases.map((one, index) => `${INNER}| ${one}${index === cases.length - 1 ? ";" : ""}`)];
}

/** Names and numbers beside each other; the type is made from them. */
function planEnum(scope: ModuleScope, def: EnumDef): TypePlan {
  const name = scope.type(def.id);
  const members = def.members.map((member) => ({ doc: docComment(member.doc, { indent: INNER }), text: `${objectKey(member.name)}: ${integerLiteral(def.repr, member.value)},` }));
  const facts = def.open ? "Open: a number without a name is kept." : "";
  return { template: "choices", doc: docComment(def.doc, { facts }), name, members, type: `keyof typeof ${name}${def.open ? ` | ${intType(def.repr)}` : ""}` };
}

function planFlags(scope: ModuleScope, def: FlagsDef): TypePlan {
  const bit = (number: number): string => (isWide(def.repr) ? `0x${(1n << BigInt(number)).toString(16)}n` : `0x${(2 ** number).toString(16)}`);
  const members = def.flags.map((flag) => ({ doc: docComment(flag.doc, { indent: INNER }), text: `${objectKey(flag.name)}: ${bit(flag.bit)},` }));
  return { template: "choices", doc: docComment(def.doc, { facts: "Any of these bits, combined with `|`." }), name: scope.type(def.id), members, type: intType(def.repr) };
}

function planBits(scope: ModuleScope, def: BitsDef): TypePlan {
  const members = def.fields
    .filter(({ content }) => content.kind !== "const" && content.kind !== "reserved")
    .map((field) => ({
      doc: docComment(field.doc, { facts: field.content.kind === "uint" ? `${field.width} ${field.width === 1 ? "bit" : "bits"}.` : "", indent: INNER }),
      text: `${propertyName(field.name)}: ${bitFieldType(scope, field)};`,
    }));
  return { template: "interface", doc: docComment(def.doc), name: scope.type(def.id), members };
}

function bitFieldType(scope: ModuleScope, { width, content }: BitField): string {
  if ("type" in content) return scope.type(content.type);
  return content.kind === "bool" ? "boolean" : width > 32 ? "bigint" : "number";
}

function planBrand(scope: ModuleScope, def: BrandDef): TypePlan {
  const native = nativeType(def.type, scope);
  const branded = `${scope.runtimeType("codec", "Branded")}<${native}, ${stringLiteral(def.name)}>`;
  return { template: "brand", doc: docComment(def.doc, { facts: factsOf(def.type) }), name: scope.type(def.id), native, branded };
}
