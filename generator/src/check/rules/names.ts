import { diagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import type { SourcePosition, TypeDef } from "../../ir/model.js";
import { numbered } from "../numbered.js";
import type { Rule } from "../rule.js";

/** Starts with a letter, so that every language can change its case. */
const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

/** MW2401: names can be written in every language, and in paths. */
export const names: Rule = function* ({ spec }) {
  for (const type of spec.types)
    for (const { name, position } of namesOf(type))
      if (!NAME.test(name)) yield unwritable(name, position);
  for (const service of spec.services ?? [])
    for (const { name, source } of [service, ...service.methods]) if (!NAME.test(name)) yield unwritable(name, source);
};

const unwritable = (name: string, position: SourcePosition): Diagnostic =>
  diagnostic("MW2401", position, `The name ${JSON.stringify(name)} cannot be carried into every language.`, "Use ASCII letters, digits and underscores, beginning with a letter.");

function namesOf(type: TypeDef): { name: string; position: SourcePosition }[] {
  const own = { name: type.name, position: type.source };
  switch (type.kind) {
    case "struct":
      return [own, ...type.fields.map(({ name, source }) => ({ name, position: source }))];
    case "bits":
      return [own, ...type.fields.filter(({ name }) => name !== "").map(({ name, source }) => ({ name, position: source }))];
    default:
      return [own, ...numbered(type).items];
  }
}
