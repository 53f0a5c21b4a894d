/** Judges a spec that could be read: rules of the language, then what each back end supports. */
import { sizes } from "../codec/sizes.js";
import { sortDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Spec } from "../ir/model.js";
import { findPlaces, findProtoPlaces } from "./places.js";
import type { Rule, RuleContext } from "./rule.js";
import { adjacentNames } from "./rules/adjacent-names.js";
import { bitsContent } from "./rules/bits-content.js";
import { bitsWidth } from "./rules/bits-width.js";
import { byteOrder } from "./rules/byte-order.js";
import { constValue } from "./rules/const-value.js";
import { doubleAbsence } from "./rules/double-absence.js";
import { duplicateNumbers } from "./rules/duplicate-numbers.js";
import { elementSize } from "./rules/element-size.js";
import { embeddedInJson } from "./rules/embedded-in-json.js";
import { embeddedRoot } from "./rules/embedded-root.js";
import { emptyBounds } from "./rules/empty-bounds.js";
import { encodingForms } from "./rules/encoding-forms.js";
import { fieldNames } from "./rules/field-names.js";
import { finite } from "./rules/finite.js";
import { floatBounds } from "./rules/float-bounds.js";
import { foreignMessage } from "./rules/foreign-message.js";
import { framing } from "./rules/framing.js";
import { hiddenPlace } from "./rules/hidden-place.js";
import { internalCase } from "./rules/internal-case.js";
import { internalTag } from "./rules/internal-tag.js";
import { jsonMapKey } from "./rules/json-map-key.js";
import { jsonNames } from "./rules/json-names.js";
import { jsonSpelling } from "./rules/json-spelling.js";
import { mapKey } from "./rules/map-key.js";
import { maxSize } from "./rules/max-size.js";
import { modules } from "./rules/modules.js";
import { names } from "./rules/names.js";
import { nestedTypes } from "./rules/nested-types.js";
import { noChoice } from "./rules/no-choice.js";
import { notEmpty } from "./rules/not-empty.js";
import { numberRange } from "./rules/number-range.js";
import { omitEmptyPlace } from "./rules/omit-empty-place.js";
import { omitEmptyValue } from "./rules/omit-empty-value.js";
import { optionalOrder } from "./rules/optional-order.js";
import { optionalSize } from "./rules/optional-size.js";
import { packedSize } from "./rules/packed-size.js";
import { packedVariable } from "./rules/packed-variable.js";
import { pattern } from "./rules/pattern.js";
import { patternLimit } from "./rules/pattern-limit.js";
import { embeddedProto } from "./rules/proto/embedded.js";
import { fieldNumbers } from "./rules/proto/field-numbers.js";
import { protoForms } from "./rules/proto/forms.js";
import { protoImports } from "./rules/proto/imports.js";
import { protoNames } from "./rules/proto/names.js";
import { numberPlace } from "./rules/proto/number-place.js";
import { protoNumbers } from "./rules/proto/number-range.js";
import { serviceNames } from "./rules/proto/services.js";
import { restMap } from "./rules/rest-map.js";
import { retired } from "./rules/retired.js";
import { sizeRange } from "./rules/size-range.js";
import { wideBounds } from "./rules/wide-bounds.js";
import { windowCapacity } from "./rules/window-capacity.js";
import { windowEnd } from "./rules/window-end.js";
import { checkSupport, type Supports } from "./support.js";

export type { Supports } from "./support.js";

const RULES: readonly Rule[] = [
  // Sizes and windows
  framing, windowEnd, optionalOrder, optionalSize, elementSize, packedVariable, packedSize, windowCapacity, maxSize, finite, sizeRange, restMap, nestedTypes,
  // Encodings
  encodingForms, foreignMessage, embeddedRoot, embeddedInJson, omitEmptyPlace, mapKey, jsonMapKey, omitEmptyValue, byteOrder,
  // Values
  constValue, emptyBounds, wideBounds, floatBounds, pattern, patternLimit, doubleAbsence, hiddenPlace,
  // Choices
  duplicateNumbers, numberRange, retired, jsonNames, internalTag, internalCase, bitsWidth, bitsContent, noChoice, adjacentNames,
  // Names
  names, fieldNames, modules, jsonSpelling, notEmpty,
  // Protobuf
  fieldNumbers, protoNumbers, protoForms, numberPlace, protoNames, embeddedProto, protoImports, serviceNames,
];

/**
 * Everything that is wrong with a spec, sorted by place; empty if code can be generated for the languages in `supports`.
 * Expects that the names in the spec resolve, which the reader has seen to.
 */
export function check(spec: Spec, supports: Supports): Diagnostic[] {
  const types = new Map(spec.types.map((type) => [type.id, type]));
  const context: RuleContext = { spec, types, sizes: sizes(spec), places: findPlaces(spec, types), protoPlaces: findProtoPlaces(spec, types) };
  return sortDiagnostics([...RULES.flatMap((rule) => [...rule(context)]), ...checkSupport(context, supports)]);
}
