import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { TypeDef } from "../../ir/model.js";
import { snakeCase } from "../../names/words.js";
import { jsonNamed } from "../json-named.js";
import { numbered } from "../numbered.js";
import { whereabouts } from "../places.js";
import type { Rule } from "../rule.js";

/** MW2303: what was retired stays unused: numbers, names, and what the names were in JSON. */
export const retired: Rule = function* ({ spec, places }) {
  for (const type of spec.types) {
    const { noun, items, retired } = numbered(type);
    for (const { name, number, position } of items)
      if (retired.numbers.includes(number))
        yield diagnostic("MW2303", position, `${type.name}.${name} has the ${noun} ${number}, which is retired.`, `Give ${name} a ${noun} that was never used.`);
    const gone = new Set(retiredNames(type));
    for (const { name, source } of named(type))
      if (gone.has(name)) yield diagnostic("MW2303", source, `The name ${type.name}.${name} is retired.`, "Use a name that was never used.");
  }
  for (const place of places) {
    if (place.encoding !== "json") continue;
    const names = retiredNames(place.type);
    const gone = new Set([...names, ...names.map(snakeCase)]);
    for (const { name, jsonName, position } of jsonNamed(place.type))
      if (gone.has(jsonName) && !names.includes(name))
        yield diagnostic("MW2303", position, `${place.type.name}.${name} is ${JSON.stringify(jsonName)} ${whereabouts(place)}, a name that is retired.`, "Use a name that was never used.");
  }
};

function retiredNames(type: TypeDef): readonly string[] {
  return type.kind === "brand" ? [] : (type.reservedNames ?? []);
}

/** All that has a name inside a type, with or without a number. */
function named(type: TypeDef) {
  switch (type.kind) {
    case "struct":
    case "bits":
      return type.fields;
    case "enum":
      return type.members;
    case "flags":
      return type.flags;
    case "union":
      return type.cases;
    case "brand":
      return [];
  }
}
