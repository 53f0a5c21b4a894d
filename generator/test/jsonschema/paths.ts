/** Which types a refusal's path can mean. Paths do not name the cases of unions, so there may be several. */
import type { Spec, TypeDef, TypeExpr, TypeId } from "../../src/ir/model.js";

export interface Spot {
  type: TypeExpr;
  /** The key of a map, which JSON writes as text. */
  key: boolean;
}

export class Paths {
  private readonly types: ReadonlyMap<TypeId, TypeDef>;

  constructor(spec: Spec) {
    this.types = new Map(spec.types.map((type) => [type.id, type]));
  }

  /** Behind the last segment, through nullables, unions and whatever else adds nothing to a path. */
  at(root: TypeId, path: string): Spot[] {
    let spots = this.open({ type: { kind: "ref", type: root }, key: false });
    for (const [segment] of path.matchAll(/\w+|\[\d+\]/g)) spots = spots.flatMap((spot) => this.step(spot, segment)).flatMap((spot) => this.open(spot));
    return spots;
  }

  private open(spot: Spot, seen = new Set<TypeId>()): Spot[] {
    const { type } = spot;
    if (type.kind === "nullable" || type.kind === "sized") return this.open({ ...spot, type: type.inner }, seen);
    if (type.kind !== "ref" && type.kind !== "embedded") return [spot];
    const target = this.types.get(type.type)!;
    if (target.kind !== "union" || seen.has(target.id)) return [spot];
    seen.add(target.id);
    return target.cases.flatMap((one) => (one.type === undefined ? [] : this.open({ ...spot, type: { kind: "ref", type: one.type } }, seen)));
  }

  private step({ type }: Spot, segment: string): Spot[] {
    const inside = (inner: TypeExpr, key = false): Spot[] => [{ type: inner, key }];
    if (segment.startsWith("[")) {
      if (type.kind === "list" || type.kind === "array") return inside(type.element);
      if (type.kind === "bytes" || type.kind === "fixedBytes") return inside({ kind: "int", int: "u8", endian: "le" });
      return type.kind === "map" ? inside(type) : [];
    }
    if (type.kind === "map") return segment === "key" ? inside(type.key, true) : inside(type.value);
    if (type.kind === "duration") return inside({ kind: "int", int: segment === "secs" ? "u64" : "u32", endian: "le", ...(segment === "nanos" && { max: "999999999" }) });
    const target = type.kind === "ref" || type.kind === "embedded" ? this.types.get(type.type) : undefined;
    return target?.kind === "struct" ? target.fields.filter(({ name }) => name === segment).flatMap((field) => inside(field.type)) : [];
  }
}
