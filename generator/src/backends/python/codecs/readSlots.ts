/** What happens to a value of a fixed width after `struct` has taken it from the bytes. */
import type { BitsUnit, Codec, EnumUnit, FlagsUnit } from "../../../codec/model.js";
import { block, bytesLiteral, call, type Line } from "../source.js";
import { choiceOf, plus, slice, text, within, type Context } from "./context.js";
import { boundsOf, width } from "./slots.js";

export interface Finish {
  /** Nothing is checked or converted: the raw value is the value. */
  direct: boolean;
  /** Something may be refused, so where the value began must be known. */
  checks: boolean;
  /** Checks the local `raw`, which was read at `at`, and puts the value into `target`; null for what is not part of a value. */
  lines(raw: string, at: string, target: string | null): Line[];
}

const DIRECT: Finish = { direct: true, checks: false, lines: (raw, _, target) => assign(target, raw) };

const assign = (target: string | null, value: string): Line[] => (target === null || target === value ? [] : [`${target} = ${value}`]);
const checked = (check: (raw: string, at: string) => Line[], result = (raw: string): string => raw): Finish => ({
  direct: false,
  checks: true,
  lines: (raw, at, target) => [...check(raw, at), ...assign(target, result(raw))],
});

export function finishOf(codec: Codec, context: Context): Finish {
  const { scope, path } = context;
  const refusal = (name: string, at: string, ...rest: string[]): Line => call(`raise ${scope.runtime("_refuse", name)}`, [at, text(path), ...rest]);
  switch (codec.op) {
    case "int": {
      if (codec.min === null && codec.max === null) return DIRECT;
      const { low, high } = boundsOf(codec);
      return checked((raw, at) => [block(boundsCheck(raw, codec.min, codec.max), [refusal("out_of_range", at, low, high, raw)])]);
    }
    case "float":
      return checked((raw, at) => floatChecks(codec, raw, at, context));
    case "bool":
      return checked((raw, at) => [block(`if ${raw} > 1:`, [refusal("bad_bool", at, raw)])], (raw) => `${raw} == 1`);
    case "constInt":
      return checked((raw, at) => [block(`if ${raw} != ${codec.value}:`, [refusal("bad_constant", at, text(codec.value))])]);
    case "constBytes":
      return checked((raw, at) => [block(`if ${raw} != ${bytesLiteral(codec.hex)}:`, [refusal("bad_constant", at, text(codec.hex))])]);
    case "reserved":
      return checked((raw, at) => [block(`if ${raw}.strip(b"\\0"):`, [refusal("bad_reserved", at)])]);
    case "brand":
      return finishOf(codec.codec, context);
    case "unit":
      return finishChoice(choiceOf(scope)(codec)!, context);
    default:
      return DIRECT;
  }
}

const boundsCheck = (raw: string, min: string | null, max: string | null): string =>
  min !== null && max !== null ? `if not ${min} <= ${raw} <= ${max}:` : min !== null ? `if ${raw} < ${min}:` : `if ${raw} > ${max}:`;

function floatChecks({ bits, form, min, max }: Extract<Codec, { op: "float" }>, raw: string, at: string, { scope, path }: Context): Line[] {
  const nan = scope.runtime("_reading", `NAN_${bits}${form === "be" ? "_BE" : ""}`);
  const refusal = (name: string, ...rest: string[]): Line => call(`raise ${scope.runtime("_refuse", name)}`, [at, text(path), ...rest]);
  const lines: Line[] = [block(`if ${scope.std("math")}.isnan(${raw}) and ${slice("data", at, plusBytes(at, bits / 8))} != ${nan}:`, [refusal("bad_nan")])];
  if (min === null && max === null) return lines;
  const bounds = [...(min === null ? [] : [floatLiteral(min)]), raw, ...(max === null ? [] : [floatLiteral(max)])];
  lines.push(block(`if not ${bounds.join(" <= ")}:`, [refusal("out_of_range", min === null ? "None" : floatLiteral(min), max === null ? "None" : floatLiteral(max), raw)]));
  return lines;
}

/** `at + 4` and 8 more are `at + 12`. */
function plusBytes(at: string, count: number): string {
  const [base, offset] = at.split(" + ");
  return plus(base!, Number(offset ?? 0) + count);
}

export const floatLiteral = (value: number): string => (Number.isInteger(value) && Math.abs(value) < 1e16 ? `${Object.is(value, -0) ? "-0" : value}.0` : String(value));

function finishChoice(unit: EnumUnit | FlagsUnit | BitsUnit, context: Context): Finish {
  const { scope, path } = context;
  const refusal = (name: string, at: string, ...rest: string[]): Line => call(`raise ${scope.runtime("_refuse", name)}`, [at, text(path), ...rest]);
  if (unit.kind === "enum") {
    const table = scope.table(unit.type, "NUMBERS");
    if (unit.open) return { ...checked(() => [], (raw) => `${table}.get(${raw}, ${raw})`), checks: false };
    return checked((raw, at) => [block(`if ${raw} not in ${table}:`, [refusal("unknown_variant", at, raw)])], (raw) => `${table}[${raw}]`);
  }
  if (unit.kind === "flags") {
    const set = scope.helper(unit.type, "flag_set");
    const test = (raw: string, at: string): Line[] => unknownBits(unit, raw).map((bad) => block(`if ${bad.test}:`, [refusal("unknown_flag", at, bad.bits)]));
    return { ...checked(test, (raw) => `${set}(${raw})`), checks: unknownBits(unit, "").length > 0 };
  }
  const split = scope.helper(unit.type, "split");
  return { direct: false, checks: true, lines: (raw, at, target) => within([`${target ?? "_"} = ${split}(${raw}, ${at})`], context) };
}

/** A test for bits without a name, and the expression of those bits; empty if all have one. */
function unknownBits({ int, mask }: FlagsUnit, raw: string): { test: string; bits: string }[] {
  const all = (1n << BigInt(width(int.int) * 8)) - 1n;
  const known = BigInt(mask);
  const unknown = all & ~known;
  if (unknown === 0n) return [];
  const bits = `${raw} & 0x${unknown.toString(16).toUpperCase()}`;
  return [{ test: (known & (known + 1n)) === 0n ? `${raw} > ${known}` : bits, bits }];
}
