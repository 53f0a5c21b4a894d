import { diagnostic } from "../../../diagnostics/diagnostic.js";
import { packageOf } from "../../../proto/names.js";
import type { Rule } from "../../rule.js";

const PACKAGE = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/;

/** MW2508: a full name gives the package of its file, and ends with the service's own name. */
export const serviceNames: Rule = function* ({ spec }) {
  const packages = new Map<string, string>();
  for (const service of spec.services ?? []) {
    const { name, module, foundAs, source } = service;
    const found = packageOf(service);
    if (found === undefined) continue;
    const other = packages.get(module) ?? found;
    packages.set(module, other);
    if (!PACKAGE.test(found) || foundAs !== `${found}.${name}`)
      yield diagnostic("MW2508", source, `The service ${name} is found as ${JSON.stringify(foundAs)}, which does not name it in a package.`, `Write Service<"my.package.v1.${name}">, or a name without dots.`);
    else if (other !== found) yield diagnostic("MW2508", source, `The service ${name} is in the package ${found}, but others of its module are in ${other}.`, "Put it into a module of its own.");
  }
};
