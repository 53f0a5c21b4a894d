/** Leaves in neutral JSON, from their bits. */
import { floatText } from "../../peers/ts/src/neutral/floats.js";
import type { Neutral } from "./node.js";
import type { Codec, EnumUnit, Family, FlagsUnit, SpecIndex, UnitOf } from "./spec.js";

/** 64 bits as decimal text, fewer as a number. */
export function integer(int: string, value: bigint): number | string {
  return int.endsWith("64") ? String(value) : Number(value);
}

export function float(bits: 32 | 64, bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return floatText(bits === 32 ? view.getFloat32(0, littleEndian) : view.getFloat64(0, littleEndian));
}

export function floatOfText(bits: 32 | 64, text: string): string {
  return floatText(bits === 32 ? Math.fround(Number(text)) : Number(text));
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The name, or the number of what has none. */
export function enumName({ members, int }: EnumUnit, value: bigint): string | number {
  return members.find((member) => BigInt(member.value) === value)?.name ?? integer(int.int, value);
}

export function flagNames({ flags }: FlagsUnit, value: bigint): string[] {
  return flags.filter(({ bit }) => (value >> BigInt(bit)) & 1n).map(({ name }) => name);
}

export type BitFieldOf = UnitOf<"bits">["def"]["fields"][number];

/** A bit field's value from its own bits. */
export function bitField(spec: SpecIndex, family: Family, { width, content }: BitFieldOf, value: bigint): Neutral {
  switch (content.kind) {
    case "bool":
      return value !== 0n;
    case "enum":
    case "flags": {
      const unit = spec.unit(content.type, family);
      return unit.kind === "enum" ? enumName(unit, value) : unit.kind === "flags" ? flagNames(unit, value) : null;
    }
    default:
      return width <= 32 ? Number(value) : String(value);
  }
}

/** What an `OmitEmpty` member is when it is left out. */
export function emptyOf(spec: SpecIndex, codec: Codec): Neutral {
  switch (codec.op) {
    case "int":
      return integer(codec.int, 0n);
    case "float":
      return floatText(0);
    case "bool":
      return false;
    case "text":
    case "bytes":
      return "";
    case "brand":
      return emptyOf(spec, codec.codec);
    case "window":
      return emptyOf(spec, codec.content);
    default:
      return [];
  }
}

/** RFC 5952. The browser knows it, but for addresses that hold an IPv4 one. */
export function socketAddress(octets: Uint8Array, port: number): string {
  if (octets.length === 4) return `${octets.join(".")}:${port}`;
  const mapped = octets.subarray(0, 10).every((octet) => octet === 0) && octets[10] === 0xff && octets[11] === 0xff;
  if (mapped) return `[::ffff:${octets.subarray(12).join(".")}]:${port}`;
  const groups = Array.from({ length: 8 }, (_, group) => hex(octets.subarray(group * 2, group * 2 + 2)));
  return `${new URL(`http://[${groups.join(":")}]`).hostname}:${port}`;
}
