/** Writing JSON. */
import type { CaseCodec, Codec, FieldCodec, StructUnit, UnionUnit } from "../../../codec/model.js";
import { signature, statement, type Call } from "../layout.js";
import { floatBounds, intBounds, limited, type Context } from "../plan/context.js";
import { byteLiteral, stringLiteral } from "../words.js";
import { emptiness, jsonText } from "./json-read.js";
import { borrow } from "./runs.js";

/** The call that writes the value at `place`; its second argument is the writer. */
export function writeCall(context: Context, codec: Codec, place: string, hint: string): Call {
  const write = `${context.scope.use("json")}::write`;
  const call = (name: string, ...args: string[]): Call => ({ callee: `${write}::${name}`, args: [borrow(place), "w", ...args] });
  const bounded = (bounds: [string, string], name: string): Call => ({ callee: `${context.scope.use("write")}::limited`, args: [borrow(place), "w", ...bounds, `${write}::${name}`] });
  switch (codec.op) {
    case "int":
      return limited(codec) ? bounded(intBounds(codec), "integer") : call("integer");
    case "float":
      return limited(codec) ? bounded(floatBounds(codec), `f${codec.bits}`) : call(`f${codec.bits}`);
    case "bool":
      return call("bool");
    case "text":
      return codec.pattern === null ? call("text", context.limit(codec.extent)) : call("text_matching", context.limit(codec.extent), `&${context.shared.pattern(codec.pattern)}`);
    case "bytes":
      return call(codec.json!, context.limit(codec.extent));
    case "fixedBytes":
      return call(`fixed_${codec.json}`);
    case "list":
      return call("list", context.limit(codec.extent), writePath(context.elements, codec.element, `${hint}_item`));
    case "array":
      return call("array", writePath(context, codec.element, `${hint}_item`));
    case "map":
      return call("map", context.limit(codec.extent), keyPath(context, codec.key, `${hint}_key`), writePath(context.elements, codec.value, `${hint}_value`));
    case "nullable":
      return call("nullable", writePath(context, codec.inner, `${hint}_inner`));
    case "duration":
      return call("duration");
    case "socketAddress":
      return call("socket_address");
    case "jsonValue":
      return call("value");
    case "brand":
      return writeCall(context, codec.codec, `${place}.0`, hint);
    case "unit":
      return { callee: context.function("write", codec.type, codec.family), args: [borrow(place), "w"] };
    case "constInt":
    case "constBytes":
    case "reserved":
    case "window":
      throw new Error(`${codec.op} is not written by one call in JSON`);
  }
}

/** A function that writes a value, given only the value and the writer. */
export function writePath(context: Context, codec: Codec, hint: string): string {
  if (codec.op === "unit") {
    const path = context.function("write", codec.type, codec.family);
    return context.boxed(codec) ? `${context.scope.use("write")}::boxed(${path})` : path;
  }
  const call = writeCall(context, codec, "value", hint);
  if (codec.op !== "brand" && call.args.length === 2) return call.callee;
  return context.helper("write", hint, (name) => [
    ...signature(4, `fn ${name}`, [`value: &${context.native(codec)}`, context.writer], context.encoded),
    ...statement(8, "", call, "", ""),
    "    }",
  ]);
}

/** A function that writes a key, which is a string. */
function keyPath(context: Context, codec: Codec, hint: string): string {
  const inner = codec.op === "brand" ? codec.codec : codec;
  if (inner.op !== "int") return writePath(context, codec, hint);
  const digits = writePath(context, inner, `${hint}_digits`);
  const place = codec.op === "brand" ? "&value.0" : "value";
  return context.helper("write", hint, (name) => [
    ...signature(4, `fn ${name}`, [`value: &${context.native(codec)}`, context.writer], context.encoded),
    ...statement(8, "", { callee: `${context.scope.use("json")}::write::integer_key`, args: [place, "w", digits] }, "", ""),
    "    }",
  ]);
}

export const keyLine = (indent: number, name: string): string => `${" ".repeat(indent)}json::write::key(w, ${stringLiteral(`"${jsonText(name)}":`)});`;

export function structBody(context: Context): string[] {
  const unit = context.unit(context.owner, "json");
  const tag = unit.kind === "struct" && unit.open ? ", None" : "";
  return ['        w.raw(b"{");', `        self.${context.shared.items.request("writeMembers", context.owner, "json")}(w${tag})?;`, '        w.raw(b"}");', "        Ok(())"];
}

/** What stands between the braces, or behind the tag. */
export function membersBody(context: Context, unit: StructUnit): string[] {
  const { scope, shared, owner } = context;
  const lines = unit.fields.flatMap((field) => writeMember(context, field));
  if (unit.open) {
    const table = context.function("memberTable", owner, "json");
    lines.push(...statement(8, "", { callee: `${scope.use("json")}::write::unknown`, args: [`&self.${shared.names.unknown(owner)}`, "w", table, "tag"] }, "?"));
  }
  return [...lines, "        Ok(())"];
}

function writeMember(context: Context, field: FieldCodec): string[] {
  const { scope, shared, owner } = context;
  const { codec, name, jsonName, presence } = field;
  scope.use("json");
  if (presence === "hidden") return [keyLine(8, jsonName), `        w.raw(${constantToken(codec)});`];
  const place = `self.${shared.names.member(owner, name)}`;
  const write = (indent: number, from: string): string[] => [keyLine(indent, jsonName), ...statement(indent, "", writeCall(context, codec, from, name), scope.at(name))];
  if (presence === "member") {
    const from = context.boxed(codec) && codec.op !== "unit" ? "*value" : "value";
    return [`        if let Some(value) = &${place} {`, ...write(12, from), "        }"];
  }
  if (presence === "omitEmpty") return [`        if ${negated(emptiness(codec, place))} {`, ...write(12, place), "        }"];
  return write(8, place);
}

const negated = (condition: string): string => (condition.startsWith("!") ? condition.slice(1) : condition.endsWith(" == 0") ? condition.replace(/ == 0$/, " != 0") : `!${condition}`);

function constantToken(codec: Codec): string {
  if (codec.op === "constInt") return byteLiteral(Buffer.from(codec.value).toString("hex"));
  if (codec.op === "constBytes") return byteLiteral(codec.hex);
  throw new Error(`${codec.op} is no constant`);
}

export function unionBody(context: Context, unit: UnionUnit): string[] {
  return ["        match self {", ...unit.cases.flatMap((one) => writeCase(context, unit, one)), "        }", "        Ok(())"];
}

function writeCase(context: Context, unit: UnionUnit, one: CaseCodec): string[] {
  const { shared, owner } = context;
  const tagging = unit.tagging!;
  const name = `"${jsonText(one.jsonName)}"`;
  const variant = `Self::${shared.names.member(owner, one.name)}`;
  const raw = (text: string): string => `w.raw(${byteLiteral(Buffer.from(text).toString("hex"))})`;
  const head = tagging.style === "external" ? `{${name}:` : `{"${jsonText(tagging.tag)}":${name}`;
  if (one.codec === null) return [`            ${variant} => ${raw(tagging.style === "external" ? name : `${head}}`)},`];
  const content = tagging.style === "adjacent" ? `${head},"${jsonText(tagging.content)}":` : head;
  return [
    `            ${variant}(value) => {`,
    `                ${raw(content)};`,
    ...writePayload(context, tagging.style === "internal" ? tagging.tag : null, one.codec),
    `                ${raw("}")};`,
    "            }",
  ];
}

/** `tag`: the name of the one that the payload's members stand beside. */
function writePayload(context: Context, tag: string | null, codec: Codec): string[] {
  if (codec.op !== "unit") throw new Error(`${codec.op} cannot be a case in JSON`);
  if (tag === null) return statement(16, "", writeCall(context, codec, "value", ""), "?");
  const path = context.function("writeMembers", codec.type, "json");
  const unit = context.unit(codec.type, "json");
  const told = unit.kind === "struct" && unit.open ? [`Some(${stringLiteral(jsonText(tag))})`] : [];
  if (!unit.recursionHead) return statement(16, "", { callee: path, args: ["value", "w", ...told] }, "?");
  const place = context.boxed(codec) ? "&**value" : "value";
  const write = told.length === 0 ? path : `|value, w| ${path}(value, w, ${told.join("")})`;
  return statement(16, "", { callee: `${context.scope.use("write")}::nested`, args: [place, "w", write] }, "?");
}
