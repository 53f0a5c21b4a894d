/** What a struct, or bits, is as a JSON object. */
import type { BitsUnit, Codec, FieldCodec, StructUnit } from "../../../../codec/model.js";
import type { BitField, StructDef } from "../../../../ir/model.js";
import { stringLiteral } from "../../literals.js";
import { constantName } from "../../names.js";
import type { ModuleContext } from "../context.js";

/** As `FieldCodec`, with what a constant is. */
export type Member = FieldCodec & { constant?: { of: "int" | "text" | "bytes"; value: string } };

export interface ObjectShape {
  type: string;
  members: Member[];
  open: boolean;
  recursionHead: boolean;
  /** It may stand beside a tag in an object. */
  tagged: boolean;
}

export function structShape(context: ModuleContext, unit: StructUnit): ObjectShape {
  const def = context.type(unit.type) as StructDef;
  const constants = new Map(def.fields.flatMap(({ name, type }) => (type.kind === "const" ? [[name, { of: type.of, value: type.value }] as const] : [])));
  const members = unit.fields.map((field): Member => ({ ...field, ...(constants.has(field.name) && { constant: constants.get(field.name)! }) }));
  return { type: unit.type, members, open: unit.open, recursionHead: unit.recursionHead, tagged: context.isInternalCase(unit.type) };
}

/** Of bits, those that are part of the value. */
export function bitsShape(unit: BitsUnit): ObjectShape {
  const members = unit.def.fields.flatMap((field): Member[] => {
    const codec = contentCodec(field);
    return codec ? [{ name: field.name, jsonName: field.jsonName, codec, presence: "always" }] : [];
  });
  return { type: unit.type, members, open: false, recursionHead: false, tagged: false };
}

function contentCodec({ width, content }: BitField): Codec | undefined {
  switch (content.kind) {
    case "uint":
      return { op: "int", int: width > 32 ? "u64" : "u32", form: "json", min: null, max: ((1n << BigInt(width)) - 1n).toString() };
    case "bool":
      return { op: "bool", form: "json" };
    case "enum":
    case "flags":
      return { op: "unit", type: content.type, family: "json" };
    case "const":
    case "reserved":
      return undefined;
  }
}

export const isRequired = ({ presence }: Member): boolean => presence === "always" || presence === "hidden";

/** The name of the table of members that errors are told from. */
export function memberTable(context: ModuleContext, { type, members }: ObjectShape): string {
  const rows = members.map((member) => `[${stringLiteral(member.jsonName)}, ${stringLiteral(member.name)}, ${isRequired(member)}]`);
  return context.constant(constantName(context.type(type).name, "members"), `readonly ${context.scope.runtimeType("json", "Member")}[]`, rows);
}

/** `"tool_id":` as it stands in JSON. */
export const keyToken = (jsonName: string): string => `${JSON.stringify(jsonName)}:`;
