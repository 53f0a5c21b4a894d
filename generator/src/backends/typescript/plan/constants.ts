/** Constants of a module that its functions share. */
import type { FlagsUnit } from "../../../codec/model.js";
import { isWide, stringLiteral } from "../literals.js";
import { constantName } from "../names.js";
import type { ModuleContext } from "./context.js";

/** The name of an array with the bytes that `hex` says. */
export function constantBytes(context: ModuleContext, hex: string): string {
  const bytes = (hex.match(/../g) ?? []).map((digits) => String(parseInt(digits, 16)));
  return context.constant(`BYTES_${hex.slice(0, 16).toUpperCase()}`, "readonly number[]", bytes, true);
}

/** The name of a table with the flags' names in JSON and their bits. */
export function flagTable(context: ModuleContext, unit: FlagsUnit): string {
  const wide = isWide(unit.int.int);
  const rows = unit.flags.map(({ jsonName, bit }) => `[${stringLiteral(jsonName)}, ${wide ? `0x${(1n << BigInt(bit)).toString(16)}n` : 2 ** bit}]`);
  return context.constant(constantName(context.type(unit.type).name, "flags"), `readonly ${context.scope.runtimeType("json", wide ? "WideFlag" : "Flag")}[]`, rows);
}
