/** Functions that write structures and unions as bytes. */
import type { FieldCodec, StructUnit, UnionUnit } from "../../../codec/model.js";
import { checkDepth, contextOf, depthParameter, part, slotIn, type Accelerator, type Context } from "./context.js";
import { writeOption, writeSlot, writeValue } from "./writeBinary.js";

export function writeStruct(unit: StructUnit, accelerator: Accelerator): void {
  const context = contextOf(unit, accelerator, "write");
  const trailing = unit.fields.some(({ presence }) => presence === "trailing");
  const body = linesOf(unit, context);
  accelerator.source.add(`static int ${context.stem}(mw_writer *w, PyObject *value${depthParameter(context)})`, [
    ...checkDepth(unit, "0"),
    `if (value == NULL || Py_TYPE(value) != ${accelerator.table(unit.type)}.type) return 0;`,
    ...(trailing ? ["PyObject *part;", "int absent = 0;"] : []),
    ...(body.length === 0 ? ["(void)w;"] : body),
    "return 1;",
  ]);
}

const attribute = (unit: StructUnit, { name, presence }: FieldCodec, { accelerator }: Context): string =>
  presence === "hidden" ? "NULL" : `mw_part(value, ${accelerator.offset(unit.type, name)})`;
const must = (test: string): string => `if (!(${test})) return 0;`;

function linesOf(unit: StructUnit, context: Context): string[] {
  const lines: string[] = [];
  let run: { field: FieldCodec; size: number }[] = [];
  const flush = (): void => {
    if (run.length === 0) return;
    const size = run.reduce((sum, one) => sum + one.size, 0);
    lines.push(must(`(to = mw_room(w, ${size})) != NULL`));
    let offset = 0;
    for (const one of run) {
      lines.push(must(writeSlot(one.field.codec, attribute(unit, one.field, context), offset === 0 ? "to" : `to + ${offset}`, context)));
      offset += one.size;
    }
    run = [];
  };
  for (const field of unit.fields) {
    const slot = field.presence === "always" || field.presence === "hidden" ? slotIn(field.codec, context) : null;
    if (slot) {
      run.push({ field, size: slot.size });
      continue;
    }
    flush();
    lines.push(...writeField(unit, field, part(context, field.name)));
  }
  flush();
  if (unit.open) lines.push(...writeUnknown(unit, context));
  return lines;
}

function writeField(unit: StructUnit, field: FieldCodec, context: Context): string[] {
  const source = attribute(unit, field, context);
  if (field.presence === "option") return [must(writeOption(field.codec, source, context))];
  if (field.presence !== "trailing") return [must(writeValue(field.codec, source, context))];
  return [`part = ${source};`, "if (part == Py_None) absent = 1;", `else if (absent || !(${writeValue(field.codec, "part", context)})) return 0;`];
}

/** What a later version had behind the fields known here. */
function writeUnknown(unit: StructUnit, { accelerator }: Context): string[] {
  const source = `mw_part(value, ${accelerator.unknownOffset(unit.type)})`;
  const trailing = unit.fields.some(({ presence }) => presence === "trailing");
  return [must(`mw_write_octets(w, MW_REST, ${source}, 0, ${trailing ? "absent ? 0 : UINT64_MAX" : "UINT64_MAX"})`)];
}

export function writeUnion(unit: UnionUnit, accelerator: Accelerator): void {
  const context = contextOf(unit, accelerator, "write");
  accelerator.source.add(`static int ${context.stem}(mw_writer *w, PyObject *value${depthParameter(context)})`, [
    ...checkDepth(unit, "0"),
    "if (value == NULL) return 0;",
    ...unit.cases.map((one) => {
      const table = accelerator.table(unit.type, accelerator.model.member(unit.type, one.name));
      const tag = writeValue({ op: "constInt", int: unit.tagCodec!, value: String(one.tag) }, "NULL", context);
      const content = one.codec === null ? "" : ` && ${writeValue(one.codec, `mw_part(value, ${table}__at[0])`, part(context, one.name))}`;
      return `if (Py_TYPE(value) == ${table}.type) return ${tag}${content};`;
    }),
    "return 0;",
  ]);
}
