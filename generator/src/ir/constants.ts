/** The numbers, texts and bytes that a spec fixes, so that nobody writes them a second time. */
import type { Doc, IntName, TypeDef } from "./model.js";

/** A field that always holds the same. */
export interface Constant {
  /** The field's. */
  name: string;
  doc: Doc;
  value: FixedValue;
}

export type FixedValue = { of: "int"; int: IntName; value: string } | { of: "text"; value: string } | { of: "bytes"; hex: string };

/** In the order of the fields; bits take the least unsigned integer that holds their field. */
export function constantsOf(def: TypeDef): Constant[] {
  if (def.kind !== "struct" && def.kind !== "bits") return [];
  return def.fields.flatMap((field) => {
    const value = "content" in field ? fixedBits(field.content, field.width) : fixed(field.type);
    return value ? [{ name: field.name, doc: documented(field.doc, field.name, def.name), value }] : [];
  });
}

type StructField = Extract<TypeDef, { kind: "struct" }>["fields"][number];
type BitsField = Extract<TypeDef, { kind: "bits" }>["fields"][number];

function fixed(type: StructField["type"]): FixedValue | undefined {
  if (type.kind !== "const") return undefined;
  if (type.of === "int") return { of: "int", int: type.int, value: type.value };
  return type.of === "text" ? { of: "text", value: type.value } : { of: "bytes", hex: type.value };
}

function fixedBits(content: BitsField["content"], width: number): FixedValue | undefined {
  if (content.kind !== "const") return undefined;
  const int = (["u8", "u16", "u32", "u64"] as const).find((name) => width <= Number(name.slice(1)))!;
  return { of: "int", int, value: String(content.value) };
}

const documented = (doc: Doc, field: string, type: string): Doc => (doc.text === "" ? { ...doc, text: `What \`${field}\` of every \`${type}\` is.` } : doc);

/** Small numbers in decimal; magics and the like, as they are known, in hexadecimal. */
export function spelled(value: string): string {
  const number = BigInt(value);
  return number < 16n ? String(number) : `0x${number.toString(16)}`;
}
