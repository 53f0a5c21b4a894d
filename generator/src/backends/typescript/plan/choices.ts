/** Enums, flags and bits between their integer and their value. */
import type { BitsUnit, EnumUnit, FlagsUnit } from "../../../codec/model.js";
import type { BitField, IntName } from "../../../ir/model.js";
import type { Code, Statement } from "../code.js";
import { assign, call, declare, expression, fail, give, mentions, when } from "../code.js";
import { access, integerLiteral, isWide, objectKey, stringLiteral } from "../literals.js";
import { intType } from "../native.js";
import type { Locals, ModuleContext } from "./context.js";
import { intBytes, wide } from "./integers.js";

/** `toFruit(start, number)`: a decoder's way. An open enum keeps a number without a name. */
export function planEnumTo(context: ModuleContext, unit: EnumUnit): void {
  const { int } = unit.int;
  context.functions.push({
    exported: true,
    name: context.scope.function(unit.type, "to"),
    parameters: [`${unit.open ? "_start" : "start"}: number`, `number: ${intType(int)}`],
    result: context.scope.type(unit.type),
    body: [
      {
        subject: "number",
        cases: unit.members.map(({ name, value }) => ({ label: integerLiteral(int, value), body: [give(stringLiteral(name))] })),
        otherwise: [unit.open ? give("number") : fail(call(context.binary("unknownVariant"), "start", "number"))],
      },
    ],
  });
}

/** `fromFruit(value)`: an encoder's way. */
export function planEnumFrom(context: ModuleContext, unit: EnumUnit): void {
  const integer = intType(unit.int.int);
  const type = context.scope.type(unit.type);
  context.functions.push({
    exported: true,
    name: context.scope.function(unit.type, "from"),
    parameters: [`value: ${type}`],
    result: integer,
    body: [
      ...(unit.open ? [when(`typeof value === "${integer}"`, give("value"))] : []),
      declare("number: unknown", `${type}[value]`),
      when(`typeof number !== "${integer}"`, fail(call(context.codec("unknownVariant"), "value"))),
      give("number"),
    ],
  });
}

/** A check of flags that a decoder has read at `start`. */
export function readFlags(context: ModuleContext, unit: FlagsUnit, start: string, number: Code): Code {
  const unknown = unknownBits(unit.int.int, unit.mask);
  return unknown === undefined ? number : call(context.binary(wide("flags", unit.int.int)), start, number, unknown);
}

/** A check of flags that an encoder is given. */
export function writtenFlags(context: ModuleContext, unit: FlagsUnit, value: string): Code {
  return call(context.codec(wide("checkFlags", unit.int.int)), value, unknownBits(unit.int.int, unit.mask) ?? (isWide(unit.int.int) ? "0n" : "0"));
}

/** The bits of the integer that have no name; undefined if all have one. */
function unknownBits(int: IntName, mask: string): string | undefined {
  const all = (1n << BigInt(8 * intBytes(int))) - 1n;
  const unknown = all & ~BigInt(mask);
  return unknown === 0n ? undefined : isWide(int) ? `0x${unknown.toString(16)}n` : `0x${unknown.toString(16)}`;
}

/** `toEntry(start, number)` and `fromEntry(value)`. */
export function planBits(context: ModuleContext, unit: BitsUnit): void {
  const fields = placed(unit);
  const integer = intType(unit.int.int);
  const type = context.scope.type(unit.type);
  const add = (verb: "to" | "from", parameters: [name: string, type: string][], result: string, parts: Placed[], body: Statement[]): void => {
    const first = { prefix: "let at = ", code: stringLiteral(parts[0]?.name ?? "") };
    const typed = parameters.map(([name, own]) => `${mentions(body, name) ? "" : "_"}${name}: ${own}`);
    context.functions.push({ exported: true, name: context.scope.function(unit.type, verb), parameters: typed, result, body: [first, context.guard("at", ...body)] });
  };

  const valued = fields.filter(isValue);
  const locals = context.locals(valued);
  const result = { prefix: "return ", entries: valued.map(({ name }) => ({ key: objectKey(name), code: locals.get(name)! })) };
  add("to", [["start", "number"], ["number", integer]], type, fields, [...stepped(fields, (field) => readPart(context, unit, field, locals)), result]);

  const given = fields.filter(({ content }) => content.kind !== "reserved");
  const start = { prefix: "let number = ", code: isWide(unit.int.int) ? "0n" : "0" };
  add("from", [["value", type]], integer, given, [start, ...stepped(given, (field) => writePart(context, unit, field)), give("number")]);
}

/** The statements of each, behind a note in `at` of which one it is; `at` begins with the first. */
function stepped(fields: Placed[], statement: (field: Placed) => Statement): Statement[] {
  return fields.flatMap((field, index) => [...(index > 0 ? [assign("at", stringLiteral(field.name))] : []), statement(field)]);
}

type Placed = BitField & { shift: number };

function placed(unit: BitsUnit): Placed[] {
  let shift = 0;
  return unit.def.fields.map((field) => {
    const own = { ...field, shift };
    shift += field.width;
    return own;
  });
}

const isValue = ({ content }: BitField): boolean => content.kind !== "reserved" && content.kind !== "const";

function readPart(context: ModuleContext, unit: BitsUnit, field: Placed, locals: Locals): Statement {
  const { content } = field;
  const part = extracted(unit, field);
  const local = locals.get(field.name) ?? "";
  switch (content.kind) {
    case "uint":
      return declare(local, part);
    case "bool":
      return declare(local, call("Boolean", part));
    case "enum":
      return declare(local, call(context.scope.function(content.type, "to"), "start", part));
    case "flags":
      return declare(local, readPartFlags(context, unit, field, content.type, part));
    case "const":
      return expression(call(context.binary("constant"), "start", part, String(content.value)));
    case "reserved":
      return expression(call(context.binary("reservedBits"), "start", part));
  }
}

function readPartFlags(context: ModuleContext, unit: BitsUnit, { width }: Placed, type: string, part: Code): Code {
  const flags = context.unit(type, unit.family) as FlagsUnit;
  const unknown = partMask(width) & ~BigInt(flags.mask);
  return unknown === 0n ? part : call(context.binary("flags"), "start", part, `0x${unknown.toString(16)}`);
}

const partMask = (width: number): bigint => (1n << BigInt(width)) - 1n;

/** The field's bits as a number, or as a bigint if there are more than 32. */
function extracted(unit: BitsUnit, { shift, width }: Placed): string {
  const mask = `0x${partMask(width).toString(16)}`;
  if (!isWide(unit.int.int)) {
    const shifted = shift === 0 ? "number" : `(number >>> ${shift})`;
    // A mask of 32 bits would make the number negative.
    return width === 32 ? "number" : `${shifted} & ${mask}`;
  }
  const part = shift === 0 ? `number & ${mask}n` : `(number >> ${shift}n) & ${mask}n`;
  return width > 32 ? part : `Number(${part})`;
}

/** Adding keeps clear of the sign that shifting into the highest bit would give. */
function writePart(context: ModuleContext, unit: BitsUnit, field: Placed): Statement {
  const code = writtenPart(context, unit, field);
  const { shift } = field;
  if (!isWide(unit.int.int)) return { prefix: "number += ", code, suffix: shift === 0 ? "" : ` * ${2 ** shift}` };
  const part = field.width > 32 && field.content.kind === "uint" ? code : call("BigInt", code);
  return { prefix: "number += ", code: part, suffix: shift === 0 ? "" : ` << ${shift}n` };
}

function writtenPart(context: ModuleContext, unit: BitsUnit, { name, width, content }: Placed): Code {
  const value = access("value", name);
  const greatest = partMask(width).toString();
  switch (content.kind) {
    case "uint":
      return width > 32 ? call(context.codec("checkBigInt"), value, "0n", `${greatest}n`) : call(context.codec("checkInt"), value, "0", greatest);
    case "bool":
      return call("Number", call(context.codec("checkBool"), value));
    case "enum":
      return call(context.codec("checkInt"), call(context.scope.function(content.type, "from"), value), "0", greatest);
    case "flags":
      return call(context.codec("checkFlags"), value, `0x${(partMask(width) & ~BigInt((context.unit(content.type, unit.family) as FlagsUnit).mask)).toString(16)}`);
    case "const":
      return String(content.value);
    case "reserved":
      return "0";
  }
}
