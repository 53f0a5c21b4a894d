/** Explains enums, flags and bit fields: a row for each name. */
import type { BitField, BitsDef, EnumDef, FlagsDef } from "../ir/model.js";
import { choices, type Types } from "./describe.js";
import { name, number, text, type Table } from "./explanation.js";

export function members(type: EnumDef | FlagsDef | BitsDef, types: Types): Table {
  switch (type.kind) {
    case "enum":
      return { kind: "table", columns: [number("value"), name("name"), text("")], rows: type.members.map(({ value, name, doc }) => ({ cells: [String(value), name], text: doc.text })) };
    case "flags":
      return { kind: "table", columns: [number("bit"), name("name"), text("mask")], rows: type.flags.map(({ bit, name, doc }) => ({ cells: [String(bit), name], text: `0x${(1n << BigInt(bit)).toString(16)}`, note: doc.text })) };
    case "bits":
      return { kind: "table", columns: [number("bits"), name("name"), text("")], rows: placed(type.fields).map(({ range, field }) => ({ cells: [range, field.name], text: content(field, types), note: field.doc.text })) };
  }
}

/** Bit numbers from the low bit up: `0–27`. */
function placed(fields: BitField[]): { range: string; field: BitField }[] {
  let low = 0;
  return fields.map((field) => {
    const range = field.width === 1 ? `${low}` : `${low}–${low + field.width - 1}`;
    low += field.width;
    return { range, field };
  });
}

function content({ width, content }: BitField, types: Types): string {
  switch (content.kind) {
    case "uint":
      return `number of ${width} ${width === 1 ? "bit" : "bits"}`;
    case "bool":
      return "bool";
    case "const":
      return `always ${content.value}`;
    case "reserved":
      return "always zero";
    default: {
      const target = types.get(content.type);
      return target?.kind === "enum" || target?.kind === "flags" ? `${target.name}: ${choices(target, "fixed")}` : content.type;
    }
  }
}
