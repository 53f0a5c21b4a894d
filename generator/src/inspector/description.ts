/**
 * What a program needs to know of a spec to lay the bytes of a message out field by field: its codecs as lowered, and its
 * docs. The inspector page reads it; it checks nothing, so bounds and patterns are only there to be shown.
 */
import type { BitField, TypeId } from "../ir/model.js";
import type { BitsUnit, CodecUnit, RootCodec } from "../codec/model.js";

export interface Description {
  /** What made the file. */
  "//": string;
  spec: string;
  hash: string;
  /** Sorted by id. */
  roots: RootCodec[];
  units: DescribedUnit[];
  /** Of types that have one, or whose members have one. */
  docs: Record<TypeId, TypeDoc>;
}

export type DescribedUnit = Exclude<CodecUnit, BitsUnit> | DescribedBits;

/** A unit of bit fields without its place in the spec: a line that moves there changes nothing here. */
export interface DescribedBits extends Omit<BitsUnit, "def"> {
  def: { fields: Omit<BitField, "doc" | "source">[] };
}

export interface TypeDoc {
  text?: string;
  /** By the names of fields and cases. */
  members?: Record<string, string>;
}
