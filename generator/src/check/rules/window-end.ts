import { solve } from "../../codec/fixpoint.js";
import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { TypeDef, TypeExpr, TypeId } from "../../ir/model.js";
import { expressionsOf, nested, parts } from "../expressions.js";
import { isRoot, whereabouts, type Place } from "../places.js";
import type { Rule } from "../rule.js";

/** MW2002: what ends with its window stands last in it, and is no element. */
export const windowEnd: Rule = function* ({ types, places }) {
  const binary = places.filter((place) => place.encoding === "layout" || place.encoding === "compact");
  for (const encoding of ["layout", "compact"] as const) {
    const ends = new WindowEnds(types, encoding);
    for (const place of binary) if (place.encoding === encoding) yield* misplaced(place, ends);
  }
};

function* misplaced(place: Place, ends: WindowEnds) {
  const expressions = expressionsOf(place.type);
  for (const [index, { label, position, type }] of expressions.entries()) {
    const follower = place.type.kind === "struct" ? place.type.fields[index + 1] : undefined;
    const reason = follower && ends.reason(type);
    if (reason)
      yield diagnostic(
        "MW2002",
        position,
        `${label} must stand at the end of its window ${whereabouts(place)}, because ${reason}, but ${follower.name} follows it.`,
        "Give it a length with Sized<…> or Counted<…>, or move it to the end.",
      );
    if (!follower && place.type.kind === "struct" && place.type.open && ends.reason(type))
      yield diagnostic("MW2002", position, `${label} takes all that is left, and ${place.type.name} is open, so nothing says which of them the unknown bytes belong to.`, "Give the field a length with Sized<…> or Counted<…>, or leave Open out.");
    for (const part of nested(type)) {
      if (part.kind !== "list" && part.kind !== "array" && part.kind !== "map") continue;
      for (const element of parts(part)) {
        const inner = ends.reason(element);
        if (inner)
          yield diagnostic(
            "MW2002",
            position,
            `What ${label} holds must stand at the end of a window ${whereabouts(place)}, because ${inner}, but more may follow it.`,
            "Give each element a length with Sized<…>.",
          );
      }
    }
  }
}

/** Which types end where their window ends, in one encoding. */
class WindowEnds {
  private readonly named: ReadonlyMap<TypeId, boolean>;

  constructor(
    private readonly types: ReadonlyMap<TypeId, TypeDef>,
    private readonly encoding: "layout" | "compact",
  ) {
    this.named = solve(types.keys(), false, (id, lookup) => this.causes(types.get(id)!).some((cause) => cause === true || (cause !== false && lookup(cause) === true)));
  }

  /** Completes "because …"; undefined if the value ends by itself. */
  reason(type: TypeExpr): string | undefined {
    const cause = this.cause(type);
    if (cause === true) return type.kind === "embedded" ? "a message of another encoding has no length of its own" : "it takes all that is left";
    return cause !== false && this.named.get(cause) ? this.reasonOf(cause, new Set()) : undefined;
  }

  private reasonOf(id: TypeId, seen: Set<TypeId>): string | undefined {
    const type = this.types.get(id);
    if (!type || seen.has(id)) return undefined;
    seen.add(id);
    if (type.kind === "struct" && type.open) return `${type.name} is open`;
    for (const { label, type: part, field } of expressionsOf(type)) {
      if (field?.optional && this.encoding === "layout") return `${label} is optional`;
      const cause = this.cause(part);
      if (cause === true) return `${label} takes all that is left`;
      const reason = cause === false ? undefined : this.reasonOf(cause, seen);
      if (reason) return reason;
    }
    return undefined;
  }

  /** True, false, or as the named type. */
  private cause(type: TypeExpr): boolean | TypeId {
    if ("framing" in type) return type.framing.kind === "rest";
    if (type.kind === "nullable") return this.cause(type.inner);
    if (type.kind === "embedded") {
      const target = this.types.get(type.type);
      return target !== undefined && isRoot(target) && target.root.encoding !== "packed";
    }
    return type.kind === "ref" ? type.type : false;
  }

  private causes(type: TypeDef): (boolean | TypeId)[] {
    if (type.kind === "struct" && type.open) return [true];
    return expressionsOf(type).map(({ type: part, field }) => (field?.optional && this.encoding === "layout") || this.cause(part));
  }
}
