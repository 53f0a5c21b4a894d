/** What shows in JSON under a name. */
import type { SourcePosition, TypeDef } from "../ir/model.js";
import { numbered } from "./numbered.js";

/** Members, enum names, flags and cases of the type itself. Reserved fields are not written. */
export function jsonNamed(type: TypeDef): { name: string; jsonName: string; position: SourcePosition }[] {
  switch (type.kind) {
    case "struct":
      return type.fields.filter((field) => field.type.kind !== "reserved").map(({ name, jsonName, source }) => ({ name, jsonName, position: source }));
    case "bits":
      return type.fields
        .filter(({ content }) => content.kind !== "reserved" && content.kind !== "const")
        .map(({ name, jsonName, source }) => ({ name, jsonName, position: source }));
    default:
      return numbered(type).items;
  }
}
