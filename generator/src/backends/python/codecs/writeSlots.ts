/** How a value of a fixed width is checked and packed. */
import type { Codec, EnumUnit, FlagsUnit } from "../../../codec/model.js";
import { bytesLiteral } from "../source.js";
import { choiceOf, text, type Context } from "./context.js";
import { floatLiteral } from "./readSlots.js";
import { boundsOf, highest } from "./slots.js";

export interface Packing {
  /** Tests, one of which is true when the value cannot be packed as it is. Empty: it is not part of the value, or always fits. */
  irregular: string[];
  /** What is packed of a regular value. */
  packed: string;
  /** What is packed after the checks one by one, which raise or convert. */
  checked: string;
}

/** For a value in the local `name`; null for what is no part of a value. */
export function packingOf(codec: Codec, name: string | null, context: Context): Packing {
  const { scope, path } = context;
  const check = (member: string, ...rest: string[]): string => `${scope.runtime("_checks", member)}(${[name!, ...rest, text(path)].join(", ")})`;
  switch (codec.op) {
    case "int": {
      const { low, high } = boundsOf(codec);
      // struct itself refuses what the type cannot hold.
      const bounds = [...(codec.min === null ? [] : [`${name!} < ${codec.min}`]), ...(codec.max === null ? [] : [`${name!} > ${codec.max}`])];
      return { irregular: [`type(${name!}) is not int`, ...bounds], packed: name!, checked: check("integer", low, high) };
    }
    case "float": {
      const bounds = [...(codec.min === null ? [] : [`${name!} < ${floatLiteral(codec.min)}`]), ...(codec.max === null ? [] : [`${name!} > ${floatLiteral(codec.max)}`])];
      return { irregular: [`type(${name!}) is not float`, `${scope.std("math")}.isnan(${name!})`, ...bounds], packed: name!, checked: floatCheck(codec, name!, context) };
    }
    case "bool":
      return { irregular: [`type(${name!}) is not bool`], packed: name!, checked: check("boolean") };
    case "fixedBytes":
      return { irregular: [`type(${name!}) is not bytes`, `len(${name!}) != ${codec.size}`], packed: name!, checked: check("fixed_octets", String(codec.size)) };
    case "constInt":
      return constant(codec.value);
    case "constBytes":
      return constant(bytesLiteral(codec.hex));
    case "reserved":
      return constant('b""');
    case "brand":
      return packingOf(codec.codec, name, context);
    case "unit":
      return packChoice(codec, name!, context);
    default:
      throw new Error(`${codec.op} has no fixed width`);
  }
}

const constant = (value: string): Packing => ({ irregular: [], packed: value, checked: value });

/** A float as it is written: converted, rounded, within its bounds; in JSON also finite. */
export function floatCheck({ bits, min, max }: Extract<Codec, { op: "float" }>, name: string, { scope, path }: Context): string {
  const real = `${scope.runtime("_checks", bits === 32 ? "real_32" : "real")}(${name}, ${text(path)})`;
  if (min === null && max === null) return real;
  const [low, high] = [min, max].map((bound) => (bound === null ? "None" : floatLiteral(bound)));
  return `${scope.runtime("_checks", "bounded_real")}(${real}, ${low!}, ${high!}, ${text(path)})`;
}

function packChoice(codec: Extract<Codec, { op: "unit" }>, name: string, context: Context): Packing {
  const { scope, path } = context;
  const unit = choiceOf(scope)(codec)!;
  const type = scope.type(unit.type);
  switch (unit.kind) {
    case "enum":
      return { irregular: [`type(${name}) is not ${type}`], packed: name, checked: enumCheck(unit, name, context) };
    case "flags":
      return { irregular: [`type(${name}) is not ${type}`, ...unknownFlags(unit, name)], packed: name, checked: flagsCheck(unit, name, context) };
    case "bits": {
      const join = scope.helper(unit.type, "join");
      return { irregular: [], packed: `${join}(${name})`, checked: `${scope.runtime("_checks", "part")}(${text(path)}, ${join}, ${name})` };
    }
  }
}

/** The number of an enum's member, checked. */
export function enumCheck(unit: EnumUnit, name: string, { scope, path }: Context): string {
  if (!unit.open) return `${scope.runtime("_checks", "member")}(${name}, ${scope.type(unit.type)}, ${text(path)})`;
  const { low, high } = boundsOf(unit.int);
  return `${scope.runtime("_checks", "integer")}(${name}, ${low}, ${high}, ${text(path)})`;
}

/** The bits of flags, checked. */
export const flagsCheck = (unit: FlagsUnit, name: string, { scope, path }: Context): string =>
  `${scope.runtime("_checks", "flags")}(${name}, ${highest(unit.int.int)}, ${unit.mask}, ${text(path)})`;

/** A comparison where the known bits are the lowest ones; operators of flag sets are slow. */
function unknownFlags({ mask }: FlagsUnit, name: string): string[] {
  const known = BigInt(mask);
  return (known & (known + 1n)) === 0n ? [`not 0 <= ${name} <= ${known}`] : [`int(${name}) & ~${known}`];
}
