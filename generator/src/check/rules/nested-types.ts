import { diagnostic } from "../../diagnostics/diagnostic.js";
import { isCodecRoot } from "../../ir/codecs.js";
import type { Spec, TypeDef, TypeId } from "../../ir/model.js";
import { referencesOf } from "../../ir/references.js";
import { components, isRing, walk } from "../../ir/walk.js";
import type { Rule } from "../rule.js";

/** Levels of recursion in one message, of whatever types: docs/canonical.md, "Depth". */
const LEVELS = 64;
const DEEPEST = 400;

/** How many structures and unions may stand within each other in a value of a type. */
interface Nesting {
  /** Each ring walked through once. */
  once: number;
  /** The most between two counted levels of recursion, over all rings that the type leads to. */
  around: number;
}

/** MW2013: a value's nesting, and with it a decoder's calls, stays far from the end of any language's call stack. */
export const nestedTypes: Rule = function* ({ spec, types }) {
  const nestings = nestingsOf(spec, types);
  for (const type of spec.types.filter(isCodecRoot)) {
    const { once, around } = nestings.get(type.id)!;
    const deepest = once + LEVELS * around;
    if (deepest <= DEEPEST) continue;
    const reason = around === 0 ? "its parts go" : `${LEVELS} levels of a ring of ${around} types and what stands before and after it go`;
    yield diagnostic("MW2013", type.source, `A value of ${type.name} may hold ${deepest} structures and unions within each other: ${reason} deeper than ${DEEPEST}.`, "Take a part into the type that holds it, or carry it as Bytes and decode it by itself.");
  }
};

function nestingsOf(spec: Spec, types: ReadonlyMap<TypeId, TypeDef>): ReadonlyMap<TypeId, Nesting> {
  const leadsTo = (id: TypeId): TypeId[] => referencesOf(types.get(id)!).filter((next) => isNested(types.get(next)));
  const nestings = new Map<TypeId, Nesting>();
  for (const component of components(spec.types.filter(isNested).map(({ id }) => id), leadsTo)) {
    const beyond = component.flatMap(leadsTo).flatMap((next) => nestings.get(next) ?? []);
    const around = isRing(component, leadsTo) ? longestRun(component, types, leadsTo) : 0;
    const nesting = {
      once: beyond.reduce((most, { once }) => Math.max(most, once), 0) + (around === 0 ? 1 : around),
      around: beyond.reduce((most, other) => Math.max(most, other.around), around),
    };
    for (const id of component) nestings.set(id, nesting);
  }
  return nestings;
}

const isNested = (type: TypeDef | undefined): boolean => type?.kind === "struct" || type?.kind === "union";

/** The most types of a ring that stand within each other without counting a level in between. */
function longestRun(ring: readonly TypeId[], types: ReadonlyMap<TypeId, TypeDef>, leadsTo: (id: TypeId) => TypeId[]): number {
  const members = new Set(ring);
  const onward = (id: TypeId): TypeId[] => leadsTo(id).filter((next) => members.has(next) && !types.get(next)!.recursionHead);
  const runs = new Map<TypeId, number>();
  walk(ring, onward, { leave: (id) => runs.set(id, 1 + onward(id).reduce((most, next) => Math.max(most, runs.get(next) ?? 0), 0)) });
  return ring.reduce((most, id) => Math.max(most, runs.get(id)!), 0);
}
