/** Which root messages a unit is part of, and by way of which types. */
import type { CodecModel, CodecUnit, Family } from "../../../../generator/dist/codec/model.js";
import { referencesOf } from "../../../../generator/dist/ir/references.js";
import type { TypeId } from "../../../../generator/dist/ir/model.js";

export class Reach {
  private readonly uses: ReadonlyMap<string, Set<string>>;
  private readonly references: ReadonlyMap<TypeId, readonly TypeId[]>;
  private readonly above = new Map<TypeId, ReadonlySet<TypeId>>();

  constructor(private readonly model: CodecModel) {
    this.uses = new Map(model.units.map((unit) => [key(unit.type, unit.family), usedBy(unit)]));
    this.references = new Map(model.spec.types.map((type) => [type.id, referencesOf(type)]));
  }

  /** The roots whose messages hold this unit: first itself, then by how much code they are. */
  rootsOf(type: TypeId, family: Family): TypeId[] {
    const found = this.model.roots.filter((root) => this.holds(key(root.type, root.family), key(type, family)));
    const weight = (root: TypeId): number => (root === type ? 0 : this.weightOf(root));
    return found.map((root) => root.type).sort((a, b) => weight(a) - weight(b) || (a < b ? -1 : 1));
  }

  /** Types on a way from `root` to `type`, both included. */
  between(root: TypeId, type: TypeId): TypeId[] {
    const above = this.aboveOf(type);
    return [...this.below(root)].filter((one) => above.has(one));
  }

  /** Fields and cases, as a measure of code. */
  weightOf(type: TypeId): number {
    const def = this.model.spec.types.find(({ id }) => id === type);
    return def?.kind === "struct" ? 2 + def.fields.length : def?.kind === "union" ? 2 + def.cases.length : 2;
  }

  private holds(from: string, wanted: string): boolean {
    const seen = new Set([from]);
    for (const one of seen) {
      if (one === wanted) return true;
      for (const next of this.uses.get(one) ?? []) seen.add(next);
    }
    return false;
  }

  private below(root: TypeId): Set<TypeId> {
    const seen = new Set([root]);
    for (const one of seen) for (const next of this.references.get(one) ?? []) seen.add(next);
    return seen;
  }

  private aboveOf(type: TypeId): ReadonlySet<TypeId> {
    const known = this.above.get(type);
    if (known) return known;
    const seen = new Set([type]);
    for (const one of seen) for (const [user, used] of this.references) if (used.includes(one)) seen.add(user);
    this.above.set(type, seen);
    return seen;
  }
}

export const key = (type: TypeId, family: Family): string => `${family} ${type}`;

/** The units that a unit's codecs refer to. */
function usedBy(unit: CodecUnit): Set<string> {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { op, type, family } = value as { op?: unknown; type?: TypeId; family?: Family };
    if (op === "unit") found.add(key(type!, family!));
    for (const inner of Object.values(value)) walk(inner);
  };
  if (unit.kind === "struct") walk(unit.fields);
  else if (unit.kind === "union") walk(unit.cases);
  else if (unit.kind === "bits") for (const { content } of unit.def.fields) if ("type" in content) found.add(key(content.type, unit.family));
  return found;
}
