/** Fields that share one integer. */
import type { BitsUnit } from "../../../codec/model.js";
import type { BitField, BitsDef, EnumDef, FlagsDef } from "../../../ir/model.js";
import { literal, signature, statement } from "../layout.js";
import { scalar, type Context } from "../plan/context.js";
import { stringLiteral } from "../words.js";
import { loop, namedBits } from "./json-read.js";
import { keyLine } from "./json-write.js";
import { initialiser, local } from "./locals.js";

const widthOf = (int: string): number => Number(int.slice(1));

/** The smallest unsigned integer that holds so many bits. */
export const uintFor = (width: number): string => `u${[8, 16, 32, 64].find((bits) => width <= bits)}`;

const always = (name: string): { name: string; presence: "always" } => ({ name, presence: "always" });

/** From the integer to the fields, each checked at the integer's offset. */
export function unpackLines(context: Context, def: BitsDef): string[] {
  let shift = 0;
  const lines = def.fields.flatMap((field) => {
    const own = unpackField(context, def, field, shift);
    shift += field.width;
    return own;
  });
  const members = namedBits(def).map(({ name }) => initialiser(context, always(name)));
  const at = lines.some((line) => /\bat\b/.test(line)) ? "at" : "_at";
  return [
    ...signature(4, "pub(crate) fn unpack", [`number: ${def.repr}`, `${at}: usize`], context.decoded("Self")),
    ...lines,
    ...literal(8, "Ok(", "Self", members, ")"),
    "    }",
  ];
}

function unpackField(context: Context, def: BitsDef, field: BitField, shift: number): string[] {
  const { content, name, width } = field;
  const { scope } = context;
  const cut = slice(def, shift, width);
  const bind = `let ${content.kind === "reserved" || content.kind === "const" ? "_" : local(context, always(name))} = `;
  const raw = (int: string): string => (int === def.repr ? strip(cut) : `${cut} as ${int}`);
  switch (content.kind) {
    case "uint":
      return [`        ${bind}${raw(uintFor(width))};`];
    case "bool":
      return [`        ${bind}${cut} == 1;`];
    case "const":
      return statement(8, "", { callee: `${scope.use("check")}::constant`, args: [strip(cut), String(content.value), "at"] }, scope.at(name));
    case "reserved":
      return statement(8, "", { callee: `${scope.use("check")}::zero_bits`, args: [strip(cut), "at"] }, "?");
    case "enum": {
      const type = context.shared.natives.def(content.type) as EnumDef;
      const variable = local(context, always(name));
      const lines = [`        ${bind}${raw(type.repr)};`];
      if (type.open) return [...lines, `        ${bind}${scope.path(type.id)}::from(${variable});`];
      return [...lines, ...statement(8, bind, { callee: `${scope.use("check")}::variant`, args: [`${scope.path(type.id)}::from_number(${variable})`, variable, "at"] }, scope.at(name))];
    }
    case "flags": {
      const type = context.shared.natives.def(content.type) as FlagsDef;
      const variable = local(context, always(name));
      return [
        `        ${bind}${raw(type.repr)};`,
        ...statement(8, bind, { callee: `${scope.use("check")}::flags`, args: [`${scope.path(type.id)}::from_bits(${variable})`, variable, "at"] }, scope.at(name)),
      ];
    }
  }
}

/** The bits of a field, at the low end, in parentheses if it takes an operator to get them. */
function slice(def: BitsDef, shift: number, width: number): string {
  const shifted = shift === 0 ? "number" : `(number >> ${shift})`;
  if (shift + width === widthOf(def.repr)) return shifted;
  return `(${shifted} & ${mask(width)})`;
}

const strip = (text: string): string => (/^\([^()]*\)$|^\(\([^()]*\)[^()]*\)$/.test(text) ? text.slice(1, -1) : text);

const mask = (width: number): string => `0x${((1n << BigInt(width)) - 1n).toString(16)}`;

/** From the fields to the integer. */
export function packLines(context: Context, def: BitsDef): string[] {
  let shift = 0;
  let constant = 0n;
  const lines = def.fields.flatMap((field) => {
    if (field.content.kind === "const") constant |= BigInt(field.content.value) << BigInt(shift);
    const own = packField(context, def, field, shift);
    shift += field.width;
    return own;
  });
  const mutable = lines.length === 0 ? "" : "mut ";
  return [
    ...signature(4, "pub(crate) fn pack", ["self"], `Result<${def.repr}, ${context.scope.use("EncodeError")}>`),
    `        let ${mutable}number = 0x${constant.toString(16)};`,
    ...lines,
    "        Ok(number)",
    "    }",
  ];
}

function packField(context: Context, def: BitsDef, { content, name, width }: BitField, shift: number): string[] {
  const { scope, shared, owner } = context;
  if (content.kind === "const" || content.kind === "reserved") return [];
  const member = `self.${shared.names.member(owner, name)}`;
  const range = (place: string): string[] => statement(8, "", { callee: `${scope.use("write")}::range`, args: [place, "&0", `&${mask(width)}`] }, scope.at(name));
  const add = (value: string): string => `        number |= ${shift === 0 ? strip(value) : `${value} << ${shift}`};`;
  const widened = (value: string, int: string): string => (int === def.repr ? value : `(${value} as ${def.repr})`);
  switch (content.kind) {
    case "uint": {
      const int = uintFor(width);
      return [...(width < widthOf(int) ? range(`&${member}`) : []), add(int === def.repr ? member : `${def.repr}::from(${member})`)];
    }
    case "bool":
      return [add(`${def.repr}::from(${member})`)];
    case "enum": {
      const type = shared.natives.def(content.type) as EnumDef;
      return [...(type.open && width < widthOf(type.repr) ? range(`&${member}.number()`) : []), add(widened(`${member}.number()`, type.repr))];
    }
    case "flags":
      return [add(widened(`${member}.bits()`, (shared.natives.def(content.type) as FlagsDef).repr))];
  }
}

export function readBody(context: Context, unit: BitsUnit): string[] {
  const unpack = context.function("fromNumber", context.owner, "fixed");
  return ["        let at = r.offset();", `        let number = ${context.scope.use("read")}::${scalar(unit.int)}(r)?;`, `        ${unpack}(number, at)`];
}

/** In JSON, an object of the fields that have a value, all of them required. */
export function readJsonBody(context: Context, def: BitsDef): string[] {
  const { scope } = context;
  const json = scope.use("json");
  const fields = namedBits(def);
  const table = context.function("memberTable", context.owner, "json");
  const variables = fields.map(({ name }) => local(context, always(name)));
  const arms = fields.map((field, index) => (indent: number) => [...readField(context, field, indent), `${" ".repeat(indent)}${variables[index]} = Some(value);`]);
  return [
    `        let mut members = ${json}::read::object(j, ${table})?;`,
    ...variables.map((variable) => `        let mut ${variable} = None;`),
    ...loop("members.next(j)?", arms, false),
    ...fields.flatMap(({ name }, index) => statement(8, `let ${variables[index]} = `, { callee: "members.required", args: [variables[index]!, stringLiteral(name)] }, "?")),
    ...literal(8, "Ok(", "Self", fields.map(({ name }) => initialiser(context, always(name))), ")"),
  ];
}

function readField(context: Context, { content, name, width }: BitField, indent: number): string[] {
  const { scope } = context;
  const read = `${scope.use("json")}::read`;
  const bind = "let value = ";
  switch (content.kind) {
    case "uint": {
      const bounded = width < widthOf(uintFor(width));
      return statement(indent, bind, bounded ? { callee: `${read}::limited`, args: ["j", "0", mask(width), `${read}::integer`] } : { callee: `${read}::integer`, args: ["j"] }, scope.at(name));
    }
    case "bool":
      return statement(indent, bind, { callee: `${read}::bool`, args: ["j"] }, scope.at(name));
    case "enum":
    case "flags":
      return statement(indent, bind, { callee: context.function("read", content.type, "json"), args: ["j"] }, scope.at(name));
    default:
      throw new Error(`${content.kind} has no place in JSON`);
  }
}

export function writeJsonBody(context: Context, def: BitsDef): string[] {
  const { scope, shared, owner } = context;
  const write = `${scope.use("json")}::write`;
  const lines = namedBits(def).flatMap(({ content, name, jsonName, width }) => {
    const member = `self.${shared.names.member(owner, name)}`;
    const range = (place: string): string[] => statement(8, "", { callee: `${scope.use("write")}::range`, args: [place, "&0", `&${mask(width)}`] }, scope.at(name));
    const key = keyLine(8, jsonName);
    switch (content.kind) {
      case "uint":
        return [key, ...(width < widthOf(uintFor(width)) ? range(`&${member}`) : []), ...statement(8, "", { callee: `${write}::integer`, args: [`&${member}`, "w"] }, "?")];
      case "bool":
        return [key, ...statement(8, "", { callee: `${write}::bool`, args: [`&${member}`, "w"] }, "?")];
      default:
        return [key, ...statement(8, "", { callee: context.function("write", (content as { type: string }).type, "json"), args: [`&${member}`, "w"] }, "?")];
    }
  });
  return ['        w.raw(b"{");', ...lines, '        w.raw(b"}");', "        Ok(())"];
}
