/** Which types stand in which encodings: rules of an encoding hold for a free-standing type wherever it is used. */
import type { EncodingName, Spec, StructDef, TypeDef, TypeId, UnionDef } from "../ir/model.js";
import { expressionsOf, nested } from "./expressions.js";

export interface Place {
  type: TypeDef;
  encoding: EncodingName;
  /** The first root message, in order of ids, through which it is reached. */
  root: StructDef | UnionDef;
}

/** Every pair of a type and an encoding that it crosses in, roots first, breadth first. A type that no root reaches is in none. */
export function findPlaces(spec: Spec, types: ReadonlyMap<TypeId, TypeDef>): Place[] {
  const places = new Map<string, Place>();
  const visit = (type: TypeDef | undefined, encoding: EncodingName, root: Place["root"]): void => {
    const key = `${encoding} ${type?.id}`;
    if (type && !places.has(key)) places.set(key, { type, encoding, root });
  };
  for (const type of spec.types) if (isRoot(type)) visit(type, type.root.encoding, type);
  for (const { type, encoding, root } of places.values())
    for (const id of containedIn(type)) {
      const target = types.get(id);
      // A message of another encoding keeps its own, and is a root by itself.
      if (target && (!isRoot(target) || target.root.encoding === encoding)) visit(target, encoding, root);
    }
  return [...places.values()];
}

export function isRoot(type: TypeDef): type is (StructDef | UnionDef) & { root: NonNullable<StructDef["root"]> } {
  return (type.kind === "struct" || type.kind === "union") && type.root !== undefined;
}

/** Types that cross as a part of this one, in its encoding. */
function* containedIn(type: TypeDef): Iterable<TypeId> {
  for (const { type: whole } of expressionsOf(type)) for (const part of nested(whole)) if (part.kind === "ref") yield part.type;
  if (type.kind === "bits")
    for (const { content } of type.fields) if (content.kind === "enum" || content.kind === "flags") yield content.type;
}

const ENCODINGS = { packed: "Packed", layout: "Layout", compact: "Compact", json: "Json" } as const satisfies Record<EncodingName, string>;

export const encodingWord = (encoding: EncodingName): string => ENCODINGS[encoding];

/** For messages: `in Layout`, or `in the Layout message RpcRequest` for a type that gets its encoding from there. */
export function whereabouts({ type, encoding, root }: Place): string {
  return type === root ? `in ${encodingWord(encoding)}` : `in the ${encodingWord(encoding)} message ${root.name}`;
}
