/** Writing in Packed, Layout and Compact. */
import type { CaseCodec, Codec, FieldCodec, StructUnit, UnionUnit } from "../../../codec/model.js";
import { inline, signature, statement, type Call } from "../layout.js";
import { floatBounds, intBounds, limited, scalar, type Context } from "../plan/context.js";
import { readsAlone, segments } from "./binary-read.js";
import { borrow, bytesPath, fillFields, fillPath, isPlain } from "./runs.js";

/** The call that writes the value at `place`; its second argument is the writer. */
export function writeCall(context: Context, codec: Codec, place: string, hint: string): Call {
  const { scope } = context;
  const write = scope.use("write");
  const call = (name: string, ...args: string[]): Call => ({ callee: `${write}::${name}`, args: [borrow(place), "w", ...args] });
  switch (codec.op) {
    case "int":
      return limited(codec) ? call("limited", ...intBounds(codec), `${write}::${scalar(codec)}`) : call(scalar(codec));
    case "float": {
      const plain = `f${codec.bits}_${codec.form}`;
      return limited(codec) ? call("limited", ...floatBounds(codec), `${write}::${plain}`) : call(plain);
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
      return listCall(context, codec, place, hint);
    case "array":
      return call("array", writePath(context, codec.element, `${hint}_item`));
    case "map":
      return call("map", context.extent(codec.extent), writePath(context.elements, codec.key, `${hint}_key`), writePath(context.elements, codec.value, `${hint}_value`));
    case "constInt":
      return { callee: `${write}::${scalar(codec.int)}`, args: [`&${codec.value}`, "w"] };
    case "nullable":
      return call("optional", writePath(context, codec.inner, `${hint}_inner`));
    case "duration":
      return call("duration");
    case "socketAddress":
      return call("socket_address");
    case "window":
      return call("window", context.extent(codec.extent), writePath(context, codec.content, `${hint}_content`));
    case "brand":
      return writeCall(context, codec.codec, `${place}.0`, hint);
    case "unit":
      return { callee: context.function("write", codec.type, codec.family), args: [borrow(place), "w"] };
    case "constBytes":
    case "reserved":
    case "jsonValue":
      throw new Error(`${codec.op} is not written by one call`);
  }
}

function listCall(context: Context, codec: Extract<Codec, { op: "list" }>, place: string, hint: string): Call {
  const write = context.scope.use("write");
  const args = [borrow(place), "w", context.extent(codec.extent)];
  if (isPlain(codec.element)) return { callee: `${write}::list_of_values`, args: [...args, bytesPath(context, codec.element, `${hint}_item`)] };
  if (context.shared.sizes.of(codec.element) !== null) return { callee: `${write}::list_of_runs`, args: [...args, fillPath(context, codec.element, `${hint}_item`)] };
  return { callee: `${write}::list`, args: [...args, writePath(context.elements, codec.element, `${hint}_item`)] };
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

export function structBody(context: Context, unit: StructUnit): string[] {
  const lines = segments(context, unit.fields).flatMap((segment) =>
    segment.length > 1 || !readsAlone(segment[0]!) ? writeRun(context, segment) : writeField(context, segment[0]!, unit),
  );
  if (unit.open) lines.push(`        ${context.scope.use("write")}::remaining(&self.${context.shared.names.unknown(context.owner)}, w);`);
  return [...lines, "        Ok(())"];
}

const member = ({ shared, owner }: Context, field: Pick<FieldCodec, "name">): string => `self.${shared.names.member(owner, field.name)}`;

/** What a field's value is called in a run; constants have none. */
export const placeOf = (context: Context, field: FieldCodec): string => (field.presence === "hidden" ? "" : member(context, field));

function writeRun(context: Context, fields: FieldCodec[]): string[] {
  const size = fields.reduce((sum, field) => sum + context.shared.sizes.ofField(field)!, 0);
  if (fields.every(({ codec }) => codec.op === "reserved")) return [`        w.raw(&[0; ${size}]);`];
  return [`        let mut run = [0; ${size}];`, ...fillFields(context, fields, (field) => placeOf(context, field), 8), "        w.raw(&run);"];
}

function writeField(context: Context, field: FieldCodec, unit: StructUnit): string[] {
  const { scope } = context;
  const { name, codec, presence } = field;
  if (presence !== "option" && presence !== "trailing") return statement(8, "", writeCall(context, codec, placeOf(context, field), name), scope.at(name));
  const write = scope.use("write");
  const place = member(context, field);
  const path = writePath(context, codec, name);
  if (presence === "option") return statement(8, "", { callee: `${write}::optional`, args: [`&${place}`, "w", path] }, scope.at(name));
  const later = laterPresence(context, unit, field);
  const gap = later === undefined ? [] : statement(8, "", { callee: `${write}::no_gap`, args: [`${place}.is_some()`, later] }, scope.at(name));
  return [...gap, ...statement(8, "", { callee: `${write}::trailing`, args: [`&${place}`, "w", path] }, scope.at(name))];
}

/** Whether something stands behind an optional field. Undefined: nothing can. */
function laterPresence(context: Context, unit: StructUnit, field: FieldCodec): string | undefined {
  const later = unit.fields.slice(unit.fields.indexOf(field) + 1).map((other) => `${member(context, other)}.is_some()`);
  if (unit.open) later.push(`!self.${context.shared.names.unknown(context.owner)}.is_empty()`);
  return later.length === 0 ? undefined : later.join(" || ");
}

export function unionBody(context: Context, unit: UnionUnit): string[] {
  return ["        match self {", ...unit.cases.flatMap((one) => writeCase(context, unit, one)), "        }"];
}

function writeCase(context: Context, unit: UnionUnit, one: CaseCodec): string[] {
  const variant = `Self::${context.shared.names.member(context.owner, one.name)}`;
  const tag: Call = { callee: `${context.scope.use("write")}::${scalar(unit.tagCodec!)}`, args: [`&${one.tag}`, "w"] };
  if (one.codec === null) return [`            ${variant} => ${inline(tag)},`];
  const payload = context.boxed(one.codec) && one.codec.op !== "unit" ? "*value" : "value";
  return [
    `            ${variant}(value) => {`,
    `                ${inline(tag)}?;`,
    ...statement(16, "", writeCall(context, one.codec, payload, one.name), "", ""),
    "            }",
  ];
}
