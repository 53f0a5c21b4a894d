/** All mutants of a spec, in a fixed order. */
import type { CodecModel, CodecUnit, Family } from "../../../../generator/dist/codec/model.js";
import type { TypeDef, TypeId } from "../../../../generator/dist/ir/model.js";
import { pattern } from "./codec/patterns.js";
import { leastSize, sizeBound } from "./codec/sizes.js";
import { SIDES, type Draft, type SpecMutant } from "./mutant.js";
import { bitWidth, number, reservedBits, unknown } from "./spec/choices.js";
import { constant, count, depth, maxSize } from "./spec/constants.js";
import { bound, endianness, sign, width } from "./spec/numbers.js";
import { openness, order, presence, window } from "./spec/structure.js";
import { bytesForm, jsonName, tagging } from "./spec/texts.js";

type SpecOperator = (type: TypeDef, family: Family, types: ReadonlyMap<TypeId, TypeDef>) => Draft[];
type CodecOperator = (unit: CodecUnit, model: CodecModel) => Draft[];

const SPEC_OPERATORS: Record<string, SpecOperator> = {
  width, sign, endianness, bound, constant, count, "max size": maxSize, depth, order, presence, window, openness,
  number, unknown, "bit width": bitWidth, "reserved bits": reservedBits, "json name": jsonName, tagging, "bytes form": bytesForm,
};
const CODEC_OPERATORS: Record<string, CodecOperator> = { "size bound": sizeBound, "least size": leastSize, pattern };

export const OPERATORS: readonly string[] = [...Object.keys(SPEC_OPERATORS), ...Object.keys(CODEC_OPERATORS)];

/** By unit, since one type has several codecs. */
export function mutantsOf(model: CodecModel): SpecMutant[] {
  const types = new Map(model.spec.types.map((type) => [type.id, type]));
  return model.units.flatMap((unit) => {
    const type = types.get(unit.type)!;
    const of = (operator: string, level: SpecMutant["level"], drafts: Draft[]): SpecMutant[] =>
      drafts.map(({ place, change, edits, sides = SIDES }) => ({ id: `${unit.family} ${[unit.type, place].filter((part) => part !== "").join(" ")}: ${operator} ${change}`, operator, level, type: unit.type, family: unit.family, place, edits, sides }));
    return [
      ...Object.entries(SPEC_OPERATORS).flatMap(([name, operator]) => of(name, "spec", operator(type, unit.family, types))),
      ...Object.entries(CODEC_OPERATORS).flatMap(([name, operator]) => of(name, "codec", operator(unit, model))),
    ];
  });
}
