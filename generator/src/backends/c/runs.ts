/**
 * Fields of a fixed width that follow each other: their bytes are made sure of once, and then read and written where they stand. Decoding falls back
 * to looking field by field only when the input is too short for all.
 */
import type { BitsUnit, Codec, EnumUnit, FieldCodec, FlagsUnit, IntCodec } from "../../codec/model.js";
import { arrayAt, withoutBrand, type Context, type Place } from "./context.js";
import { brandPlace, floatBounds, intForm } from "./binary.js";
import { byteString, cInt, floatLiteral, intBits, intLiteral, stringLiteral } from "./literals.js";

export interface RunField {
  field: string;
  offset: number;
  size: number;
  /** Behind its last byte. */
  end: number;
  lines: string[];
}

type Fixed = Exclude<Codec, { op: "brand" }>;

/** The width of a field that a run may hold; undefined for others. */
export function runWidth(context: Context, codec: Codec): number | undefined {
  const plain = withoutBrand(codec);
  switch (plain.op) {
    case "int":
      return intWidth(plain);
    case "float":
      return plain.bits / 8;
    case "bool":
      return 1;
    case "fixedBytes":
    case "constBytes":
    case "reserved":
      return plain.size;
    case "constInt":
      return intWidth(plain.int);
    case "unit": {
      const unit = context.unit(plain.type, plain.family);
      return unit.kind === "enum" || unit.kind === "flags" || unit.kind === "bits" ? intWidth(unit.int) : undefined;
    }
    default:
      return undefined;
  }
}

const intWidth = (codec: IntCodec): number | undefined => (codec.form === "le" || codec.form === "be" ? intBits(codec.int) / 8 : undefined);

/** The start of a run and how many fields it has, at `from`; one field alone is better read by itself. */
export function runLength(context: Context, fields: FieldCodec[], from: number): number {
  let to = from;
  while (to < fields.length && (fields[to]!.presence === "always" || fields[to]!.presence === "hidden") && runWidth(context, fields[to]!.codec) !== undefined) to++;
  return to - from >= 2 ? to - from : 0;
}

const place = (codec: Codec, at: Place): Place => (codec.op === "brand" ? brandPlace(codec, at) : at);

/** What is wrong with a value whose bytes are there; `at` in the generated code is where the run starts. */
const refuseRead = (kind: string, offset: number, field: string, detail: string): string => `return mw_refuse_field(r, ${kind}, at + ${offset}, "${field}", ${stringLiteral(detail)});`;
const refuseWrite = (kind: string, field: string, detail: string): string => `return mw_refuse_value_field(w, ${kind}, "${field}", ${stringLiteral(detail)});`;

export function readField(context: Context, codec: Codec, at: Place, field: string, offset: number): string[] {
  const plain: Fixed = withoutBrand(codec);
  const from = `at + ${offset}`;
  const refuse = (test: string, kind: string, detail: string): string => `if (${test}) ${refuseRead(kind, offset, field, detail)}`;
  const outOfRange = (test: string): string => refuse(test, "MW_CODEC_OUT_OF_RANGE", "is outside the bounds of its type");
  switch (plain.op) {
    case "int":
      return [`${at.code} = mw_load_${intForm(plain)}(${from});`, ...outside(at.code, plain).map(outOfRange)];
    case "float": {
      const bits = `mw_load_u${plain.bits}${plain.form}(${from})`;
      const test = floatOutside(at.code, plain);
      return [refuse(`mw_f${plain.bits}_is_stray(${bits})`, "MW_CODEC_NON_CANONICAL", "is another NaN than the canonical one"), `${at.code} = mw_f${plain.bits}_of_bits(${bits});`, ...(test === null ? [] : [outOfRange(test)])];
    }
    case "bool":
      return [refuse(`at[${offset}] > 1`, "MW_CODEC_NON_CANONICAL", "must be 0 or 1"), `${at.code} = at[${offset}] != 0;`];
    case "fixedBytes":
      return [`memcpy(${arrayAt(place(codec, at), "bytes")}, ${from}, ${plain.size});`];
    case "constInt":
      return [refuse(`mw_load_${intForm(plain.int)}(${from}) != ${intLiteral(plain.int.int, plain.value)}`, "MW_CODEC_BAD_CONSTANT", `must be ${plain.value}`)];
    case "constBytes":
      return [refuse(`memcmp(${from}, ${byteString(Buffer.from(plain.hex, "hex"))}, ${plain.size}) != 0`, "MW_CODEC_BAD_CONSTANT", `must be ${plain.hex}`)];
    case "reserved":
      return [refuse(`!mw_all_zero(${from}, ${plain.size})`, "MW_CODEC_NON_CANONICAL", "is reserved and must be zero")];
    case "unit":
      return readChoice(context, context.unit(plain.type, plain.family) as EnumUnit | FlagsUnit | BitsUnit, at, field, offset, refuse);
    default:
      throw new Error(`${plain.op} has no fixed width`);
  }
}

function readChoice(context: Context, unit: EnumUnit | FlagsUnit | BitsUnit, at: Place, field: string, offset: number, refuse: (test: string, kind: string, detail: string) => string): string[] {
  const load = `mw_load_${intForm(unit.int)}(at + ${offset})`;
  if (unit.kind === "bits") return [`if (!${context.names.type(unit.type)}_unpack(r, at + ${offset}, ${load}, &${at.code})) return mw_in_field(&r->failure, "${field}");`];
  const test = choiceTest(context, unit, at.code);
  const kind = unit.kind === "enum" ? "MW_CODEC_UNKNOWN_VARIANT" : "MW_CODEC_UNKNOWN_FLAG";
  return [`${at.code} = ${load};`, ...(test === null ? [] : [refuse(test, kind, unit.kind === "enum" ? "is a number without a name" : "has a bit without a name")])];
}

export function writeField(context: Context, codec: Codec, at: Place, field: string, offset: number): string[] {
  const plain: Fixed = withoutBrand(codec);
  const to = `at + ${offset}`;
  const refuse = (test: string, kind: string, detail: string): string => `if (${test}) ${refuseWrite(kind, field, detail)}`;
  const outOfRange = (test: string): string => refuse(test, "MW_CODEC_OUT_OF_RANGE", "is outside the bounds of its type");
  switch (plain.op) {
    case "int":
      return [...outside(at.code, plain).map(outOfRange), `mw_store_${intForm(plain)}(${to}, ${at.code});`];
    case "float": {
      const test = floatOutside(at.code, plain);
      return [...(test === null ? [] : [outOfRange(test)]), `mw_store_u${plain.bits}${plain.form}(${to}, mw_f${plain.bits}_bits(${at.code}));`];
    }
    case "bool":
      return [`at[${offset}] = ${at.code} ? 1 : 0;`];
    case "fixedBytes":
      return [`memcpy(${to}, ${arrayAt(place(codec, at), "bytes")}, ${plain.size});`];
    case "constInt":
      return [`mw_store_${intForm(plain.int)}(${to}, ${intLiteral(plain.int.int, plain.value)});`];
    case "constBytes":
      return [`memcpy(${to}, ${byteString(Buffer.from(plain.hex, "hex"))}, ${plain.size});`];
    case "reserved":
      return [`memset(${to}, 0, ${plain.size});`];
    case "unit":
      return writeChoice(context, context.unit(plain.type, plain.family) as EnumUnit | FlagsUnit | BitsUnit, at, field, offset, refuse);
    default:
      throw new Error(`${plain.op} has no fixed width`);
  }
}

function writeChoice(context: Context, unit: EnumUnit | FlagsUnit | BitsUnit, at: Place, field: string, offset: number, refuse: (test: string, kind: string, detail: string) => string): string[] {
  const store = (value: string): string => `mw_store_${intForm(unit.int)}(at + ${offset}, ${value});`;
  if (unit.kind === "bits") {
    const raw = `${field.replace(/\W/g, "_")}_bits`;
    return [`${cInt(unit.int.int)} ${raw};`, `if (!${context.names.type(unit.type)}_pack(w, &${at.code}, &${raw})) return mw_in_field(&w->failure, "${field}");`, store(raw)];
  }
  const test = choiceTest(context, unit, at.code);
  const kind = unit.kind === "enum" ? "MW_CODEC_UNKNOWN_VARIANT" : "MW_CODEC_UNKNOWN_FLAG";
  return [...(test === null ? [] : [refuse(test, kind, unit.kind === "enum" ? "is a number without a name" : "has a bit without a name")]), store(at.code)];
}

/** True for a number without a name, or a bit without one; null if there are none such. */
export function choiceTest(context: Context, unit: EnumUnit | FlagsUnit, code: string): string | null {
  if (unit.kind === "enum") return unit.open ? null : `!${context.names.type(unit.type)}_is_known(${code})`;
  const mask = BigInt(unit.mask);
  if (mask === (1n << BigInt(intBits(unit.int.int))) - 1n) return null;
  return `(${code} & ~${cMask(unit.int, mask)}) != 0`;
}

/** A mask as wide as the flags, so that its complement is as well. */
const cMask = ({ int }: IntCodec, mask: bigint): string => `UINT${Math.max(32, intBits(int))}_C(0x${mask.toString(16)})`;

function outside(code: string, codec: IntCodec): string[] {
  const tests = [...(codec.min === null ? [] : [`${code} < ${intLiteral(codec.int, codec.min)}`]), ...(codec.max === null ? [] : [`${code} > ${intLiteral(codec.int, codec.max)}`])];
  return tests.length === 0 ? [] : [tests.join(" || ")];
}

/** A NaN is outside all bounds, so the test has to be turned round. */
function floatOutside(code: string, codec: Extract<Codec, { op: "float" }>): string | null {
  if (floatBounds(codec) === null) return null;
  const tests = [...(codec.min === null ? [] : [`${code} >= ${floatLiteral(codec.bits, codec.min)}`]), ...(codec.max === null ? [] : [`${code} <= ${floatLiteral(codec.bits, codec.max)}`])];
  return `!(${tests.join(" && ")})`;
}
