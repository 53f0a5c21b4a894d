import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { Rule } from "../rule.js";

const SEGMENT = /^[A-Za-z][A-Za-z0-9_-]*$/;

/** MW2402: modules can be files and namespaces in every language. Reported once a module, at its first type. */
export const modules: Rule = function* ({ spec }) {
  const seen = new Set<string>();
  for (const { module, source } of [...spec.types, ...(spec.services ?? [])]) {
    if (seen.has(module) || module.split(".").every((segment) => SEGMENT.test(segment))) continue;
    seen.add(module);
    if (module === "") yield diagnostic("MW2402", source, "An index.ts at the top of a spec is a module without a name.", "Rename the file, to messages.ts for example, or begin it with /** @module messages */.");
    else yield diagnostic("MW2402", source, `The module name ${JSON.stringify(module)} cannot be carried into every language.`, "Rename the file, or name the module with @module, in ASCII letters, digits, - and _.");
  }
};
