/** Reading JSON. */
import type { CaseCodec, Codec, EnumUnit, FieldCodec, StructUnit, UnionUnit } from "../../../codec/model.js";
import type { BitField, BitsDef } from "../../../ir/model.js";
import { array, inline, literal, signature, statement, type Call } from "../layout.js";
import { floatBounds, intBounds, limited, type Context } from "../plan/context.js";
import { stringLiteral } from "../words.js";
import { unknownMember } from "./binary-read.js";
import { initialiser, local } from "./locals.js";

/** A name as it stands between the quotes of a JSON string. */
export const jsonText = (name: string): string => JSON.stringify(name).slice(1, -1);

/** The call that reads a value; its first argument is the reader. */
export function readCall(context: Context, codec: Codec, hint: string): Call {
  const read = `${context.scope.use("json")}::read`;
  const call = (name: string, ...args: string[]): Call => ({ callee: `${read}::${name}`, args: ["j", ...args] });
  switch (codec.op) {
    case "int":
      return limited(codec) ? call("limited", ...intBounds(codec), `${read}::integer`) : call("integer");
    case "float":
      return limited(codec) ? call("limited", ...floatBounds(codec), `${read}::f${codec.bits}`) : call(`f${codec.bits}`);
    case "bool":
      return call("bool");
    case "text":
      return codec.pattern === null ? call("text", context.limit(codec.extent)) : call("text_matching", context.limit(codec.extent), `&${context.shared.pattern(codec.pattern)}`);
    case "bytes":
      return call(codec.json!, context.limit(codec.extent));
    case "fixedBytes":
      return call(`fixed_${codec.json}`);
    case "list":
      return call("list", context.limit(codec.extent), readPath(context.elements, codec.element, `${hint}_item`));
    case "array":
      return call("array", readPath(context, codec.element, `${hint}_item`));
    case "map":
      return call("map", context.limit(codec.extent), keyPath(context, codec.key, `${hint}_key`), readPath(context.elements, codec.value, `${hint}_value`));
    case "nullable":
      return call("nullable", readPath(context, codec.inner, `${hint}_inner`));
    case "duration":
      return call("duration");
    case "socketAddress":
      return call("socket_address");
    case "jsonValue":
      return call("value");
    case "unit":
      return { callee: context.function("read", codec.type, codec.family), args: ["j"] };
    case "constInt":
    case "constBytes":
    case "reserved":
    case "window":
    case "brand":
      throw new Error(`${codec.op} is not read by one call in JSON`);
  }
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
    ...signature(4, `fn ${name}`, [context.jsonReader], context.decoded(context.native(codec))),
    ...statement(8, "", call, suffix, ""),
    "    }",
  ]);
}

/** A function that understands the text of a key. */
function keyPath(context: Context, codec: Codec, hint: string): string {
  const { scope } = context;
  const inner = codec.op === "brand" ? codec.codec : codec;
  const call = keyCall(context, inner);
  const suffix = codec.op === "brand" ? `.map(${scope.path(codec.type)})` : "";
  const check = inner.op === "int" && limited(inner) ? inner : undefined;
  return context.helper("read", hint, (name) => [
    ...signature(4, `fn ${name}`, [`text: ${scope.spelt(`Cow<${context.lifetime}, str>`)}`, "at: usize"], context.decoded(context.native(codec))),
    ...(check
      ? [
          ...statement(8, "let key = ", call, "?"),
          ...statement(8, "", { callee: `${scope.use("check")}::range`, args: ["key", ...intBounds(check), "at"] }, "?"),
          `        Ok(${codec.op === "brand" ? `${scope.path(codec.type)}(key)` : "key"})`,
        ]
      : statement(8, "", call, suffix, "")),
    "    }",
  ]);
}

function keyCall(context: Context, codec: Codec): Call {
  const read = `${context.scope.use("json")}::read`;
  switch (codec.op) {
    case "text":
      return codec.pattern === null
        ? { callee: `${read}::text_key`, args: ["text", "at", context.limit(codec.extent)] }
        : { callee: `${read}::text_key_matching`, args: ["text", "at", context.limit(codec.extent), `&${context.shared.pattern(codec.pattern)}`] };
    case "int":
      return { callee: `${read}::integer_key`, args: ["text", "at"] };
    case "unit":
      return { callee: `${read}::name_key`, args: ["text", "at", `${context.scope.path(codec.type)}::from_name`] };
    default:
      throw new Error(`${codec.op} cannot be a key in JSON`);
  }
}

/** The table of an object's members. */
export function memberTable(context: Context, members: { jsonName: string; name: string }[]): string[] {
  const member = `${context.scope.use("json")}::read::Member`;
  const items = members.map(({ jsonName, name }) => ({ callee: `${member}::new`, args: [stringLiteral(jsonText(jsonName)), stringLiteral(name)] }));
  return array(4, `pub(crate) const MEMBERS: &'static [${member}] = &`, items, ";");
}

export function structBody(context: Context): string[] {
  const table = context.function("memberTable", context.owner, "json");
  const members = context.function("readMembers", context.owner, "json");
  return [`        let members = ${context.scope.use("json")}::read::object(j, ${table})?;`, `        ${members}(j, members)`];
}

interface Slot {
  field: FieldCodec;
  variable: string;
}

/** What follows the brace, or the tag, of an object. */
export function membersBody(context: Context, unit: StructUnit): string[] {
  const { scope } = context;
  const slots = unit.fields.map((field): Slot => {
    const variable = field.presence === "hidden" ? constVariable(context, field) : local(context, field);
    return { field, variable };
  });
  if (unit.open) scope.use("json");
  const next = unit.open ? "members.next_open(j, &mut unknown)?" : "members.next(j)?";
  return [
    ...(unit.open ? ["        let mut unknown = json::read::UnknownMembers::default();"] : []),
    ...slots.map(({ variable }) => `        let mut ${variable} = None;`),
    ...loop(next, slots.map(({ field, variable }) => (indent: number) => readMember(context, field, variable, indent)), unit.open),
    ...slots.flatMap((slot) => settle(context, slot)),
    ...(unit.open ? ["        let unknown = unknown.into_unknown();"] : []),
    ...literal(8, "Ok(", "Self", structMembers(context, unit), ")"),
  ];
}

function structMembers(context: Context, unit: StructUnit): string[] {
  const members = unit.fields.filter(({ presence }) => presence !== "hidden").map((field) => initialiser(context, field));
  return unit.open ? [...members, unknownMember(context)] : members;
}

/** Reads members until the object ends; each arm is laid out for the indentation that it gets. */
export function loop(next: string, arms: ((indent: number) => string[])[], open: boolean): string[] {
  const [only] = arms;
  if (!only) return [`        ${open ? next : "members.end(j)?"};`];
  if (arms.length === 1) return [`        while ${next}.is_some() {`, ...only(12), "        }"];
  const lines = arms.flatMap((arm, index) => [`                ${index === arms.length - 1 ? "_" : index} => {`, ...arm(20), "                }"]);
  return [`        while let Some(member) = ${next} {`, "            match member {", ...lines, "            }", "        }"];
}

/** Constants are members that must be there, but no part of the value. */
const constVariable = (context: Context, { name }: FieldCodec): string => `has_${context.shared.names.member(context.owner, name)}`;

/** Statements that read the value of a member. */
function readMember(context: Context, field: FieldCodec, variable: string, indent: number): string[] {
  const { scope } = context;
  const { codec, name, presence } = field;
  if (presence === "hidden") return [...statement(indent, "", constantCall(context, field), scope.at(name)), `${" ".repeat(indent)}${variable} = Some(());`];
  const inner = codec.op === "brand" ? codec.codec : codec;
  const lines = statement(indent, "let value = ", readCall(context, inner, name), scope.at(name));
  if (presence === "omitEmpty") {
    lines.unshift(`${" ".repeat(indent)}let at = j.offset();`);
    lines.push(...statement(indent, "", { callee: `${scope.use("json")}::read::not_empty`, args: [emptiness(inner, "value"), "at"] }, scope.at(name)));
  }
  const value = codec.op === "brand" ? `${scope.path(codec.type)}(value)` : context.boxed(codec) ? "Box::new(value)" : "value";
  return [...lines, `${" ".repeat(indent)}${variable} = Some(${value});`];
}

function constantCall(context: Context, { codec }: FieldCodec): Call {
  const read = `${context.scope.use("json")}::read`;
  if (codec.op === "constInt") return { callee: `${read}::constant`, args: ["j", codec.value, `${read}::integer::<${codec.int.int}>`] };
  if (codec.op !== "constBytes") throw new Error(`${codec.op} is no constant`);
  const token = stringLiteral(Buffer.from(codec.hex, "hex").toString("utf8"));
  return { callee: `${read}::${codec.of === "bytes" ? "constant_hex" : "constant_token"}`, args: ["j", token] };
}

/** Whether a value is one that is left out. */
export function emptiness(codec: Codec, place: string): string {
  if (codec.op === "brand") return emptiness(codec.codec, `${place}.0`);
  if (codec.op === "bool") return `!${place}`;
  if (codec.op === "int") return `${place} == 0`;
  return `${place}.is_empty()`;
}

/** What a member's variable becomes once the object has ended. */
function settle(context: Context, { field, variable }: Slot): string[] {
  const { codec, name, presence } = field;
  switch (presence) {
    case "member":
      return [];
    case "omitEmpty":
      return [`        let ${variable} = ${variable}.unwrap_or${codec.op === "brand" ? `(${context.scope.path(codec.type)}(Default::default()))` : "_default()"};`];
    default:
      return statement(8, presence === "hidden" ? "" : `let ${variable} = `, { callee: "members.required", args: [variable, stringLiteral(name)] }, "?");
  }
}

export function unionBody(context: Context, unit: UnionUnit): string[] {
  switch (unit.tagging!.style) {
    case "internal":
      return internalBody(context, unit, unit.tagging!.tag);
    case "external":
      return choiceBody(context, unit, "external(j)", (one) => (one.codec === null ? ["variant.unit()?;"] : ["variant.content(j)?;"]));
    case "adjacent": {
      const { tag, content } = unit.tagging!;
      return choiceBody(context, unit, `adjacent(j, ${stringLiteral(tag)})`, (one) => (one.codec === null ? [] : [`variant.content(j, ${stringLiteral(content)})?;`]));
    }
  }
}

const variantOf = ({ shared, owner }: Context, one: CaseCodec): string => `Self::${shared.names.member(owner, one.name)}`;

function internalBody(context: Context, unit: UnionUnit, tag: string): string[] {
  const { scope } = context;
  const mutable = unit.cases.some(({ codec }) => codec === null) ? "mut " : "";
  const arms = unit.cases.flatMap((one) => {
    const head = `            ${stringLiteral(one.jsonName)} => {`;
    const variant = variantOf(context, one);
    if (one.codec === null) return [head, "                members.end(j)?;", `                ${variant}`, "            }"];
    if (one.codec.op !== "unit") throw new Error(`${one.name} cannot stand beside a tag`);
    const payload = context.unit(one.codec.type, "json");
    const read = context.function("readMembers", one.codec.type, "json");
    const table = context.function("memberTable", one.codec.type, "json");
    const call: Call = payload.recursionHead ? { callee: "members.nested", args: ["j", read] } : { callee: read, args: ["j", "members"] };
    return [
      head,
      `                let members = members.of(${table});`,
      ...statement(16, "let value = ", call, "?"),
      `                ${variant}(${context.boxed(one.codec) ? "Box::new(value)" : "value"})`,
      "            }",
    ];
  });
  scope.use("check");
  return [
    `        let (tag, at, ${mutable}members) = ${scope.use("json")}::read::internal(j, ${stringLiteral(tag)})?;`,
    "        Ok(match &*tag {",
    ...arms,
    "            _ => return Err(check::unknown_variant(&tag, at)),",
    "        })",
  ];
}

function choiceBody(context: Context, unit: UnionUnit, start: string, enter: (one: CaseCodec) => string[]): string[] {
  const mutable = start.startsWith("adjacent") && unit.cases.some(({ codec }) => codec !== null) ? "mut " : "";
  const arms = unit.cases.flatMap((one) => {
    const steps = enter(one);
    const variant = variantOf(context, one);
    const head = `            ${stringLiteral(one.jsonName)} =>`;
    if (one.codec === null) return steps.length === 0 ? [`${head} ${variant},`] : [`${head} {`, ...steps.map((step) => `                ${step}`), `                ${variant}`, "            }"];
    const call = readCall(context, one.codec, one.name);
    return [
      `${head} {`,
      ...steps.map((step) => `                ${step}`),
      ...statement(16, "let value = ", call, "?"),
      `                ${variant}(${context.boxed(one.codec) ? "Box::new(value)" : "value"})`,
      "            }",
    ];
  });
  return [
    `        let ${mutable}variant = ${context.scope.use("json")}::read::${start}?;`,
    "        let value = match variant.name() {",
    ...arms,
    "            _ => return Err(variant.unknown()),",
    "        };",
    "        variant.close(j)?;",
    "        Ok(value)",
  ];
}

export function enumBody(context: Context, unit: EnumUnit): string[] {
  const read = `${context.scope.use("json")}::read`;
  if (!unit.open) return [`        ${read}::variant(j, Self::from_name)`];
  return [`        ${inline({ callee: `${read}::open_variant`, args: ["j", "Self::from_name", context.function("nameless", context.owner, "json")] })}`];
}

/** Fields of bits that have a value. */
export const namedBits = (def: BitsDef): BitField[] => def.fields.filter(({ content }) => content.kind !== "reserved" && content.kind !== "const");
