/** Functions that write structures, bit fields and unions as bytes. */
import type { BitsUnit, Codec, FieldCodec, StructUnit, UnionUnit } from "../../../codec/model.js";
import type { Scope } from "../scope.js";
import { block, call, ifAny, type Line } from "../source.js";
import { field as fieldContext, local, slotIn, text, type Context } from "./context.js";
import { checkDepth, contextOf, plan, type PlannedFunction } from "./functions.js";
import { Run, type Slot } from "./slots.js";
import { writeValue } from "./writeBinary.js";
import { packingOf, type Packing } from "./writeSlots.js";

/** `value` is of the class, or this is not what its place holds. */
export const checkClass = (name: string, scope: Scope): Line =>
  block(`if type(value) is not ${name}:`, [call(`raise ${scope.runtime("_checks", "wrong_type")}`, ["value", `"${name}"`])]);

export function writeStruct(unit: StructUnit, scope: Scope): PlannedFunction {
  const { context, depth } = contextOf(unit, scope);
  const name = scope.model.className(unit.type);
  const body = [...checkDepth(unit, scope, "write"), checkClass(name, scope), ...new StructWriter(unit, context).lines()];
  return plan(scope.write(unit.family, unit.type), ["out: bytearray", `value: ${name}`, ...depth], "None", body);
}

interface Item {
  slot: Slot;
  packing: Packing;
  /** Statements that make the packed name. */
  load: Line[];
}

class StructWriter {
  private run = new Run<Item>();
  private readonly body: Line[] = [];

  constructor(
    private readonly unit: StructUnit,
    private readonly context: Context,
  ) {}

  lines(): Line[] {
    const { fields, open } = this.unit;
    const { scope } = this.context;
    if (this.asksForAbsent()) this.body.push('absent = ""');
    for (const field of fields) this.write(field);
    this.flush();
    if (open) {
      const unknown = local(this.context, "unknown");
      this.body.push(`${unknown} = ${scope.runtime("_checks", "octets")}(value.unknown, "")`);
      if (this.asksForAbsent()) this.body.push(block(`if ${unknown} and absent:`, [this.missing()]));
      this.body.push(`out += ${unknown}`);
    }
    return this.body;
  }

  private missing = (): Line => `raise ${this.context.scope.runtime("_checks", "missing_before")}(absent)`;

  private write({ name, codec, presence }: FieldCodec): void {
    const context = fieldContext(this.context, name);
    const attribute = presence === "hidden" ? null : `value.${context.scope.model.member(this.unit.type, name)}`;
    const slot = slotIn(codec, context);
    if (slot && (presence === "always" || presence === "hidden")) return this.slot(codec, slot, attribute, context);
    this.flush();
    if (presence === "always" || presence === "hidden") this.body.push(...writeValue(codec, attribute, context));
    else if (presence === "option") this.body.push(block(`if ${attribute!} is None:`, ["out.append(0)"]), block("else:", ["out.append(1)", ...writeValue(codec, attribute, context)]));
    else if (!this.asksForAbsent()) this.body.push(block(`if ${attribute!} is not None:`, writeValue(codec, attribute, context)));
    else {
      const isFirst = name === this.trailing()[0];
      this.body.push(
        block(`if ${attribute!} is None:`, [`absent = ${isFirst ? "" : "absent or "}${text(name)}`]),
        block("else:", [...(isFirst ? [] : [block("if absent:", [this.missing()])]), ...writeValue(codec, attribute, context)]),
      );
    }
  }

  private trailing = (): string[] => this.unit.fields.filter(({ presence }) => presence === "trailing").map(({ name }) => name);

  /** True if something may follow a trailing field that is not there. */
  private asksForAbsent = (): boolean => this.trailing().length > (this.unit.open ? 0 : 1);

  private slot(codec: Codec, slot: Slot, attribute: string | null, context: Context): void {
    if (!this.run.accepts(slot)) this.flush();
    const name = attribute === null ? null : local(context);
    const load = name === null ? [] : [`${name} = ${attribute!}`];
    this.run.push({ slot: codec.op === "bool" ? { ...slot, code: "?" } : slot, packing: packingOf(codec, name, context), load });
  }

  /** Packs the run at once; where that fails, the checks one by one say why, or convert. */
  private flush(): void {
    const { items, format } = this.run;
    const { scope } = this.context;
    if (items.length === 0) return;
    this.run = new Run();
    const pack = `out += ${scope.struct(format)}.pack`;
    const irregular = items.flatMap(({ packing }) => packing.irregular);
    const packed = call(pack, items.map(({ packing }) => packing.packed));
    const checked = call(pack, items.map(({ packing }) => packing.checked));
    this.body.push(...items.flatMap(({ load }) => load));
    if (items.every(({ packing }) => packing.packed === packing.checked)) return void this.body.push(packed);
    const guard = irregular.length === 0 ? [] : [block(ifAny(irregular), [`raise ${scope.runtime("_checks", "IrregularError")}`])];
    this.body.push(block("try:", [...guard, packed]), block(`except ${scope.runtime("_checks", "IRREGULAR")}:`, [checked]));
  }
}

/** The function that puts bit fields together to an integer. */
export function joinBits(unit: BitsUnit, scope: Scope): PlannedFunction {
  const { context } = contextOf(unit, scope);
  const name = scope.model.className(unit.type);
  const body: Line[] = [checkClass(name, scope), "bits = 0"];
  let shift = 0;
  for (const { name: spec, content, width } of unit.def.fields) {
    const own = fieldContext(context, spec);
    const part = content.kind === "reserved" ? null : content.kind === "const" ? String(content.value) : joinPart(content, width, `value.${scope.model.member(unit.type, spec)}`, own);
    if (part !== null) body.push(`bits += ${part}${shift === 0 ? "" : ` << ${shift}`}`);
    shift += width;
  }
  return plan(scope.helper(unit.type, "join"), [`value: ${name}`], "int", [...body, "return bits"]);
}

function joinPart(content: BitsUnit["def"]["fields"][number]["content"], width: number, attribute: string, context: Context): string {
  const { scope, path, family } = context;
  const high = (1n << BigInt(width)) - 1n;
  const within = (value: string): string => `${scope.runtime("_checks", "integer")}(${value}, 0, ${high}, ${text(path)})`;
  switch (content.kind) {
    case "bool":
      return `${scope.runtime("_checks", "boolean")}(${attribute}, ${text(path)})`;
    case "enum":
      return within(packingOf({ op: "unit", type: content.type, family }, attribute, context).checked);
    case "flags":
      return packingOf({ op: "unit", type: content.type, family }, attribute, context).checked;
    default:
      return within(attribute);
  }
}

export function writeUnion(unit: UnionUnit, scope: Scope): PlannedFunction {
  const { context, depth } = contextOf(unit, scope);
  const name = scope.model.className(unit.type);
  const cases = unit.cases.map((one): Line => {
    const tag = writeValue({ op: "constInt", int: unit.tagCodec!, value: String(one.tag) }, null, context);
    const content = one.codec ? writeValue(one.codec, "value.value", { ...context, hint: one.name }) : [];
    return block(`if type(value) is ${name}.${scope.model.member(unit.type, one.name)}:`, [...tag, ...content, "return"]);
  });
  const wrong = call(`raise ${scope.runtime("_checks", "wrong_type")}`, ["value", `"${name}.Case"`]);
  return plan(scope.write(unit.family, unit.type), ["out: bytearray", "value: object", ...depth], "None", [...checkDepth(unit, scope, "write"), ...cases, wrong]);
}
