/** How deep the shallowest value of a type is nested: the way out of types that contain themselves. */
import type { TypeExpr, TypeId, UnionCase, UnionDef } from "../../../ir/model.js";
import type { Types } from "../../oracle/types.js";

export class Heights {
  private readonly found = new Map<TypeId, number>();

  constructor(private readonly types: Types) {
    let changed = true;
    while (changed) {
      changed = false;
      for (const def of types.all()) {
        const height = this.definition(def.id);
        if (height >= (this.found.get(def.id) ?? Infinity)) continue;
        this.found.set(def.id, height);
        changed = true;
      }
    }
  }

  /** False for a type that always contains itself. */
  isFinite(id: TypeId): boolean {
    return this.found.has(id);
  }

  /** The first case of the least height. */
  shallowestCase(def: UnionDef): UnionCase {
    return def.cases.reduce((best, one) => (this.ofCase(one) < this.ofCase(best) ? one : best));
  }

  private definition(id: TypeId): number {
    const def = this.types.get(id);
    if (def.kind === "struct") return 1 + Math.max(0, ...def.fields.filter((field) => !field.optional).map((field) => this.of(field.type)));
    if (def.kind === "union") return 1 + Math.min(...def.cases.map((one) => this.ofCase(one)));
    return 0;
  }

  private ofCase(one: UnionCase): number {
    return one.type === undefined ? 0 : (this.found.get(one.type) ?? Infinity);
  }

  private of(type: TypeExpr): number {
    switch (type.kind) {
      case "list":
        return type.limit.min === 0 ? 0 : this.of(type.element);
      case "map":
        return type.limit.min === 0 ? 0 : this.of(type.value);
      case "array":
        return this.of(type.element);
      case "sized":
        return this.of(type.inner);
      case "embedded":
      case "ref":
        return this.found.get(type.type) ?? Infinity;
      default:
        return 0;
    }
  }
}
