import { diagnostic } from "../../../diagnostics/diagnostic.js";
import type { SourcePosition, Spec, TypeDef } from "../../../ir/model.js";
import { expressionsOf, nested } from "../../expressions.js";
import type { Rule, RuleContext } from "../../rule.js";

interface Use {
  label: string;
  position: SourcePosition;
  from: string;
  target: TypeDef;
}

/** MW2507: .proto files do not import each other in a ring. Reported once for each file and the one that it imports, at the first use. */
export const protoImports: Rule = function* (context) {
  const uses = [...usesOf(context)];
  const imports = new Map<string, Set<string>>();
  for (const { from, target } of uses) imports.set(from, (imports.get(from) ?? new Set()).add(target.module));
  const reported = new Set<string>();
  for (const { label, position, from, target } of uses) {
    const pair = `${from} ${target.module}`;
    if (reported.has(pair) || !reaches(imports, target.module, from)) continue;
    reported.add(pair);
    yield diagnostic("MW2507", position, `${label} needs ${target.name} of the module ${target.module}, which needs ${from} in turn.`, "Put the types of both into one module, with @module or in one file.");
  }
};

/** Of types of other modules. */
function* usesOf({ spec, types, protoPlaces }: RuleContext): Iterable<Use> {
  for (const { type } of protoPlaces)
    for (const { label, position, type: whole } of expressionsOf(type))
      for (const part of nested(whole)) {
        const target = part.kind === "ref" || part.kind === "embedded" ? types.get(part.type) : undefined;
        if (target && target.module !== type.module) yield { label, position, from: type.module, target };
      }
  for (const { label, position, from, id } of messagesOf(spec)) {
    const target = types.get(id);
    if (target && target.module !== from) yield { label, position, from, target };
  }
}

function* messagesOf({ services }: Spec): Iterable<{ label: string; position: SourcePosition; from: string; id: string }> {
  for (const { name, module, methods } of services ?? [])
    for (const method of methods) for (const { type } of [method.request, method.response]) yield { label: `${name}.${method.name}`, position: method.source, from: module, id: type };
}

function reaches(imports: ReadonlyMap<string, ReadonlySet<string>>, from: string, wanted: string): boolean {
  const seen = new Set([from]);
  for (const module of seen) for (const next of imports.get(module) ?? []) seen.add(next);
  return seen.has(wanted);
}
