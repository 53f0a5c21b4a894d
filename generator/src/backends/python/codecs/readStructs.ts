/** Functions that read structures and bit fields from bytes: runs of fixed-width fields at once, all else one by one. */
import type { BitsUnit, Codec, FieldCodec, StructUnit } from "../../../codec/model.js";
import type { Scope } from "../scope.js";
import { block, call, type Line, targets } from "../source.js";
import { field as fieldContext, local, plus, slotIn, text, type Context } from "./context.js";
import { checkDepth, contextOf, plan, type PlannedFunction } from "./functions.js";
import { checkPresent, PRESENCE, prefixOf, prefixSlot, startBehind, type Prefix } from "./prefixes.js";
import { readBody, readValue } from "./readBinary.js";
import { finishOf, type Finish } from "./readSlots.js";
import { Run, type Slot } from "./slots.js";

export function readStruct(unit: StructUnit, scope: Scope): PlannedFunction {
  const { context, depth } = contextOf(unit, scope);
  const name = scope.model.className(unit.type);
  const reader = new StructReader(unit, context, depth.length > 0);
  const body = [
    ...checkDepth(unit, scope, "read"),
    call(`value = ${name}.__new__`, [name]),
    ...reader.lines(),
    "return value, at",
  ];
  return plan(scope.read(unit.family, unit.type), ["data: bytes", "at: int", "end: int", ...depth], `tuple[${name}, int]`, body);
}

/** A field of a run: an integer, an enum, …, or the prefix of the field that follows the run. */
interface Item {
  slot: Slot;
  path: string;
  /** Where the raw value goes. */
  place: string;
  /** A type checker sees no value of a branded type in plain bytes. */
  branded: boolean;
  /** Checks and conversion, given where the field began. */
  finish: (at: string) => Line[];
}

class StructReader {
  private run = new Run<Item>();
  private readonly body: Line[] = [];
  /** `at` has left the start of the value. */
  private moved = false;
  /** The start is needed later. */
  private restarts = false;

  constructor(
    private readonly unit: StructUnit,
    private readonly context: Context,
    private readonly hasDepth: boolean,
  ) {}

  lines(): Line[] {
    for (const field of this.unit.fields) this.read(field);
    this.flush();
    if (this.unit.open) this.body.push("value.unknown = data[at:end]", "at = end");
    return this.restarts ? ["start = at", ...this.body] : this.body;
  }

  private read(field: FieldCodec): void {
    const { codec, presence } = field;
    const context = fieldContext(this.context, field.name);
    const target = presence === "hidden" ? null : `value.${this.context.scope.model.member(this.unit.type, field.name)}`;
    if (presence === "trailing") {
      this.flush();
      this.push(block("if at < end:", readValue(codec, target, context)), block("else:", [`${target!} = None`]));
    } else if (presence === "option") {
      const present = this.prefix(PRESENCE, context);
      this.push(...checkPresent({ number: present, start: startBehind(PRESENCE.int) }, context));
      this.push(block(`if ${present}:`, readValue(codec, target, context)), block("else:", [`${target!} = None`]));
    } else this.readAlways(codec, target, context);
  }

  private readAlways(codec: Codec, target: string | null, context: Context): void {
    const slot = slotIn(codec, context);
    if (slot) {
      this.slot(slot, codec.op === "brand", finishOf(codec, context), target, context);
      return;
    }
    const prefix = prefixOf(codec);
    if (prefix && prefixSlot(prefix)) {
      const number = this.prefix(prefix, context);
      this.push(...readBody(codec, target!, { number, start: startBehind(prefix.int) }, context));
    } else {
      this.flush();
      this.push(...readValue(codec, target, context));
    }
  }

  /** Ends the run with the prefix of the next value. */
  private prefix(prefix: Prefix, context: Context): string {
    const number = local(context, prefix.role);
    this.slot(prefixSlot(prefix)!, false, { direct: true, checks: false, lines: () => [] }, number, context);
    this.flush();
    return number;
  }

  private slot(slot: Slot, branded: boolean, finish: Finish, target: string | null, context: Context): void {
    if (!this.run.accepts(slot)) this.flush();
    const place = finish.direct && target !== null ? target : local(context, target === null ? "" : "raw");
    this.run.push({ slot, path: context.path, place, branded, finish: finish.direct ? () => [] : (at) => finish.lines(place, at, target) });
  }

  /** One bounds check, one `unpack_from`, then the checks in order. */
  private flush(): void {
    const run = this.run;
    if (run.items.length === 0) return;
    this.run = new Run();
    let offset = 0;
    const checks = run.items.flatMap(({ slot, finish }) => {
      const lines = finish(plus("at", offset));
      offset += slot.size;
      return lines;
    });
    const [first] = run.items;
    const load = (run.items.length === 1 && loadOne(first!, this.context)) || [targets(run.items.map(({ place }) => place), ` = ${this.context.scope.struct(run.format)}.unpack_from(data, at)`)];
    this.push(block(`if ${run.size === 1 ? "at >= end" : `end - at < ${run.size}`}:`, [this.cut(run)]), ...load, ...checks, `at += ${run.size}`);
  }

  /** The input ends within the run: the slow way, which finds the field. */
  private cut(run: Run<Item>): Line {
    const { scope } = this.context;
    if (run.items.length === 1) {
      const [{ path, slot }] = run.items as [Item];
      return call(`raise ${scope.runtime("_refuse", "truncated")}`, ["at", text(path), String(slot.size), slot.size === 1 ? "0" : "end - at"]);
    }
    this.restarts ||= this.moved;
    const read = scope.read(this.unit.family, this.unit.type);
    const fields = call("", run.items.map(({ path, slot }) => `(${text(path)}, ${slot.size})`));
    return call(`raise ${scope.runtime("_reading", "cut_run")}`, [read, "data", this.moved ? "start" : "at", "at", "end", fields, ...(this.hasDepth ? ["depth"] : [])]);
  }

  private push(...lines: Line[]): void {
    this.body.push(...lines);
    this.moved = true;
  }
}

/** A byte, or bytes as they are; other values need `struct`. */
function loadOne({ slot, place, branded }: Item, context: Context): Line[] | null {
  if (slot.code !== "B" && !slot.code.endsWith("s")) return null;
  const raw = slot.code === "B" ? "data[at]" : `data[at : at + ${slot.size}]`;
  if (!branded) return [`${place} = ${raw}`];
  const any = local(context, "branded");
  return [`${any}: ${context.scope.std("typing")}.Any = ${raw}`, `${place} = ${any}`];
}

/** The function that takes an integer apart into bit fields, from the low bit up. `at` is where the integer began. */
export function splitBits(unit: BitsUnit, scope: Scope): PlannedFunction {
  const { context } = contextOf(unit, scope);
  const name = scope.model.className(unit.type);
  const body: Line[] = [call(`value = ${name}.__new__`, [name])];
  let shift = 0;
  for (const bits of unit.def.fields) {
    const own = bits.name === "" ? context : fieldContext(context, bits.name);
    const target = bits.name === "" || bits.content.kind === "const" ? null : `value.${scope.model.member(unit.type, bits.name)}`;
    const part = `${shift === 0 ? "bits" : `bits >> ${shift}`} & 0x${((1n << BigInt(bits.width)) - 1n).toString(16).toUpperCase()}`;
    shift += bits.width;
    body.push(...splitPart(bits.content, part, target, own));
  }
  return plan(scope.helper(unit.type, "split"), ["bits: int", "at: int"], name, [...body, "return value"]);
}

function splitPart(content: BitsUnit["def"]["fields"][number]["content"], part: string, target: string | null, context: Context): Line[] {
  const { scope, path } = context;
  const refusal = (name: string, ...rest: string[]): Line => call(`raise ${scope.runtime("_refuse", name)}`, ["at", text(path), ...rest]);
  switch (content.kind) {
    case "uint":
      return [`${target!} = ${part}`];
    case "bool":
      return [`${target!} = (${part}) == 1`];
    case "const":
      return [block(`if (${part}) != ${content.value}:`, [refusal("bad_constant", text(String(content.value)))])];
    case "reserved":
      return [block(`if ${part}:`, [refusal("bad_reserved")])];
    default: {
      const raw = local(context, "raw");
      return [`${raw} = ${part}`, ...finishOf({ op: "unit", type: content.type, family: context.family }, context).lines(raw, "at", target)];
    }
  }
}

