/** Which types stand in which encodings: rules of an encoding hold for a free-standing type wherever it is used. */
import { isCodecRoot, isProtoRoot } from "../ir/codecs.js";
import type { CodecEncoding, EncodingName, RootInfo, Spec, StructDef, TypeDef, TypeId, UnionDef } from "../ir/model.js";
import { expressionsOf, nested } from "./expressions.js";

export interface Place<Encoding extends EncodingName = CodecEncoding> {
  type: TypeDef;
  encoding: Encoding;
  /** The first root message, in order of ids, through which it is reached. */
  root: StructDef | UnionDef;
}

type Types = ReadonlyMap<TypeId, TypeDef>;
type RootOf<Encoding extends EncodingName> = (StructDef | UnionDef) & { root: RootInfo & { encoding: Encoding } };

/** Every pair of a type and an encoding that it crosses in, roots first, breadth first. A type that no root reaches is in none. */
export const findPlaces = (spec: Spec, types: Types): Place[] => placesFrom(spec.types.filter(isCodecRoot), types);

/** The same for protobuf, which has rules of its own. */
export const findProtoPlaces = (spec: Spec, types: Types): Place<"proto">[] => placesFrom(spec.types.filter(isProtoRoot), types);

function placesFrom<Encoding extends EncodingName>(roots: RootOf<Encoding>[], types: Types): Place<Encoding>[] {
  const places = new Map<string, Place<Encoding>>();
  const visit = (type: TypeDef | undefined, encoding: Encoding, root: RootOf<Encoding>): void => {
    const key = `${encoding} ${type?.id}`;
    if (type && !places.has(key)) places.set(key, { type, encoding, root });
  };
  for (const root of roots) visit(root, root.root.encoding, root);
  for (const { type, encoding, root } of places.values())
    for (const id of containedIn(type)) {
      const target = types.get(id);
      // A message of another encoding keeps its own, and is a root by itself.
      if (target && (!isRoot(target) || target.root.encoding === encoding)) visit(target, encoding, root as RootOf<Encoding>);
    }
  return [...places.values()];
}

export function isRoot(type: TypeDef): type is (StructDef | UnionDef) & { root: NonNullable<StructDef["root"]> } {
  return (type.kind === "struct" || type.kind === "union") && type.root !== undefined;
}

/** Its optionals are there if bytes are left: in Layout, and in open structures in Compact. */
export function endsWithOptionals(place: Place): place is Place & { type: StructDef } {
  return place.type.kind === "struct" && (place.encoding === "layout" || (place.encoding === "compact" && place.type.open));
}

/** Types that cross as a part of this one, in its encoding. */
function* containedIn(type: TypeDef): Iterable<TypeId> {
  for (const { type: whole } of expressionsOf(type)) for (const part of nested(whole)) if (part.kind === "ref") yield part.type;
  if (type.kind === "bits")
    for (const { content } of type.fields) if (content.kind === "enum" || content.kind === "flags") yield content.type;
}

const ENCODINGS = { packed: "Packed", layout: "Layout", compact: "Compact", json: "Json", proto: "Proto" } as const satisfies Record<EncodingName, string>;

export const encodingWord = (encoding: EncodingName): string => ENCODINGS[encoding];

/** For messages: `in Layout`, or `in the Layout message RpcRequest` for a type that gets its encoding from there. */
export function whereabouts({ type, encoding, root }: Place<EncodingName>): string {
  return type === root ? `in ${encodingWord(encoding)}` : `in the ${encodingWord(encoding)} message ${root.name}`;
}
