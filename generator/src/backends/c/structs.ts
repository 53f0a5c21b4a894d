/** Structs and unions in the fixed and compact families. */
import type { FieldCodec, StructUnit, UnionUnit } from "../../codec/model.js";
import type { StructDef, UnionDef } from "../../ir/model.js";
import { BinaryExpressions, intForm } from "./binary.js";
import { member, type Context, type Place } from "./context.js";
import type { Footprint } from "./footprint.js";
import type { Sources, Step } from "./functions.js";
import { cInt, intLiteral } from "./literals.js";
import { memberNames, upperWords } from "./names.js";
import type { Member } from "./natives.js";
import { readField, runLength, runWidth, writeField, type RunField } from "./runs.js";

export class BinaryStructs {
  constructor(
    private readonly context: Context,
    private readonly sources: Sources,
    private readonly footprint: Footprint,
  ) {}

  struct(unit: StructUnit): void {
    const type = this.context.type(unit.type) as StructDef;
    const { members, unknown } = this.context.natives.members(type);
    const byName = new Map(members.map((one) => [one.field.name, one]));
    const shared = { type: `${this.context.names.type(unit.type)}_t`, head: unit.recursionHead, usesValue: members.length > 0 || unknown !== null };
    const steps = this.readSteps(unit, byName, unknown);
    const usesHas = steps.some(({ template }) => template === "step_read_option_boxed");
    this.sources.addUnit("read_struct", this.context.codecName("read", unit.type, unit.family), { ...shared, usesHas, steps });
    this.sources.addUnit("write_struct", this.context.codecName("write", unit.type, unit.family), { ...shared, steps: this.writeSteps(unit, byName, unknown) });
  }

  union(unit: UnionUnit): void {
    const { context } = this;
    const type = context.type(unit.type) as UnionDef;
    const expressions = new BinaryExpressions(context, this.sources, unit.family, this.footprint);
    const members = memberNames(unit.cases.map(({ name }) => name));
    const stem = context.names.type(unit.type);
    const cases = unit.cases.map((one, index) => {
      const boxed = one.payload !== null && context.natives.boxed(unit.type, one.payload);
      const caseStem = (direction: string): string => `${direction}_${unit.family}_${stem}_${members[index]!}`;
      return {
        tag: intLiteral(unit.tagCodec!.int, one.tag),
        constant: caseConstant(context, type, one.name),
        read: one.codec === null ? "true" : expressions.read(one.codec, member(`out->u.${members[index]!}`, boxed), caseStem("read")),
        write: one.codec === null ? "true" : expressions.write(one.codec, member(`value->u.${members[index]!}`, boxed), caseStem("write")),
      };
    });
    const shared = { type: `${stem}_t`, head: unit.recursionHead, tagType: cInt(unit.tagCodec!.int), tagForm: intForm(unit.tagCodec!), cases };
    this.sources.addUnit("read_union", context.codecName("read", unit.type, unit.family), shared);
    this.sources.addUnit("write_union", context.codecName("write", unit.type, unit.family), shared);
  }

  private readSteps(unit: StructUnit, members: ReadonlyMap<string, Member>, unknown: string | null): Step[] {
    const expressions = new BinaryExpressions(this.context, this.sources, unit.family, this.footprint);
    const steps = this.inRuns(unit, "read", (field) => this.readStep(expressions, unit, field, members.get(field.name)));
    return unknown === null ? steps : [...steps, { template: "step_line", line: `mw_read_unknown(r, &out->${unknown});` }];
  }

  private writeSteps(unit: StructUnit, members: ReadonlyMap<string, Member>, unknown: string | null): Step[] {
    const expressions = new BinaryExpressions(this.context, this.sources, unit.family, this.footprint);
    /** Trailing fields before the one at hand. */
    const before: FieldCodec[] = [];
    const order = (test: string): Step[] => before.map(({ name }) => ({ template: "step_write_order", test, absent: `!${presence(members.get(name)!, "value")}`, field: name }));
    const steps = this.inRuns(unit, "write", (field) => {
      const own = members.get(field.name);
      const step = this.writeStep(expressions, unit, field, own);
      if (field.presence !== "trailing") return [step];
      const checks = order(presence(own!, "value"));
      before.push(field);
      return [...checks, step];
    });
    if (unknown === null) return steps;
    return [...steps, ...order(`value->${unknown}.size != 0`), { template: "step_bare", expression: `mw_write_raw(w, value->${unknown}.data, value->${unknown}.size)` }];
  }

  /** Fields one by one, but for those that a run takes together. */
  private inRuns(unit: StructUnit, direction: "read" | "write", one: (field: FieldCodec) => Step[]): Step[] {
    const steps: Step[] = [];
    for (let at = 0; at < unit.fields.length; ) {
      const length = runLength(this.context, unit.fields, at);
      if (length === 0) steps.push(...one(unit.fields[at++]!));
      else {
        steps.push(this.run(unit, unit.fields.slice(at, at + length), direction));
        at += length;
      }
    }
    return steps;
  }

  private run(unit: StructUnit, fields: FieldCodec[], direction: "read" | "write"): Step {
    const { context } = this;
    const type = context.type(unit.type) as StructDef;
    const members = new Map(context.natives.members(type).members.map((own) => [own.field.name, own]));
    let offset = 0;
    const placed = fields.map((field): RunField => {
      const size = runWidth(context, field.codec)!;
      const at: Place = member(`${direction === "read" ? "out" : "value"}->${members.get(field.name)?.name ?? ""}`);
      const lines = direction === "read" ? readField(context, field.codec, at, field.name, offset) : writeField(context, field.codec, at, field.name, offset);
      offset += size;
      return { field: field.name, offset: offset - size, size, end: offset, lines };
    });
    const stem = `${direction}_${unit.family}_${context.names.type(unit.type)}_run`;
    const usesValue = fields.some(({ presence }) => presence === "always");
    const name = this.sources.add(`${direction}_run`, stem, { type: `${context.names.type(unit.type)}_t`, size: offset, usesValue, fields: placed });
    if (direction === "write") return { template: "step_bare", expression: `${name}(w, value)` };
    return { template: "step_bare", expression: `(mw_left(r) >= ${offset} ? ${name}(r, out, true) : ${name}(r, out, false))` };
  }

  private readStep(expressions: BinaryExpressions, unit: StructUnit, field: FieldCodec, own: Member | undefined): Step[] {
    const stem = `read_${unit.family}_${this.context.names.type(unit.type)}_${own?.name ?? "constant"}`;
    const place = member(own ? `out->${own.name}` : "", own?.boxed);
    const { direct, codec } = presented(field, own);
    const expression = expressions.read(codec, place, stem);
    if (!direct) return [{ template: "step", expression, field: field.name }];
    const kind = field.presence === "trailing" ? "trailing" : "option";
    return [{ template: `step_read_${kind}${own!.has === null ? "_boxed" : ""}`, test: "mw_read_bool", has: own!.has ?? "", place: own!.name, expression, field: field.name }];
  }

  private writeStep(expressions: BinaryExpressions, unit: StructUnit, field: FieldCodec, own: Member | undefined): Step {
    const stem = `write_${unit.family}_${this.context.names.type(unit.type)}_${own?.name ?? "constant"}`;
    const place = member(own ? `value->${own.name}` : "", own?.boxed);
    const { direct, codec } = presented(field, own);
    const expression = expressions.write(codec, place, stem);
    if (!direct) return { template: "step_write", expression, field: field.name };
    const present = presence(own!, "value");
    if (field.presence === "trailing") return { template: "step_write_if", test: present, expression, field: field.name };
    return { template: "step_write_option", test: present, expression, field: field.name };
  }
}

/** What says that a value is there. */
export const presence = (own: Member, value: string): string => (own.has === null ? `(${value}->${own.name} != NULL)` : `${value}->${own.has}`);

/** Whether a member of the struct says that the value is there, and the codec of what it then is. */
export function presented(field: FieldCodec, own: Member | undefined): { direct: boolean; codec: FieldCodec["codec"] } {
  if (!own?.maybe) return { direct: false, codec: field.codec };
  if (field.presence === "always" && field.codec.op === "nullable") return { direct: true, codec: field.codec.inner };
  return { direct: true, codec: field.codec };
}

export function caseConstant(context: Context, type: UnionDef, name: string): string {
  const stem = context.names.type(type.id).slice(context.names.prefix.length + 1);
  return context.names.constant(`${type.id}#${name}`, upperWords(stem, "case", name));
}
