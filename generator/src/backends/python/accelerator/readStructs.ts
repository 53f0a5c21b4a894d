/** Functions that read structures and unions from bytes. */
import type { Codec, FieldCodec, StructUnit, UnionUnit } from "../../../codec/model.js";
import { intSlot } from "../codecs/slots.js";
import { refused, variable } from "./choices.js";
import { checkDepth, contextOf, depthParameter, part, slotIn, type Accelerator, type Context } from "./context.js";
import { integer } from "./literals.js";
import { caseMaker, maker } from "./nesting.js";
import { load, passVarint, readNumber, readOption, readValue, slotTest, slotValue } from "./readBinary.js";

export function readStruct(unit: StructUnit, accelerator: Accelerator): void {
  const context = contextOf(unit, accelerator, "read");
  const tests = testsOf(unit, context);
  const body = tests.map((test) => `if (!(${test})) goto refused;`);
  accelerator.source.add(`static PyObject *${context.stem}(mw_reader *r${depthParameter(context)})`, [
    ...checkDepth(unit, "NULL"),
    `PyObject *value = ${maker(unit, accelerator)}(&${accelerator.table(unit.type)});`,
    "if (value == NULL) return NULL;",
    ...(tests.length === 0 ? ["(void)r;"] : body),
    "return value;",
    ...refused(body),
  ]);
}

const isPlain = ({ presence }: FieldCodec): boolean => presence === "always" || presence === "hidden";

/** What must hold, in order; fields of a fixed width that follow each other are made sure of at once. */
function testsOf(unit: StructUnit, context: Context): string[] {
  const tests: string[] = [];
  let run: { field: FieldCodec; size: number }[] = [];
  const flush = (): void => {
    if (run.length === 0) return;
    const size = run.reduce((sum, one) => sum + one.size, 0);
    let offset = 0;
    const inside = run.map((one) => {
      const from = offset === 0 ? "from" : `from + ${offset}`;
      offset += one.size;
      return one.field.presence === "hidden" ? slotTest(one.field.codec, from) : put(unit, one.field, slotValue(one.field.codec, from, context), context);
    });
    tests.push(`(from = mw_take(r, ${size})) != NULL`, ...inside);
    run = [];
  };
  for (const field of unit.fields) {
    const slot = isPlain(field) ? slotIn(field.codec, context) : null;
    if (slot) {
      run.push({ field, size: slot.size });
      continue;
    }
    flush();
    tests.push(testOf(unit, field, part(context, field.name)));
  }
  flush();
  if (unit.open) tests.push(`mw_put(value, ${context.accelerator.unknownOffset(unit.type)}, mw_read_octets(r, MW_REST, 0, UINT64_MAX))`);
  return tests;
}

const put = (unit: StructUnit, { name }: FieldCodec, object: string, { accelerator }: Context): string => `mw_put(value, ${accelerator.offset(unit.type, name)}, ${object})`;

function testOf(unit: StructUnit, field: FieldCodec, context: Context): string {
  const { codec, presence } = field;
  switch (presence) {
    case "hidden":
      return passVarint(codec as Extract<Codec, { op: "constInt" }>);
    case "always":
      return put(unit, field, readValue(codec, context), context);
    case "trailing":
      return put(unit, field, `r->at < r->end ? ${readValue(codec, context)} : mw_new_ref(Py_None)`, context);
    case "option":
      return put(unit, field, readOption(codec, context), context);
    default:
      throw new Error(`${presence} fields stand in JSON only`);
  }
}

export function readUnion(unit: UnionUnit, accelerator: Accelerator): void {
  const context = contextOf(unit, accelerator, "read");
  const int = unit.tagCodec!;
  const slot = intSlot(int);
  const tag = slot ? `(from = mw_take(r, ${slot.size})) != NULL` : readNumber({ ...int, min: null, max: null });
  accelerator.source.add(`static PyObject *${context.stem}(mw_reader *r${depthParameter(context)})`, [
    ...checkDepth(unit, "NULL"),
    `if (!(${tag})) return NULL;`,
    `switch (${slot ? load(int, "from") : variable(int)}) {`,
    ...unit.cases.map((one) => {
      const table = accelerator.table(unit.type, accelerator.model.member(unit.type, one.name));
      const made = one.codec === null ? `mw_make(&${table})` : `${caseMaker(one.codec, accelerator)}(&${table}, ${readValue(one.codec, part(context, one.name))})`;
      return `  case ${slot ? one.tag : integer(String(one.tag), int)}: return ${made};`;
    }),
    "  default: return NULL;",
    "}",
  ]);
}
