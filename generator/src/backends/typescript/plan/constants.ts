/** Constants of a module: those that the spec fixes, for all, and those that its functions share. */
import type { FlagsUnit } from "../../../codec/model.js";
import { constantsOf, spelled, type FixedValue } from "../../../ir/constants.js";
import type { TypeDef } from "../../../ir/model.js";
import { numberLines, WIDTH } from "../code.js";
import { docComment } from "../docs.js";
import { integerLiteral, isWide, stringLiteral } from "../literals.js";
import { constantName, type Names } from "../names.js";
import type { ModuleContext } from "./context.js";

/** Public constants: what fields that always hold the same hold. */
export function planFixed(names: Names, def: TypeDef): { doc: string[]; lines: string[] }[] {
  return constantsOf(def).map(({ name, doc, value }) => ({ doc: docComment(doc), lines: fixedLines(`export const ${names.constant(def.id, name)}`, value) }));
}

function fixedLines(head: string, value: FixedValue): string[] {
  if (value.of === "int") return [`${head} = ${integerLiteral(value.int, spelled(value.value))};`];
  if (value.of === "bytes") return listLines(`${head}: readonly number[] = [`, byteNumbers(value.hex));
  const line = `${head} = ${stringLiteral(value.value)};`;
  return line.length <= WIDTH ? [line] : [`${head} =`, `  ${stringLiteral(value.value)};`];
}

function listLines(head: string, numbers: string[]): string[] {
  const line = `${head}${numbers.join(", ")}];`;
  return line.length <= WIDTH ? [line] : [head, ...numberLines(numbers, "  "), "];"];
}

const byteNumbers = (hex: string): string[] => (hex.match(/../g) ?? []).map((digits) => String(parseInt(digits, 16)));

/** The name of an array with the bytes that `hex` says. */
export function constantBytes(context: ModuleContext, hex: string): string {
  return context.constant(`BYTES_${hex.slice(0, 16).toUpperCase()}`, "readonly number[]", byteNumbers(hex), true);
}

/** The name of a table with the flags' names in JSON and their bits. */
export function flagTable(context: ModuleContext, unit: FlagsUnit): string {
  const wide = isWide(unit.int.int);
  const rows = unit.flags.map(({ jsonName, bit }) => `[${stringLiteral(jsonName)}, ${wide ? `0x${(1n << BigInt(bit)).toString(16)}n` : 2 ** bit}]`);
  return context.constant(constantName(context.type(unit.type).name, "flags"), `readonly ${context.scope.runtimeType("json", wide ? "WideFlag" : "Flag")}[]`, rows);
}
