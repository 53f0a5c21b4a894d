/** Functions for enums, flags and bit fields. */
import type { BitsUnit, EnumUnit, FlagsUnit } from "../../../codec/model.js";
import type { BitField } from "../../../ir/model.js";
import { intType } from "../native.js";
import type { Context } from "./context.js";
import { RETURN_NIL, Scope, lines, type Check, type Declaration, type Node, type Place } from "./node.js";
import { bitsType, convert, fixedMethod, intBounds, signed } from "./numbers.js";

type NumberUnit = EnumUnit | FlagsUnit | BitsUnit;

const maskLiteral = (unit: FlagsUnit): string => `0x${BigInt(unit.mask).toString(16)}`;

/** What an encoder checks of an enum or of flags. */
export function memberChecks(unit: EnumUnit | FlagsUnit, ctx: Context, { value, wrap }: Place): Check[] {
  if (unit.kind === "flags") return [{ condition: `${value}&^${maskLiteral(unit)} != 0`, failure: `codec.RefuseFlag(${value})${wrap}` }];
  if (unit.open) return [];
  return [{ condition: `!known${ctx.names.type(unit.type)}(${value})`, failure: `codec.RefuseVariant(${value})${wrap}` }];
}

/** The same in all encodings: which numbers are allowed. */
export function numberDeclarations(unit: NumberUnit, ctx: Context): Declaration[] {
  switch (unit.kind) {
    case "enum":
      return enumDeclarations(unit, ctx);
    case "flags":
      return [checkFunction(unit, ctx, `x&^${maskLiteral(unit)} != 0`, "UnknownFlag")];
    case "bits":
      return [unpackFunction(unit, ctx), packFunction(unit, ctx)];
  }
}

/** Reads the integer of one encoding, then checks it. */
export function decodeNumber(unit: NumberUnit, ctx: Context): Declaration {
  const name = ctx.names.type(unit.type);
  return {
    template: "function",
    name: ctx.function("decode", unit.type, unit.family),
    doc: [],
    head: `(r *codec.Reader, v *${name}) *codec.DecodeError`,
    body: decodeNumberBody(unit, name, ctx),
  };
}

function decodeNumberBody(unit: NumberUnit, name: string, ctx: Context): Node[] {
  const { int } = unit;
  const { min, max } = intBounds(int);
  const varint = int.form === "varint";
  const call = varint ? `r.${signed(int.int) ? "Varint" : "Uvarint"}(${min}, ${max})` : `r.${fixedMethod(int.int, int.form)}()`;
  const raw = varint ? (signed(int.int) ? "int64" : "uint64") : bitsType(int.int);
  const read: Node = { template: "read", name: "x", call, wrap: "", checks: [], stores: [] };
  if (unit.kind === "enum" && unit.open) return [read, lines(`*v = ${name}(x)`), RETURN_NIL];
  const at = varint ? "at" : `r.Pos()-${ctx.runSize(int)}`;
  const number = convert("x", raw, intType(int.int));
  const start = varint ? [lines("at := r.Pos()")] : [];
  if (unit.kind === "bits") return [...start, read, lines(`return unpack${name}(${number}, ${at}, v)`)];
  return [...start, read, lines(`*v, err = check${name}(${number}, ${at})`, "return err")];
}

function enumDeclarations(unit: EnumUnit, ctx: Context): Declaration[] {
  if (unit.open) return [knownFunction(unit, ctx)];
  return [knownFunction(unit, ctx), checkFunction(unit, ctx, `!known${ctx.names.type(unit.type)}(${ctx.names.type(unit.type)}(x))`, "UnknownVariant")];
}

function knownFunction(unit: EnumUnit, ctx: Context): Declaration {
  const name = ctx.names.type(unit.type);
  const values = unit.members.map(({ value }) => value).sort((a, b) => a - b);
  const dense = values.every((value, i) => value === values[0]! + i);
  const lower = values[0] === 0 && !signed(unit.int.int) ? "" : `x >= ${values[0]} && `;
  const members = unit.members.map((member) => ctx.names.constant(unit.type, member.name)).join(", ");
  const body: Node[] = dense
    ? [lines(`return ${lower}x <= ${values.at(-1)}`)]
    : [{ template: "switch", subject: "x", cases: [{ label: `case ${members}`, body: [lines("return true")] }] }, lines("return false")];
  return { template: "function", name: `known${name}`, doc: [], head: `(x ${name}) bool`, body };
}

function checkFunction(unit: EnumUnit | FlagsUnit, ctx: Context, condition: string, error: string): Declaration {
  const name = ctx.names.type(unit.type);
  return {
    template: "function",
    name: `check${name}`,
    doc: [],
    head: `(x ${intType(unit.int.int)}, at int) (${name}, *codec.DecodeError)`,
    body: [{ template: "if", condition, body: [lines(`return 0, codec.${error}(at, x)`)], otherwise: [] }, lines(`return ${name}(x), nil`)],
  };
}

/** Each bit field with its position, from the low bit up. */
export function positioned(unit: BitsUnit): { field: BitField; shift: number; mask: string }[] {
  let shift = 0;
  return unit.def.fields.map((field) => {
    const at = shift;
    shift += field.width;
    return { field, shift: at, mask: `0x${((1n << BigInt(field.width)) - 1n).toString(16)}` };
  });
}

/** The smallest type that holds a plain number of so many bits. */
export const uintFor = (width: number): string => `uint${[8, 16, 32, 64].find((bits) => bits >= width)!}`;

function unpackFunction(unit: BitsUnit, ctx: Context): Declaration {
  const name = ctx.names.type(unit.type);
  const scope = new Scope();
  const body = positioned(unit).flatMap(({ field, shift, mask }) => unpackField(unit, field, shift === 0 ? `n&${mask}` : `n>>${shift}&${mask}`, scope, ctx));
  return {
    template: "function",
    name: `unpack${name}`,
    doc: [],
    head: `(n ${intType(unit.int.int)}, at int, v *${name}) *codec.DecodeError`,
    body: [...body, RETURN_NIL],
  };
}

function unpackField(unit: BitsUnit, field: BitField, bits: string, scope: Scope, ctx: Context): Node[] {
  const { content } = field;
  const wrap = `.In(${JSON.stringify(field.name)})`;
  const fault = (condition: string, failure: string): Node => ({ template: "if", condition, body: [lines(`return ${failure}`)], otherwise: [] });
  switch (content.kind) {
    case "reserved":
      return [fault(`${bits} != 0`, `codec.ReservedBits(at, n)`)];
    case "const":
      return [fault(`${bits} != ${content.value}`, `codec.BadConstant(at, ${bits}, ${content.value})${wrap}`)];
    default:
  }
  const target = `v.${ctx.names.field(unit.type, field.name)}`;
  switch (content.kind) {
    case "uint":
      return [lines(`${target} = ${uintFor(field.width)}(${spaced(bits)})`)];
    case "bool":
      return [lines(`${target} = ${bits} != 0`)];
    default: {
      const type = ctx.names.type(content.type);
      const part = ctx.unit(content.type, unit.family) as EnumUnit | FlagsUnit;
      if (part.kind === "enum" && part.open) return [lines(`${target} = ${type}(${spaced(bits)})`)];
      const name = scope.fresh(field.name);
      return [{ template: "read", name, call: `check${type}(${intType(part.int.int)}(${bits}), at)`, wrap, checks: [], stores: [{ target, value: name }] }];
    }
  }
}

/** As gofmt spaces an expression that is the only argument of a conversion. */
const spaced = (bits: string): string => bits.replace(/(>>|&)/g, " $1 ");

function packFunction(unit: BitsUnit, ctx: Context): Declaration {
  const name = ctx.names.type(unit.type);
  const int = intType(unit.int.int);
  const body = positioned(unit).flatMap(({ field, shift, mask }) => packField(unit, field, shift, mask, int, ctx));
  return {
    template: "function",
    name: `pack${name}`,
    doc: [],
    head: `(v *${name}) (n ${int}, err *codec.EncodeError)`,
    body: [...body, lines("return n, nil")],
  };
}

function packField(unit: BitsUnit, field: BitField, shift: number, mask: string, int: string, ctx: Context): Node[] {
  const { content } = field;
  if (content.kind === "reserved") return [];
  const move = (value: string): Node => lines(shift === 0 ? `n |= ${value}` : `n |= ${value} << ${shift}`);
  if (content.kind === "const") return [move(String(content.value))];
  const value = `v.${ctx.names.field(unit.type, field.name)}`;
  if (content.kind === "bool") return [{ template: "if", condition: value, body: [move("1")], otherwise: [] }];
  return [...bitFieldChecks(unit, field, mask, ctx).map((check) => refuse(check)), move(`${int}(${value})`)];
}

/** What an encoder checks of a bit field: that it has a meaning, and that it fits. */
export function bitFieldChecks(unit: BitsUnit, field: BitField, mask: string, ctx: Context): Check[] {
  const { content } = field;
  const place: Place = { value: `v.${ctx.names.field(unit.type, field.name)}`, wrap: `.In(${JSON.stringify(field.name)})`, hint: field.name };
  const part = "type" in content ? (ctx.unit(content.type, unit.family) as EnumUnit | FlagsUnit) : undefined;
  const holds = part ? Number(part.int.int.slice(1)) : Number(uintFor(field.width).slice(4));
  const members = part ? memberChecks(part, ctx, place) : [];
  if (holds <= field.width) return members;
  return [...members, { condition: `${place.value} > ${mask}`, failure: `codec.RefuseRange(${place.value}, 0, ${uintFor(64)}(${mask}))${place.wrap}` }];
}

const refuse = ({ condition, failure }: Check): Node => ({ template: "if", condition, body: [lines(`return 0, ${failure}`)], otherwise: [] });
