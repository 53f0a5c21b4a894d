/** A spec, ready to be asked: types by id, families of encodings, widths of integers. */
import type { CodecEncoding, IntName, RootInfo, Spec, StructDef, TypeDef, TypeExpr, TypeId, UnionDef } from "../../ir/model.js";

/** Packed and Layout write values alike: `fixed`. */
export type BinaryFamily = "fixed" | "compact";
export type Family = BinaryFamily | "json";

export type Root = (StructDef | UnionDef) & { root: RootInfo & { encoding: CodecEncoding } };

export class Types {
  private readonly byId: ReadonlyMap<TypeId, TypeDef>;

  constructor(spec: Spec) {
    this.byId = new Map(spec.types.map((type) => [type.id, type]));
  }

  get(id: TypeId): TypeDef {
    const type = this.byId.get(id);
    if (!type) throw new Error(`the spec has no type ${id}`);
    return type;
  }

  all(): Iterable<TypeDef> {
    return this.byId.values();
  }

  root(id: TypeId): Root {
    const type = this.get(id);
    if (!isRoot(type)) throw new Error(`${id} has no encoding of its own that has codecs`);
    return type;
  }
}

/** Proto messages are written and read by protobuf's own tools. */
export function isRoot(type: TypeDef): type is Root {
  return (type.kind === "struct" || type.kind === "union") && type.root !== undefined && type.root.encoding !== "proto";
}

export function familyOf(root: Root): Family {
  const { encoding } = root.root;
  return encoding === "packed" || encoding === "layout" ? "fixed" : encoding;
}

/** Encoded, but not part of the value. */
export const isHidden = (type: TypeExpr): boolean => type.kind === "const" || type.kind === "reserved";

export const bitsOf = (int: IntName): number => Number(int.slice(1));
export const bytesOf = (int: IntName): number => bitsOf(int) / 8;
export const isSigned = (int: IntName): boolean => int.startsWith("i");

/** Inclusive. */
export function rangeOf(int: IntName): { min: bigint; max: bigint } {
  const bits = BigInt(bitsOf(int));
  return isSigned(int) ? { min: -(1n << (bits - 1n)), max: (1n << (bits - 1n)) - 1n } : { min: 0n, max: (1n << bits) - 1n };
}
