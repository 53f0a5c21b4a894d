/** Runs: what a run of fixed-size fields is made of, how it is taken apart, and how it is put together. */
import type { Codec, FieldCodec, IntCodec } from "../../../codec/model.js";
import { array, signature, statement, type Call } from "../layout.js";
import { floatBounds, intBounds, limited, type Context } from "../plan/context.js";
import { byteLiteral, stringLiteral } from "../words.js";
import { local } from "./locals.js";

/** Offset in the run, and how that is said in the whole input. */
const offset = (at: number): string => (at === 0 ? "at" : `at + ${at}`);

/** `Shape::Struct(&[…])`, as the value of a constant. */
export function shapeLines(context: Context, prefix: string, fields: FieldCodec[], indent: number): string[] {
  const read = context.scope.use("read");
  let end = 0;
  const slots = fields.map(({ name, codec }) => {
    end += context.shared.sizes.of(codec)!;
    const shape = shapeOf(context, codec);
    const args = [stringLiteral(name), String(end)];
    return shape === undefined ? { callee: `${read}::Slot::new`, args } : { callee: `${read}::Slot::of`, args: [...args, shape] };
  });
  return array(indent, `${prefix}${read}::Shape::Struct(&`, slots, ");");
}

/** Undefined: it is one value. */
function shapeOf(context: Context, codec: Codec): string | undefined {
  if (codec.op === "unit" && context.unit(codec.type, codec.family).kind === "struct") return context.function("shape", codec.type, codec.family);
  if (codec.op !== "array") return undefined;
  const read = context.scope.use("read");
  return `${read}::Shape::Array(${context.shared.sizes.of(codec.element)}, &${shapeOf(context, codec.element) ?? `${read}::Shape::Value`})`;
}

/** The shape of one codec, as an expression. */
export const shapeExpression = (context: Context, codec: Codec): string => shapeOf(context, codec) ?? `${context.scope.use("read")}::Shape::Value`;

/** Statements that take fields out of `run`, which begins at offset `at`. */
export function parseFields(context: Context, fields: FieldCodec[], indent: number): string[] {
  let at = 0;
  return fields.flatMap((field) => {
    const lines = parse(context, field.codec, local(context, field), at, field.name, indent);
    at += context.shared.sizes.of(field.codec)!;
    return lines;
  });
}

/** Whether taking a field out of a run needs to know the offset of the run. */
export function needsOffset(codec: Codec): boolean {
  if (codec.op === "brand") return needsOffset(codec.codec);
  if (codec.op === "array") return !isPlain(codec.element);
  return !isPlain(codec);
}

const pad = (indent: number): string => " ".repeat(indent);

function parse(context: Context, codec: Codec, name: string, at: number, field: string | undefined, indent: number): string[] {
  const { scope } = context;
  const bind = `let ${name} = `;
  const checked = (call: Call): string[] => statement(indent, bind, call, scope.at(field));
  const check = (call: Call): string[] => statement(indent, "", call, scope.at(field));
  switch (codec.op) {
    case "int": {
      const value = integer(context, codec, at);
      const lines = [`${pad(indent)}${bind}${value};`];
      if (limited(codec)) lines.push(...check({ callee: `${scope.use("check")}::range`, args: [name, ...intBounds(codec), offset(at)] }));
      return lines;
    }
    case "float": {
      const bits = integer(context, { op: "int", int: `u${codec.bits}`, form: codec.form as "le" | "be", min: null, max: null }, at);
      const lines = checked({ callee: `${scope.use("check")}::f${codec.bits}`, args: [bits, offset(at)] });
      if (limited(codec)) lines.push(...check({ callee: `${scope.use("check")}::range`, args: [name, ...floatBounds(codec), offset(at)] }));
      return lines;
    }
    case "bool":
      return checked({ callee: `${scope.use("check")}::bool`, args: [`run[${at}]`, offset(at)] });
    case "fixedBytes":
      return [`${pad(indent)}${bind}*${part(context, at)};`];
    case "constInt":
      return check({ callee: `${scope.use("check")}::constant`, args: [integer(context, codec.int, at), codec.value, offset(at)] });
    case "constBytes":
      return check({ callee: `${scope.use("check")}::constant_bytes`, args: [part(context, at), byteLiteral(codec.hex), offset(at)] });
    case "reserved":
      return check({ callee: `${scope.use("check")}::zeros`, args: [part(context, at, codec.size), offset(at)] });
    case "array":
      return parseArray(context, codec, bind, at, field, indent);
    case "brand": {
      if (isPlain(codec.codec)) return [`${pad(indent)}${bind}${scope.path(codec.type)}(${bytesValue(context, codec.codec, at)});`];
      return [...parse(context, codec.codec, name, at, field, indent), `${pad(indent)}${bind}${scope.path(codec.type)}(${name});`];
    }
    case "unit":
      return checked({ callee: context.function("parse", codec.type, codec.family), args: [part(context, at), offset(at)] });
    default:
      throw new Error(`${codec.op} cannot stand in a run`);
  }
}

function parseArray(context: Context, codec: Extract<Codec, { op: "array" }>, bind: string, at: number, field: string | undefined, indent: number): string[] {
  const read = context.scope.use("read");
  const whole = part(context, at, context.shared.sizes.of(codec)!);
  const hint = `${field ?? "element"}_item`;
  if (isPlain(codec.element)) return statement(indent, bind, { callee: `${read}::values_at`, args: [whole, valuePath(context, codec.element, hint)] }, "");
  const element = parsePath(context, codec.element, hint);
  return statement(indent, bind, { callee: `${read}::array_at`, args: [whole, offset(at), element] }, context.scope.at(field));
}

/** A function from a run and its offset to a value. */
export function parsePath(context: Context, codec: Codec, hint: string): string {
  if (codec.op === "unit") return context.function("parse", codec.type, codec.family);
  const size = context.shared.sizes.of(codec)!;
  return context.helper("parse", hint, (name) => [
    ...signature(4, `fn ${name}`, [`run: &[u8; ${size}]`, `${needsOffset(codec) ? "at" : "_at"}: usize`], context.decoded(context.native(codec))),
    ...parse(context, codec, "value", 0, undefined, 8),
    "        Ok(value)",
    "    }",
  ]);
}

/** Whether all bytes of a value's size have a value, and every value has bytes. */
export const isPlain = (codec: Codec): boolean =>
  (codec.op === "brand" && isPlain(codec.codec)) || codec.op === "fixedBytes" || (codec.op === "int" && (codec.form === "le" || codec.form === "be") && !limited(codec));

/** A function from the bytes of a plain value to the value. */
export function valuePath(context: Context, codec: Codec, hint: string): string {
  if (codec.op === "fixedBytes") return "std::convert::identity";
  if (codec.op === "int") return `${codec.int}::from_${codec.form}_bytes`;
  if (codec.op !== "brand") throw new Error(`${codec.op} is not plain`);
  const type = context.scope.path(codec.type);
  if (codec.codec.op === "fixedBytes") return type;
  const { int, form } = codec.codec as IntCodec;
  const size = context.shared.sizes.of(codec)!;
  return context.helper("value", hint, (name) => [
    ...signature(4, `fn ${name}`, [`bytes: [u8; ${size}]`], type),
    `        ${type}(${int}::from_${form}_bytes(bytes))`,
    "    }",
  ]);
}

/** A function from a plain value to its bytes. */
export function bytesPath(context: Context, codec: Codec, hint: string): string {
  if (codec.op === "fixedBytes") return "std::convert::identity";
  if (codec.op === "int") return `${codec.int}::to_${codec.form}_bytes`;
  if (codec.op !== "brand") throw new Error(`${codec.op} is not plain`);
  const size = context.shared.sizes.of(codec)!;
  const bytes = codec.codec.op === "fixedBytes" ? "value.0" : `value.0.to_${(codec.codec as IntCodec).form}_bytes()`;
  return context.helper("bytes", hint, (name) => [
    ...signature(4, `fn ${name}`, [`value: ${context.scope.path(codec.type)}`], `[u8; ${size}]`),
    `        ${bytes}`,
    "    }",
  ]);
}

const bytesValue = (context: Context, codec: Codec, at: number): string => (codec.op === "int" ? integer(context, codec, at) : `*${part(context, at)}`);

function integer(context: Context, codec: IntCodec, at: number): string {
  if (codec.int === "u8") return `run[${at}]`;
  return `${codec.int}::from_${codec.form}_bytes(*${part(context, at)})`;
}

function part(context: Context, at: number, size?: number): string {
  return `${context.scope.use("read")}::part${size === undefined ? "" : `::<${size}, _>`}(run, ${at})`;
}

/** Statements that put fields into `run`. */
export function fillFields(context: Context, fields: FieldCodec[], value: (field: FieldCodec) => string, indent: number, run = "&mut run"): string[] {
  let at = 0;
  return fields.flatMap((field) => {
    const lines = fill(context, field.codec, value(field), at, field.name, indent, run);
    at += context.shared.sizes.of(field.codec)!;
    return lines;
  });
}

function fill(context: Context, codec: Codec, value: string, at: number, field: string | undefined, indent: number, run: string): string[] {
  const { scope } = context;
  const write = scope.use("write");
  const put = (bytes: string): string[] => statement(indent, "", { callee: `${write}::put`, args: [run, String(at), bytes] }, "");
  const range = (bounds: [string, string]): string[] =>
    limited(codec) ? statement(indent, "", { callee: `${write}::range`, args: [borrow(value), ...bounds.map((bound) => `&${bound}`)] }, scope.at(field)) : [];
  const partMut = (size?: number): string => `${write}::part_mut${size === undefined ? "" : `::<${size}, _>`}(${run}, ${at})`;
  switch (codec.op) {
    case "int":
      return [...range(intBounds(codec)), ...put(`${codec.int}::to_${codec.form}_bytes(${value})`)];
    case "float":
      return [...range(floatBounds(codec)), ...put(`${write}::f${codec.bits}_${codec.form}_bytes(${value})`)];
    case "bool":
      return put(`[u8::from(${value})]`);
    case "fixedBytes":
      return put(value);
    case "constInt":
      return put(`${codec.int.int}::to_${codec.int.form}_bytes(${codec.value})`);
    case "constBytes":
      return put(`*${byteLiteral(codec.hex)}`);
    case "reserved":
      return [];
    case "brand":
      return fill(context, codec.codec, `${value}.0`, at, field, indent, run);
    case "array": {
      const size = context.shared.sizes.of(codec)!;
      const hint = `${field ?? "element"}_item`;
      if (isPlain(codec.element)) return statement(indent, "", { callee: `${write}::values_at`, args: [borrow(value), partMut(size), bytesPath(context, codec.element, hint)] }, "");
      const element = fillPath(context, codec.element, hint);
      return statement(indent, "", { callee: `${write}::array_at`, args: [borrow(value), partMut(size), element] }, scope.at(field));
    }
    case "unit":
      return fillUnit(context, codec, value, partMut(), put, field, indent);
    default:
      throw new Error(`${codec.op} cannot stand in a run`);
  }
}

/** A place, borrowed. */
export const borrow = (place: string): string => (place.startsWith("*") ? place.slice(1) : place === "value" ? place : `&${place}`);

function fillUnit(context: Context, codec: Extract<Codec, { op: "unit" }>, value: string, place: string, put: (bytes: string) => string[], field: string | undefined, indent: number): string[] {
  const unit = context.unit(codec.type, codec.family);
  switch (unit.kind) {
    case "enum":
      return put(`${unit.int.int}::to_${unit.int.form}_bytes(${value}.number())`);
    case "flags":
      return put(`${unit.int.int}::to_${unit.int.form}_bytes(${value}.bits())`);
    case "bits": {
      const pack = context.function("toNumber", codec.type, "fixed");
      return [...statement(indent, "let number = ", { callee: pack, args: [value] }, context.scope.at(field)), ...put(`${unit.int.int}::to_${unit.int.form}_bytes(number)`)];
    }
    default: {
      const path = context.function("fill", codec.type, codec.family);
      return statement(indent, "", { callee: path, args: [borrow(value), place] }, context.scope.at(field));
    }
  }
}

/** A function that puts a value into a run of its own size. */
export function fillPath(context: Context, codec: Codec, hint: string): string {
  if (codec.op === "unit" && context.unit(codec.type, codec.family).kind === "struct") return context.function("fill", codec.type, codec.family);
  const size = context.shared.sizes.of(codec)!;
  return context.helper("fill", hint, (name) => [
    ...signature(4, `fn ${name}`, [`value: &${context.native(codec)}`, `run: &mut [u8; ${size}]`], context.encoded),
    ...fill(context, codec, codec.op === "array" || codec.op === "unit" || codec.op === "brand" ? "value" : "*value", 0, undefined, 8, "run"),
    "        Ok(())",
    "    }",
  ]);
}
