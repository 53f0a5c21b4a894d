/** What the planning of the extension carries along: names of classes, tables and functions. */
import type { BitsUnit, Codec, CodecUnit, EnumUnit, Extent, Family, FlagsUnit } from "../../../codec/model.js";
import type { TypeId } from "../../../ir/model.js";
import { assignNames } from "../../../names/table.js";
import { slotOf, type Slot } from "../codecs/slots.js";
import type { PythonModel } from "../model.js";
import { valueFields } from "../natives.js";
import { Source } from "./source.js";

export class Accelerator {
  readonly source = new Source();
  private readonly stems: ReadonlyMap<TypeId, string>;

  constructor(readonly model: PythonModel) {
    this.stems = assignNames(model.source.types.map(({ id, module }) => [id, [...model.path(module), model.stem(id)].join("_")] as const), new Set());
  }

  /** What everything of a type is called after: `wire_packet_packet_header`. */
  stem = (id: TypeId): string => this.stems.get(id)!;
  /** The table of a class, of an enum or of flags; of a case with its name. */
  table = (id: TypeId, one?: string): string => (one === undefined ? `t_${this.stem(id)}` : `t_${this.stem(id)}__${one}`);
  /** Where a field stands in its object. */
  offset = (id: TypeId, field: string): string => `${this.table(id)}__at[${this.fields(id).indexOf(this.model.member(id, field))}]`;
  unknownOffset = (id: TypeId): string => `${this.table(id)}__at[${this.fields(id).indexOf("unknown")}]`;

  /** Attributes of a structure or of bit fields. */
  fields(id: TypeId): string[] {
    const def = this.model.types.get(id)!;
    if (def.kind === "bits") return def.fields.filter(({ content }) => content.kind !== "reserved" && content.kind !== "const").map(({ name }) => this.model.member(id, name));
    if (def.kind !== "struct") throw new Error(`${id} has no fields`);
    return [...valueFields(def).map(({ name }) => this.model.member(id, name)), ...(def.open ? ["unknown"] : [])];
  }

  read = (family: Family, id: TypeId): string => `read_${family}_${this.stem(id)}`;
  write = (family: Family, id: TypeId): string => `write_${family}_${this.stem(id)}`;
}

/** The function under way. */
export interface Context {
  accelerator: Accelerator;
  family: Family;
  /** What functions of its parts are called after. */
  stem: string;
  /** How deep values inside lie: an expression, or null where it does not matter. */
  depth: string | null;
}

export const part = (context: Context, name: string): Context => ({ ...context, stem: `${context.stem}__${name}` });

export function contextOf({ family, type, recursionHead }: CodecUnit, accelerator: Accelerator, side: "read" | "write"): Context {
  const counts = accelerator.model.countsDepth(family, type);
  return { accelerator, family, stem: accelerator[side](family, type), depth: counts ? (recursionHead ? "depth + 1" : "depth") : null };
}

/** Parameters behind the first, each with a comma before it. */
export const depthParameter = ({ depth }: Context): string => (depth === null ? "" : ", int depth");
/** The argument for a function of a part, which knows of the depth as the function under way does. */
export const depthOfPart = ({ depth }: Context): string => (depth === null ? "" : `, ${depth}`);
/** The same inside such a function. */
export const inner = (context: Context): Context => ({ ...context, depth: context.depth === null ? null : "depth" });

export function depthOfUnit({ family, type }: Extract<Codec, { op: "unit" }>, { accelerator, depth }: Context): string {
  return accelerator.model.countsDepth(family, type) ? `, ${depth ?? "0"}` : "";
}

export const checkDepth = ({ recursionHead }: CodecUnit, failure: string): string[] => (recursionHead ? [`if (depth >= MW_MAX_DEPTH) return ${failure};`] : []);

export function choiceOf(codec: Extract<Codec, { op: "unit" }>, { accelerator }: Context): EnumUnit | FlagsUnit | BitsUnit | null {
  const unit = accelerator.model.unit(codec.family, codec.type);
  return unit.kind === "enum" || unit.kind === "flags" || unit.kind === "bits" ? unit : null;
}

export const slotIn = (codec: Codec, context: Context): Slot | null => slotOf(codec, (unit) => choiceOf(unit, context));

export const pattern = (id: number | null): string => (id === null ? "NULL" : `&pattern_${id}`);

/** How the runtime calls a prefix. */
export function prefixOf({ kind, int }: Extent): string {
  if (kind !== "prefix") return "MW_REST";
  const width = int!.int.slice(1);
  if (int!.form === "varint") return `MW_VARINT${width}`;
  return width === "8" ? "MW_U8" : `MW_U${width}${int!.form === "be" ? "BE" : "LE"}`;
}
