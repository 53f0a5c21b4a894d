/** The integer before a value that says how it goes on: a length, a count, or whether it is there. */
import type { Codec, Extent, IntCodec } from "../../../codec/model.js";
import { block, call, type Line } from "../source.js";
import { text, type Context } from "./context.js";
import { highest, intSlot, width } from "./slots.js";

export interface Prefix {
  role: "size" | "count" | "present";
  int: IntCodec;
}

/** What a body knows of its prefix: an expression of the number, and of where the whole value began. */
export interface Known {
  number: string;
  start: string;
}

export const PRESENCE: Prefix = { role: "present", int: { op: "int", int: "u8", form: "le", min: null, max: null } };

export function prefixOf(codec: Codec): Prefix | null {
  switch (codec.op) {
    case "nullable":
      return PRESENCE;
    case "brand":
      return prefixOf(codec.codec);
    case "text":
    case "bytes":
    case "window":
      return codec.extent.kind === "prefix" ? { role: "size", int: codec.extent.int! } : null;
    case "list":
    case "map":
      return codec.extent.kind === "prefix" ? { role: "count", int: codec.extent.int! } : null;
    default:
      return null;
  }
}

/** Where a fixed-width prefix began that has just been passed. */
export const startBehind = (int: IntCodec): string => `at - ${width(int.int)}`;

/** The byte before an optional or nullable value. */
export function checkPresent({ number, start }: Known, { scope, path }: Context): Line[] {
  return [block(`if ${number} > 1:`, [call(`raise ${scope.runtime("_refuse", "bad_bool")}`, [start, text(path), number])])];
}

/** Greatest, least, and whether so much is left; the number counts things of at least `unit` bytes. */
export function checkSize({ kind, int, min, max }: Extent, { number, start }: Known, unit: number, { scope, path, end }: Context): Line[] {
  const refusal = (name: string, ...rest: string[]): Line[] => [call(`raise ${scope.runtime("_refuse", name)}`, [start, text(path), ...rest])];
  const capacity = kind === "prefix" && int!.int !== "u64" ? Number(highest(int!.int)) : null;
  const lines: Line[] = [];
  if (max !== null && max !== capacity) lines.push(block(`if ${number} > ${max}:`, refusal("too_long", String(max), number)));
  if (min > 0) lines.push(block(`if ${number} < ${min}:`, refusal("too_short", String(min), number)));
  const bytes = unit === 1 ? number : `${number} * ${unit}`;
  if (kind === "prefix") lines.push(block(`if ${bytes} > ${end} - at:`, refusal("truncated", bytes, `${end} - at`)));
  return lines;
}

/** The slot of a prefix, for the run of fields that it ends. */
export const prefixSlot = ({ int }: Prefix) => intSlot(int);
