/** The part of a spec that has codecs. Proto messages have none: protobuf's own tools read and write them. */
import type { CodecEncoding, RootInfo, Spec, StructDef, TypeDef, TypeId, UnionDef } from "./model.js";
import { referencesOf } from "./references.js";

/** A message that codecs are made for. */
export type CodecRoot = (StructDef | UnionDef) & { root: RootInfo & { encoding: CodecEncoding } };

export function isCodecRoot(type: TypeDef): type is CodecRoot {
  return (type.kind === "struct" || type.kind === "union") && type.root !== undefined && type.root.encoding !== "proto";
}

/** A message in the protobuf format. */
export type ProtoRoot = (StructDef | UnionDef) & { root: RootInfo & { encoding: "proto" } };

export function isProtoRoot(type: TypeDef): type is ProtoRoot {
  return (type.kind === "struct" || type.kind === "union") && type.root?.encoding === "proto";
}

/** The spec without its Proto messages and the types that only they use. Types that nothing uses stay. */
export function withCodecs(spec: Spec): Spec {
  const types = new Map(spec.types.map((type) => [type.id, type]));
  const proto = reachable(types, spec.types.filter(isProtoRoot));
  if (proto.size === 0) return spec;
  const kept = reachable(types, spec.types.filter((type) => isCodecRoot(type) || !proto.has(type.id)));
  return { ...spec, types: spec.types.filter(({ id }) => kept.has(id)) };
}

function reachable(types: ReadonlyMap<TypeId, TypeDef>, from: TypeDef[]): Set<TypeId> {
  const found = new Set<TypeId>();
  const waiting = from.map(({ id }) => id);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const type = types.get(id);
    if (!type || found.has(id)) continue;
    found.add(id);
    waiting.push(...referencesOf(type));
  }
  return found;
}
