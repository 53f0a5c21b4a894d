/** Enums, flags, unions and the fields of protobuf alike: names with a number each. */
import type { Field, SourcePosition, TypeDef } from "../ir/model.js";

export interface NumberedItem {
  name: string;
  jsonName: string;
  number: number;
  position: SourcePosition;
}

export interface Numbered {
  /** What the number is called. */
  noun: "value" | "bit" | "tag" | "field number";
  items: NumberedItem[];
  retired: { numbers: readonly number[]; names: readonly string[] };
}

/** Nothing for types of other kinds. */
export function numbered(type: TypeDef): Numbered {
  switch (type.kind) {
    case "enum":
      return {
        noun: "value",
        items: type.members.map(({ name, jsonName, value, source }) => ({ name, jsonName, number: value, position: source })),
        retired: { numbers: type.reservedValues, names: type.reservedNames },
      };
    case "flags":
      return {
        noun: "bit",
        items: type.flags.map(({ name, jsonName, bit, source }) => ({ name, jsonName, number: bit, position: source })),
        retired: { numbers: type.reservedBits ?? [], names: type.reservedNames ?? [] },
      };
    case "union":
      return {
        noun: "tag",
        items: type.cases.map(({ name, jsonName, tag, source }) => ({ name, jsonName, number: tag, position: source })),
        retired: { numbers: type.reservedTags, names: type.reservedNames },
      };
    case "struct":
      return {
        noun: "field number",
        items: type.fields.filter(hasNumber).map(({ name, jsonName, number, source }) => ({ name, jsonName, number, position: source })),
        retired: { numbers: type.reservedNumbers ?? [], names: type.reservedNames ?? [] },
      };
    default:
      return { noun: "value", items: [], retired: { numbers: [], names: [] } };
  }
}

const hasNumber = (field: Field): field is Field & { number: number } => field.number !== undefined;
