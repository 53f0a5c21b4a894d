/** Functions that write structures, bit fields and unions as JSON. */
import type { BitsUnit, CaseCodec, FieldCodec, StructUnit, UnionUnit } from "../../../codec/model.js";
import { bitsCodec } from "../codecs/readJsonObjects.js";
import { checkDepth, contextOf, depthParameter, part, type Accelerator, type Context } from "./context.js";
import { text } from "./literals.js";
import { Members } from "./members.js";
import { writeJson } from "./writeJson.js";

const writing = (beside: boolean): Members => new Members(beside, { next: "mw_write_next", literal: "mw_raw", close: "mw_write_close", first: "w" });

export function writeJsonStruct(unit: StructUnit, accelerator: Accelerator): void {
  const context = contextOf(unit, accelerator, "write");
  const beside = accelerator.model.standsBesideTag(unit.type);
  const members = writing(beside);
  const tests = unit.fields.map((field) => writeMember(unit, field, members, part(context, field.name)));
  // Members that nobody knows are checked by the pure codec.
  if (unit.open) tests.push(`mw_is_octets(mw_part(value, ${accelerator.unknownOffset(unit.type)}), 0, 0)`);
  tests.push(members.close());
  addObject(unit, context, members, tests, beside ? ", int any" : "");
}

function addObject(unit: StructUnit | BitsUnit, context: Context, members: Members, tests: string[], beside: string): void {
  context.accelerator.source.add(`static int ${context.stem}(mw_writer *w, PyObject *value${depthParameter(context)}${beside})`, [
    ...members.declaration(),
    ...checkDepth(unit, "0"),
    `if (value == NULL || Py_TYPE(value) != ${context.accelerator.table(unit.type)}.type) return 0;`,
    ...tests.map((test) => `if (!(${test})) return 0;`),
    "return 1;",
  ]);
}

function writeMember(unit: StructUnit, { name, jsonName, codec, presence }: FieldCodec, members: Members, context: Context): string {
  const key = `${JSON.stringify(jsonName)}:`;
  const always = presence === "always" || presence === "hidden";
  if (codec.op === "constInt") return members.mark(key + codec.value, true);
  if (codec.op === "constBytes") return members.mark(key + Buffer.from(codec.hex, "hex").toString("utf8"), true);
  const source = `mw_part(value, ${context.accelerator.offset(unit.type, name)})`;
  const written = `${members.mark(key, always)} && ${writeJson(codec, source, context)}`;
  if (always) return written;
  return presence === "member" ? `${source} == Py_None || (${written})` : `(empty = mw_is_empty(${source})) > 0 || (empty == 0 && ${written})`;
}

export function writeJsonBits(unit: BitsUnit, accelerator: Accelerator): void {
  const context = contextOf(unit, accelerator, "write");
  const members = writing(false);
  const tests = unit.def.fields.flatMap((bits) => {
    const codec = bitsCodec(bits);
    if (!codec) return [];
    const mark = members.mark(`${JSON.stringify(bits.jsonName)}:`, true);
    return [`${mark} && ${writeJson(codec, `mw_part(value, ${accelerator.offset(unit.type, bits.name)})`, part(context, bits.name))}`];
  });
  addObject(unit, context, members, [...tests, members.close()], "");
}

export function writeJsonUnion(unit: UnionUnit, accelerator: Accelerator): void {
  const context = contextOf(unit, accelerator, "write");
  accelerator.source.add(`static int ${context.stem}(mw_writer *w, PyObject *value${depthParameter(context)})`, [
    ...checkDepth(unit, "0"),
    "if (value == NULL) return 0;",
    ...unit.cases.map((one) => {
      const table = accelerator.table(unit.type, accelerator.model.member(unit.type, one.name));
      return `if (Py_TYPE(value) == ${table}.type) return ${writeCase(unit, one, `mw_part(value, ${table}__at[0])`, part(context, one.name))};`;
    }),
    "return 0;",
  ]);
}

function writeCase(unit: UnionUnit, { jsonName, codec, payload }: CaseCodec, source: string, context: Context): string {
  const { accelerator, depth } = context;
  const tagging = unit.tagging!;
  const name = JSON.stringify(jsonName);
  const raw = (spelt: string): string => `mw_raw(w, ${text(spelt)})`;
  if (tagging.style === "external") return codec ? `${raw(`{${name}:`)} && ${writeJson(codec, source, context)} && ${raw("}")}` : raw(name);
  const tag = `{${JSON.stringify(tagging.tag)}:${name}`;
  if (!codec) return raw(`${tag}}`);
  if (tagging.style === "adjacent") return `${raw(`${tag},${JSON.stringify(tagging.content)}:`)} && ${writeJson(codec, source, context)} && ${raw("}")}`;
  const counts = accelerator.model.countsDepth("json", payload!) ? `, ${depth ?? "0"}` : "";
  return `${raw(tag)} && ${accelerator.write("json", payload!)}(w, ${source}${counts}, 1)`;
}
