/** What every part of the plan looks things up in. */
import type { CodecModel, CodecUnit, Codec, Extent, Family, Pattern } from "../../codec/model.js";
import { lookupOf, type Lookup } from "../../codec/lookup.js";
import type { TypeDef, TypeId } from "../../ir/model.js";
import { Headers, type HeaderPlan } from "./headers.js";
import { moduleGroups, type ModuleGroups } from "./modules.js";
import { names, type Names } from "./names.js";
import { natives, type Natives } from "./natives.js";
import type { Shape } from "./shapes.js";

export interface Context {
  model: CodecModel;
  names: Names;
  natives: Natives;
  groups: ModuleGroups;
  lookup: Lookup;
  type(id: TypeId): TypeDef;
  unit(id: TypeId, family: Family): CodecUnit;
  /** `mw_packet_header_read_fixed` */
  codecName(direction: "read" | "write", id: TypeId, family: Family): string;
  pattern(id: number): Pattern;
  /** Planned first, so that names are given in the same order whatever is made of them afterwards. */
  headers: HeaderPlan[];
  specConstants: { hash: string; version: string };
}

export function context(model: CodecModel): Context {
  const lookup = lookupOf(model);
  const patterns = new Map(model.patterns.map((pattern) => [pattern.id, pattern]));
  const own = names(model.spec);
  const specConstants = { hash: own.constant("spec#hash", "spec_hash"), version: own.constant("spec#version", "spec_version") };
  const shared = { model, names: own, natives: natives(model, own), groups: moduleGroups(model) };
  return {
    ...shared,
    specConstants,
    headers: new Headers(shared.model, shared.names, shared.natives, shared.groups).plan(),
    lookup,
    type: (id) => lookup.types.get(id)!,
    unit: (id, family) => lookup.unit(id, family)!,
    codecName: (direction, id, family) => `${own.type(id)}_${direction}_${family}`,
    pattern: (id) => patterns.get(id)!,
  };
}

/** Where a value stands: as an element, an array is inside a struct of its own. */
export interface Place {
  /** An lvalue. */
  code: string;
  /** An array here is a struct around one. */
  wrapped: boolean;
  /** The place holds a pointer to the value. */
  boxed: boolean;
}

export const member = (code: string, boxed = false): Place => ({ code, wrapped: false, boxed });
export const element = (code: string): Place => ({ code, wrapped: true, boxed: false });

/** The array itself, whatever stands around it. */
export const arrayAt = ({ code, wrapped }: Place, what: "bytes" | "items"): string => (wrapped ? `${code}.${what}` : code);

/** How the function of an array takes it: by its first element, so that rows of rows work alike. */
export function arrayParameter(natives: Natives, elementShape: Shape, name: string, boxed: boolean): string {
  const isArray = elementShape.kind === "array" || elementShape.kind === "fixedBytes";
  return natives.declare(elementShape, isArray ? `(*${name})` : `*${name}`, boxed);
}

/** Bounds as the runtime takes them. */
export const sizeMin = ({ min }: Extent): string => String(min);
export const sizeMax = ({ max }: Extent): string => (max === null ? "UINT64_MAX" : max > 0x7fffffff ? `UINT64_C(${max})` : String(max));

export function prefixOf({ kind, int }: Extent): string {
  if (kind !== "prefix" || !int) return "MW_PREFIX_REST";
  const name = int.int.toUpperCase();
  if (int.form === "varint") return `MW_PREFIX_VARINT_${name}`;
  return int.int === "u8" ? "MW_PREFIX_U8" : `MW_PREFIX_${name}${int.form.toUpperCase()}`;
}

export const patternName = (id: number): string => `pattern_${id}`;

/** Brands change no byte. */
export const withoutBrand = (codec: Codec): Exclude<Codec, { op: "brand" }> => (codec.op === "brand" ? withoutBrand(codec.codec) : codec);
