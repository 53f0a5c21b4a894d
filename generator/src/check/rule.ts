/** What every rule is, and what it may look at. */
import type { Sizes } from "../codec/sizes.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Spec, TypeDef, TypeId } from "../ir/model.js";
import type { Place } from "./places.js";

export interface RuleContext {
  spec: Spec;
  types: ReadonlyMap<TypeId, TypeDef>;
  sizes: Sizes;
  places: readonly Place[];
  /** Types that cross in protobuf, whose rules are its own. */
  protoPlaces: readonly Place<"proto">[];
}

/** Reports every breach of one rule, in any order. */
export type Rule = (context: RuleContext) => Iterable<Diagnostic>;
