/** Functions of enums, flags and bit fields: from their numbers to Python's objects, and back. */
import type { BitField } from "../../../ir/model.js";
import type { BitsUnit, EnumUnit, FlagsUnit } from "../../../codec/model.js";
import type { Accelerator } from "./context.js";
import { bounds, integer, isSigned } from "./literals.js";

/** In which variable a number of the type is held. */
export const variable = (int: { int: string }): string => (isSigned(int) ? "whole" : "number");
const wide = (int: { int: string }): string => (isSigned(int) ? "int64_t" : "uint64_t");
const kind = (int: { int: string }): string => (isSigned(int) ? "signed" : "unsigned");

/** `enum_x(number)`: the member, a new reference; of an open enum also an int. */
export function memberOf(unit: EnumUnit, accelerator: Accelerator): string {
  return accelerator.source.once(`enum_${accelerator.stem(unit.type)}`, (name) => {
    const objects = `${accelerator.table(unit.type)}__objects`;
    accelerator.source.add(`static PyObject *${name}(${wide(unit.int)} number_)`, [
      "switch (number_) {",
      ...unit.members.map(({ value }, index) => `  case ${integer(String(value), unit.int)}: return mw_new_ref(${objects}[${index}]);`),
      `  default: return ${unit.open ? `mw_from_${kind(unit.int)}(number_)` : "NULL"};`,
      "}",
    ]);
  });
}

/** `enum_number_x(value, &number)`: whether the value may be written. */
export function numberOf(unit: EnumUnit, accelerator: Accelerator): string {
  return accelerator.source.once(`enum_number_${accelerator.stem(unit.type)}`, (name) => {
    const type = `Py_TYPE(value) == ${accelerator.table(unit.type)}.type`;
    const body = unit.open
      ? [
          `if (value == NULL || !(PyLong_CheckExact(value) || ${type}) || !mw_any_${kind(unit.int)}(value, found)) return 0;`,
          `return *found >= ${bounds(unit.int).split(", ")[0]!} && *found <= ${bounds(unit.int).split(", ")[1]!};`,
        ]
      : [
          `if (value == NULL || !(${type}) || !mw_any_${kind(unit.int)}(value, found)) return 0;`,
          "switch (*found) {",
          ...unit.members.map(({ value }) => `  case ${integer(String(value), unit.int)}:`),
          "    return 1;",
          "  default: return 0;",
          "}",
        ];
    accelerator.source.add(`static int ${name}(PyObject *value, ${wide(unit.int)} *found)`, body);
  });
}

export const mask = ({ mask: bits }: FlagsUnit): string => `UINT64_C(${bits})`;

/** `flags_x(bits)`: the set, a new reference. */
export function setOf(unit: FlagsUnit, accelerator: Accelerator): string {
  return accelerator.source.once(`flags_${accelerator.stem(unit.type)}`, (name) => {
    accelerator.source.add(`static PyObject *${name}(uint64_t bits)`, [`return (bits & ~${mask(unit)}) != 0 ? NULL : mw_flag_set(&${accelerator.table(unit.type)}, bits);`]);
  });
}

/** `mw_flag_bits(…)`: whether the value may be written. */
export const bitsOf = (unit: FlagsUnit, source: string, accelerator: Accelerator): string => `mw_flag_bits(&${accelerator.table(unit.type)}, ${source}, ${mask(unit)}, &number)`;

/** `split_x(bits)`: an object of bit fields. */
export function splitOf(unit: BitsUnit, accelerator: Accelerator): string {
  return accelerator.source.once(`split_${accelerator.stem(unit.type)}`, (name) => {
    const body = eachField(unit).map(({ field, shift }) => `if (!(${split(field, `(bits >> ${shift} & ${ones(field.width)})`, unit, accelerator)})) goto refused;`);
    accelerator.source.add(`static PyObject *${name}(uint64_t bits)`, [
      `PyObject *value = mw_make_plain(&${accelerator.table(unit.type)});`,
      "if (value == NULL) return NULL;",
      ...body,
      "return value;",
      ...refused(body),
    ]);
  });
}

/** Where a function goes that gives up a value; nowhere if it never does. */
export const refused = (body: string[]): string[] => (body.some((line) => line.includes("goto refused")) ? ["refused:", "Py_DECREF(value);", "return NULL;"] : []);

const ones = (width: number): string => `UINT64_C(0x${((1n << BigInt(width)) - 1n).toString(16)})`;

function eachField(unit: BitsUnit): { field: BitField; shift: number }[] {
  let shift = 0;
  return unit.def.fields.map((field) => {
    shift += field.width;
    return { field, shift: shift - field.width };
  });
}

/** The choice that a bit field's content is. */
function choice<Kind extends "enum" | "flags">(type: string, of: Kind, unit: BitsUnit, { model }: Accelerator) {
  const found = model.unit(unit.family, type);
  if (found.kind !== of) throw new Error(`${type} is not of the kind ${of}`);
  return found as Extract<typeof found, { kind: Kind }>;
}

function split({ content, name }: BitField, bits: string, unit: BitsUnit, accelerator: Accelerator): string {
  const put = (object: string): string => `mw_put(value, ${accelerator.offset(unit.type, name)}, ${object})`;
  switch (content.kind) {
    case "uint":
      return put(`mw_from_unsigned${bits}`);
    case "bool":
      return put(`mw_from_bool((unsigned)${bits})`);
    case "const":
      return `${bits} == ${content.value}`;
    case "reserved":
      return `${bits} == 0`;
    case "enum":
      return put(`${memberOf(choice(content.type, "enum", unit, accelerator), accelerator)}${bits}`);
    case "flags":
      return put(`${setOf(choice(content.type, "flags", unit, accelerator), accelerator)}${bits}`);
  }
}

/** `join_x(value, &number)`: whether the value may be written. */
export function joinOf(unit: BitsUnit, accelerator: Accelerator): string {
  return accelerator.source.once(`join_${accelerator.stem(unit.type)}`, (name) => {
    const table = accelerator.table(unit.type);
    const body = eachField(unit).flatMap(({ field, shift }) => join(field, shift, unit, accelerator));
    accelerator.source.add(`static int ${name}(PyObject *value, uint64_t *bits)`, [`if (value == NULL || Py_TYPE(value) != ${table}.type) return 0;`, "*bits = 0;", ...body, "return 1;"]);
  });
}

function join({ content, name, width }: BitField, shift: number, unit: BitsUnit, accelerator: Accelerator): string[] {
  const add = (test: string): string[] => [`if (!(${test})) return 0;`, `*bits |= (uint64_t)number << ${shift};`];
  if (content.kind === "reserved") return [];
  if (content.kind === "const") return [`*bits |= UINT64_C(${content.value}) << ${shift};`];
  const source = `mw_part(value, ${accelerator.offset(unit.type, name)})`;
  switch (content.kind) {
    case "uint":
      return add(`mw_unsigned(${source}, 0, ${ones(width)}, &number)`);
    case "bool":
      return [`if (${source} != Py_True && ${source} != Py_False) return 0;`, `*bits |= (uint64_t)(${source} == Py_True) << ${shift};`];
    case "enum": {
      const member = choice(content.type, "enum", unit, accelerator);
      const found = variable(member.int);
      return [`if (!${numberOf(member, accelerator)}(${source}, &${found}) || (uint64_t)${found} > ${ones(width)}) return 0;`, `*bits |= (uint64_t)${found} << ${shift};`];
    }
    case "flags":
      return add(`${bitsOf(choice(content.type, "flags", unit, accelerator), source, accelerator)} && number <= ${ones(width)}`);
  }
}
