/** Functions that read structures, bit fields and unions from canonical JSON. */
import type { BitsUnit, CaseCodec, FieldCodec, StructUnit, UnionUnit } from "../../../codec/model.js";
import { bitsCodec } from "../codecs/readJsonObjects.js";
import { refused } from "./choices.js";
import { checkDepth, contextOf, depthParameter, part, type Accelerator, type Context } from "./context.js";
import { text } from "./literals.js";
import { Members } from "./members.js";
import { caseMaker, maker } from "./nesting.js";
import { readJson } from "./readJson.js";

const reading = (beside: boolean): Members => new Members(beside, { next: "mw_next", literal: "mw_literal", close: "mw_close", first: "r" });


export function readJsonStruct(unit: StructUnit, accelerator: Accelerator): void {
  const context = contextOf(unit, accelerator, "read");
  const beside = accelerator.model.standsBesideTag(unit.type);
  const members = reading(beside);
  const tests = unit.fields.map((field) => memberTest(unit, field, members, part(context, field.name)));
  if (unit.open) tests.push(`mw_put(value, ${accelerator.unknownOffset(unit.type)}, PyBytes_FromStringAndSize(NULL, 0))`);
  tests.push(members.close());
  addObject(unit, context, members, tests, beside ? ", int any" : "");
}

function addObject(unit: StructUnit | BitsUnit, context: Context, members: Members, tests: string[], beside: string): void {
  const body = tests.map((test) => `if (!(${test})) goto refused;`);
  context.accelerator.source.add(`static PyObject *${context.stem}(mw_reader *r${depthParameter(context)}${beside})`, [
    ...members.declaration(),
    ...checkDepth(unit, "NULL"),
    `PyObject *value = ${maker(unit, context.accelerator)}(&${context.accelerator.table(unit.type)});`,
    "if (value == NULL) return NULL;",
    ...body,
    "return value;",
    ...refused(body),
  ]);
}

function memberTest(unit: StructUnit, { name, jsonName, codec, presence }: FieldCodec, members: Members, context: Context): string {
  const key = `${JSON.stringify(jsonName)}:`;
  const always = presence === "always" || presence === "hidden";
  if (codec.op === "constInt") return members.mark(key + codec.value, true);
  if (codec.op === "constBytes") return members.mark(key + Buffer.from(codec.hex, "hex").toString("utf8"), true);
  const mark = members.mark(key, always);
  const offset = context.accelerator.offset(unit.type, name);
  const read = readJson(codec, context);
  if (always) return `${mark} && mw_put(value, ${offset}, ${read})`;
  if (presence === "member") return `mw_put(value, ${offset}, ${mark} ? ${read} : mw_new_ref(Py_None))`;
  return `mw_put(value, ${offset}, ${mark} ? mw_non_empty(${read}) : ${empty(unit, name, context)})`;
}

/** What a field is that is left out because it is empty. */
function empty(unit: StructUnit, field: string, { accelerator }: Context): string {
  const { kind } = accelerator.model.def("struct", unit.type).fields.find(({ name }) => name === field)!.type;
  switch (kind) {
    case "int":
      return "PyLong_FromLong(0)";
    case "bool":
      return "mw_new_ref(Py_False)";
    case "text":
      return "PyUnicode_FromStringAndSize(NULL, 0)";
    case "bytes":
      return "PyBytes_FromStringAndSize(NULL, 0)";
    case "list":
      return "PyList_New(0)";
    case "map":
      return "PyDict_New()";
    default:
      throw new Error(`a ${kind} is never left out because it is empty`);
  }
}

/** Bit fields as an object of those that are part of the value. */
export function readJsonBits(unit: BitsUnit, accelerator: Accelerator): void {
  const context = contextOf(unit, accelerator, "read");
  const members = reading(false);
  const tests = unit.def.fields.flatMap((bits) => {
    const codec = bitsCodec(bits);
    if (!codec) return [];
    const mark = members.mark(`${JSON.stringify(bits.jsonName)}:`, true);
    return [`${mark} && mw_put(value, ${accelerator.offset(unit.type, bits.name)}, ${readJson(codec, part(context, bits.name))})`];
  });
  addObject(unit, context, members, [...tests, members.close()], "");
}

export function readJsonUnion(unit: UnionUnit, accelerator: Accelerator): void {
  const context = contextOf(unit, accelerator, "read");
  const tagging = unit.tagging!;
  const lead = tagging.style === "external" ? [] : [`if (!mw_literal(r, ${text(`{${JSON.stringify(tagging.tag)}:`)})) return NULL;`];
  accelerator.source.add(`static PyObject *${context.stem}(mw_reader *r${depthParameter(context)})`, [
    ...checkDepth(unit, "NULL"),
    ...lead,
    ...unit.cases.map((one) => readCase(unit, one, part(context, one.name))),
    "return NULL;",
  ]);
}

function readCase(unit: UnionUnit, one: CaseCodec, context: Context): string {
  const { accelerator, depth } = context;
  const tagging = unit.tagging!;
  const table = accelerator.table(unit.type, accelerator.model.member(unit.type, one.name));
  const name = JSON.stringify(one.jsonName);
  const when = (spelt: string, result: string): string => `if (mw_literal(r, ${text(spelt)})) return ${result};`;
  const closed = (): string => `${caseMaker(one.codec!, accelerator)}(&${table}, mw_closed(r, ${readJson(one.codec!, context)}))`;
  if (one.codec === null) return tagging.style === "external" ? when(name, `mw_make(&${table})`) : when(`${name}}`, `mw_make(&${table})`);
  switch (tagging.style) {
    case "external":
      return when(`{${name}:`, closed());
    case "adjacent":
      return when(`${name},${JSON.stringify(tagging.content)}:`, closed());
    case "internal": {
      const counts = accelerator.model.countsDepth("json", one.payload!) ? `, ${depth ?? "0"}` : "";
      return when(name, `${caseMaker(one.codec, accelerator)}(&${table}, ${accelerator.read("json", one.payload!)}(r${counts}, 1))`);
    }
  }
}
