/** Reading in Packed, Layout and Compact. */
import type { Codec, EnumUnit, FieldCodec, FlagsUnit, StructUnit, UnionUnit } from "../../../codec/model.js";
import { inline, literal, signature, statement, tuple, unpack, type Call } from "../layout.js";
import { floatBounds, intBounds, limited, scalar, type Context } from "../plan/context.js";
import { initialiser, local } from "./locals.js";
import { isPlain, needsOffset, parseFields, parsePath, shapeExpression, shapeLines, valuePath } from "./runs.js";


/** The call that reads a value; its first argument is the reader. */
export function readCall(context: Context, codec: Codec, hint: string): Call {
  const { scope } = context;
  const read = scope.use("read");
  const call = (name: string, ...args: string[]): Call => ({ callee: `${read}::${name}`, args: ["r", ...args] });
  switch (codec.op) {
    case "int":
      return limited(codec) ? call("limited", ...intBounds(codec), `${read}::${scalar(codec)}`) : call(scalar(codec));
    case "float": {
      const plain = `f${codec.bits}_${codec.form}`;
      return limited(codec) ? call("limited", ...floatBounds(codec), `${read}::${plain}`) : call(plain);
    }
    case "bool":
      return call("bool");
    case "text":
      return codec.pattern === null ? call("text", context.extent(codec.extent)) : call("text_matching", context.extent(codec.extent), `&${context.shared.pattern(codec.pattern)}`);
    case "bytes":
      return call("bytes", context.extent(codec.extent));
    case "fixedBytes":
      return call("fixed_bytes");
    case "list":
      return listCall(context, codec, hint);
    case "array":
      return call("array", readPath(context, codec.element, `${hint}_item`));
    case "map":
      return call("map", context.extent(codec.extent), String(codec.entryMinSize), readPath(context.elements, codec.key, `${hint}_key`), readPath(context.elements, codec.value, `${hint}_value`));
    case "constInt":
      return call("constant", codec.value, `${read}::${scalar(codec.int)}`);
    case "nullable":
      return call("optional", readPath(context, codec.inner, `${hint}_inner`));
    case "duration":
      return call("duration");
    case "socketAddress":
      return call("socket_address");
    case "window": {
      const { content } = codec;
      const json = content.op === "unit" && content.family === "json";
      return call(json ? "json_window" : "window", context.extent(codec.extent), readPath(context, content, `${hint}_content`));
    }
    case "unit":
      return { callee: context.function("read", codec.type, codec.family), args: ["r"] };
    case "constBytes":
    case "reserved":
    case "brand":
    case "jsonValue":
      throw new Error(`${codec.op} is not read by one call`);
  }
}

function listCall(context: Context, codec: Extract<Codec, { op: "list" }>, hint: string): Call {
  const read = context.scope.use("read");
  const extent = context.extent(codec.extent);
  if (isPlain(codec.element)) return { callee: `${read}::list_of_values`, args: ["r", extent, valuePath(context, codec.element, `${hint}_item`)] };
  if (context.shared.sizes.of(codec.element) !== null)
    return { callee: `${read}::list_of_runs`, args: ["r", extent, `&${shapeExpression(context, codec.element)}`, parsePath(context, codec.element, `${hint}_item`)] };
  return { callee: `${read}::list`, args: ["r", extent, String(codec.elementMinSize), readPath(context.elements, codec.element, `${hint}_item`)] };
}

/** A function that reads a value, given only the reader. */
export function readPath(context: Context, codec: Codec, hint: string): string {
  if (codec.op === "unit") {
    const path = context.function("read", codec.type, codec.family);
    return context.boxed(codec) ? `${context.scope.use("read")}::boxed(${path})` : path;
  }
  const call = readCall(context, codec.op === "brand" ? codec.codec : codec, hint);
  if (codec.op !== "brand" && call.args.length === 1) return call.callee;
  const suffix = codec.op === "brand" ? `.map(${context.scope.path(codec.type)})` : "";
  return context.helper("read", hint, (name) => [
    ...signature(4, `fn ${name}`, [context.reader], context.decoded(context.native(codec))),
    ...statement(8, "", call, suffix, ""),
    "    }",
  ]);
}

export function structBody(context: Context, unit: StructUnit): string[] {
  const lines: string[] = [];
  let runs = 0;
  for (const segment of segments(context, unit.fields)) {
    if (segment.length > 1 || !readsAlone(segment[0]!)) lines.push(...readRun(context, segment, runs++));
    else lines.push(...readField(context, segment[0]!));
  }
  if (unit.open) lines.push(`        let unknown = ${context.scope.use("read")}::remaining(r);`);
  const members = unit.fields.filter(({ presence }) => presence !== "hidden").map((field) => initialiser(context, field));
  if (unit.open) members.push(unknownMember(context));
  return [...lines, ...literal(8, "Ok(", "Self", members, ")")];
}

export function unknownMember({ shared, owner }: Context): string {
  const member = shared.names.unknown(owner);
  return member === "unknown" ? member : `${member}: unknown`;
}

/** Fields as they are read: neighbours of fixed size together, others one by one. */
export function segments(context: Context, fields: FieldCodec[]): FieldCodec[][] {
  const groups: FieldCodec[][] = [];
  let open = false;
  for (const field of fields) {
    const fits = context.shared.sizes.ofField(field) !== null;
    if (fits && open) groups.at(-1)!.push(field);
    else groups.push([field]);
    open = fits;
  }
  return groups;
}

/** Whether one call reads the field, when it is not in a run with others. */
export const readsAlone = ({ codec }: FieldCodec): boolean => !["constBytes", "reserved", "brand"].includes(codec.op) || (codec.op === "brand" && ["text", "bytes"].includes(codec.codec.op)) || isVarint(codec);

const isVarint = (codec: Codec): boolean => codec.op === "brand" && codec.codec.op === "int" && codec.codec.form === "varint";

function readRun(context: Context, fields: FieldCodec[], index: number): string[] {
  const { scope, shared } = context;
  const read = scope.use("read");
  const table = `RUN_${context.family.toUpperCase()}_${index}`;
  context.helperTable(table, shapeLines(context, `const ${table}: ${read}::Shape = `, fields, 4));
  const size = fields.reduce((sum, field) => sum + shared.sizes.ofField(field)!, 0);
  const at = fields.some(({ codec }) => needsOffset(codec)) ? "at" : "_";
  const names = fields.filter(({ presence }) => presence !== "hidden").map((field) => local(context, field));
  const target = names.length === 0 ? "" : names.length === 1 ? `let ${names[0]} = ` : `let run_${index} = `;
  return [
    `        ${target}${read}::run(r, &Self::${table}, |run: &[u8; ${size}], ${at}| {`,
    ...parseFields(context, fields, 12),
    ...(names.length === 0 ? ["            Ok(())"] : tuple(12, "Ok(", names, ")")),
    "        })?;",
    ...(names.length > 1 ? unpack(8, names, `run_${index}`) : []),
  ];
}

function readField(context: Context, field: FieldCodec): string[] {
  const { codec, presence, name } = field;
  const { scope } = context;
  const hint = name;
  const bind = presence === "hidden" ? "" : `let ${local(context, field)} = `;
  const optional = { option: "optional", trailing: "rest_or_none" }[presence as string];
  if (optional !== undefined) return statement(8, bind, { callee: `${scope.use("read")}::${optional}`, args: ["r", readPath(context, codec, hint)] }, scope.at(name));
  if (codec.op === "brand") return [...statement(8, bind, readCall(context, codec.codec, hint), scope.at(name)), `        ${bind}${scope.path(codec.type)}(${local(context, field)});`];
  const lines = statement(8, bind, readCall(context, codec, hint), scope.at(name));
  return context.boxed(codec) ? [...lines, `        ${bind}Box::new(${local(context, field)});`] : lines;
}

export function unionBody(context: Context, unit: UnionUnit): string[] {
  const { scope, shared, owner } = context;
  const tag = `${scope.use("read")}::${scalar(unit.tagCodec!)}(r)?`;
  const arms = unit.cases.flatMap((one) => {
    const variant = `Self::${shared.names.member(owner, one.name)}`;
    if (one.codec === null) return [`            ${one.tag} => ${variant},`];
    const call = readCall(context, one.codec, one.name);
    const value = call.args.length === 1 || inline(call).length <= 60 ? `${inline(call)}?` : undefined;
    const boxed = context.boxed(one.codec);
    const wrapped = value !== undefined && boxed ? `Box::new(${value})` : value;
    if (wrapped !== undefined && 12 + `${one.tag} => ${variant}(${wrapped}),`.length <= 100) return [`            ${one.tag} => ${variant}(${wrapped}),`];
    return [
      `            ${one.tag} => {`,
      ...statement(16, "let value = ", call, "?"),
      `                ${variant}(${boxed ? "Box::new(value)" : "value"})`,
      "            }",
    ];
  });
  scope.use("check");
  return [
    "        let at = r.offset();",
    `        Ok(match ${tag} {`,
    ...arms,
    "            tag => return Err(check::unknown_variant(&tag, at)),",
    "        })",
  ];
}

export function enumBody(context: Context, unit: EnumUnit): string[] {
  const read = context.scope.use("read");
  if (unit.open) return [`        ${read}::${scalar(unit.int)}(r).map(Self::from)`];
  return [
    "        let at = r.offset();",
    `        let number = ${read}::${scalar(unit.int)}(r)?;`,
    `        ${context.scope.use("check")}::variant(Self::from_number(number), number, at)`,
  ];
}

export function flagsBody(context: Context, unit: FlagsUnit): string[] {
  return [
    "        let at = r.offset();",
    `        let bits = ${context.scope.use("read")}::${scalar(unit.int)}(r)?;`,
    `        ${context.scope.use("check")}::flags(Self::from_bits(bits), bits, at)`,
  ];
}
