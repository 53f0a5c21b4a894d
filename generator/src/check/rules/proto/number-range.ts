import { diagnostic } from "../../../diagnostics/diagnostic.js";
import type { SourcePosition, TypeDef } from "../../../ir/model.js";
import { numbered } from "../../numbered.js";
import type { Rule } from "../../rule.js";

const GREATEST = 2 ** 29 - 1;
/** Protobuf keeps these for its own implementations. */
const KEPT = { first: 19_000, last: 19_999 };

/** MW2502: numbers of fields and cases are ones that protobuf has. */
export const protoNumbers: Rule = function* ({ protoPlaces }) {
  for (const { type } of protoPlaces)
    for (const { label, number, position } of numbersOf(type)) {
      const fault = number < 1 || number > GREATEST ? "is none of protobuf's" : number >= KEPT.first && number <= KEPT.last ? "protobuf keeps for itself" : undefined;
      const how = type.kind === "union" ? "Write Tag<N, …>" : "Write Field<N, …>";
      if (fault) yield diagnostic("MW2502", position, `${label} has the number ${number}, which ${fault}.`, `${how} with a number from 1 to ${GREATEST}, other than ${KEPT.first} to ${KEPT.last}.`);
    }
};

function numbersOf(type: TypeDef): { label: string; number: number; position: SourcePosition }[] {
  if (type.kind !== "struct" && type.kind !== "union") return [];
  const { items, retired } = numbered(type);
  return [
    ...items.map(({ name, number, position }) => ({ label: `${type.name}.${name}`, number, position })),
    ...retired.numbers.filter((number) => number < KEPT.first || number > KEPT.last).map((number) => ({ label: `What ${type.name} has retired`, number, position: type.source })),
  ];
}
