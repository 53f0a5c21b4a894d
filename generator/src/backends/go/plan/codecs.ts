/** All private functions of one module's codecs. */
import type { CodecUnit } from "../../../codec/model.js";
import { numberDeclarations, decodeNumber } from "./choices.js";
import { enumJson, flagsJson, unionJson } from "./choices-json.js";
import type { Context } from "./context.js";
import type { Declaration } from "./node.js";
import { bitsJson, structJson } from "./objects-json.js";
import { structDeclarations } from "./structs-binary.js";
import { unionDeclarations } from "./unions-binary.js";

/** In the order of the units. What no root reaches is still among them. */
export function codecDeclarations(units: readonly CodecUnit[], ctx: Context): Declaration[] {
  const declared = new Set<string>();
  return units
    .flatMap((unit) => unitDeclarations(unit, ctx))
    .filter(({ name }) => {
      const first = !declared.has(name);
      declared.add(name);
      return first;
    });
}

function unitDeclarations(unit: CodecUnit, ctx: Context): Declaration[] {
  const json = unit.family === "json";
  switch (unit.kind) {
    case "struct":
      return json ? structJson(unit, ctx) : structDeclarations(unit, ctx);
    case "union":
      return json ? unionJson(unit, ctx) : unionDeclarations(unit, ctx);
    case "enum":
      return [...numberDeclarations(unit, ctx), ...(json ? enumJson(unit, ctx) : [decodeNumber(unit, ctx)])];
    case "flags":
      return [...numberDeclarations(unit, ctx), ...(json ? flagsJson(unit, ctx) : [decodeNumber(unit, ctx)])];
    case "bits":
      return json ? bitsJson(unit, ctx) : [...numberDeclarations(unit, ctx), decodeNumber(unit, ctx)];
  }
}

/** The declarations that are needed, directly or through others, by code that mentions `names`. */
export function reachable(declarations: readonly Declaration[], names: Iterable<string>): Set<string> {
  const byName = new Map(declarations.map((declaration) => [declaration.name, declaration]));
  const found = new Set<string>();
  const queue = [...names];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const declaration = byName.get(name);
    if (!declaration || found.has(name)) continue;
    found.add(name);
    queue.push(...(JSON.stringify(declaration.body).match(/\b[a-z]\w*/g) ?? []));
  }
  return found;
}
