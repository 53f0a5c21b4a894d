/**
 * Many mutants in one program. Each gets a copy, under a name of its own, of one root message and of the types between it
 * and the change; all else is shared. So one build tests many mutants of the same message, and a wrong answer names its mutant.
 */
import { lower } from "../../../../generator/dist/codec/lower.js";
import type { CodecModel } from "../../../../generator/dist/codec/model.js";
import type { Dfa } from "../../../../generator/dist/codec/pattern.js";
import type { Spec, TypeDef, TypeId } from "../../../../generator/dist/ir/model.js";
import { edited, type SpecMutant } from "../mutants/mutant.js";
import type { Reach } from "./reach.js";

/** A mutant, in one of the messages that show it. */
export interface Seed {
  mutant: SpecMutant;
  root: TypeId;
}

export interface Planted extends Seed {
  /** The name of the mutated root message. */
  type: TypeId;
}

export interface Composite {
  model: CodecModel;
  planted: Planted[];
}

export function composite(spec: Spec, reach: Reach, seeds: readonly Seed[]): Composite {
  const planted = seeds.map((seed, index) => ({ ...seed, type: copiedName(seed.root, index) }));
  const copies = seeds.flatMap((seed, index) => copiesFor(spec, reach, seed, index));
  const { services: _, ...rest } = spec;
  const model = lower({ ...rest, types: [...spec.types, ...copies].sort((a, b) => (a.id < b.id ? -1 : 1)) });
  seeds.forEach(({ mutant }, index) => editCodec(model, mutant, index));
  return { model, planted };
}

function copiesFor(spec: Spec, reach: Reach, { mutant, root }: Seed, index: number): TypeDef[] {
  const copied = new Set(reach.between(root, mutant.type));
  return spec.types
    .filter(({ id }) => copied.has(id))
    .map((type) => {
      const changed = type.id === mutant.type && mutant.level === "spec" ? edited(type, mutant.edits) : type;
      return renamed(changed, copied, index);
    });
}

/** The copy's module is the mutant's own: compilers and file names then say whose code is at fault. */
const copiedModule = (module: string, index: number): string => `mutant${index}.${module}`;

function copiedName(id: TypeId, index: number): TypeId {
  const dot = id.lastIndexOf(".");
  return `${copiedModule(id.slice(0, dot), index)}.${id.slice(dot + 1)}Mutant${index}`;
}

function renamed(type: TypeDef, copied: ReadonlySet<TypeId>, index: number): TypeDef {
  const walk = (value: unknown, member?: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(item));
    if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, name)]));
    return (member === "type" || member === "brand") && typeof value === "string" && copied.has(value) ? copiedName(value, index) : value;
  };
  const copy = walk(type) as TypeDef;
  return { ...copy, id: copiedName(type.id, index), module: copiedModule(type.module, index), name: `${type.name}Mutant${index}` };
}

/** Changes the copy's codec in place. */
function editCodec(model: CodecModel, { level, type, family, edits }: SpecMutant, index: number): void {
  if (level !== "codec") return;
  const name = copiedName(type, index);
  const at = model.units.findIndex((unit) => unit.type === name && unit.family === family);
  model.units[at] = edited(model.units[at]!, edits.map((edit) => ({ ...edit, to: isTable(edit.to) ? addPattern(model, edit.to, index) : edit.to })));
}

const isTable = (to: unknown): to is Dfa => typeof to === "object" && to !== null && "accepting" in to;

/** One for all uses in the mutant. */
function addPattern({ patterns }: CodecModel, dfa: Dfa, index: number): number {
  const source = `(mutant ${index})`;
  const known = patterns.find((one) => one.source === source);
  if (!known) patterns.push({ id: patterns.length, source, dfa });
  return known?.id ?? patterns.length - 1;
}
