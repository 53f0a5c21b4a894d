import { diagnostic, type Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { ServiceDef, SourcePosition, TypeDef } from "../../../ir/model.js";
import { fieldName, filePath, jsonName, methodName, packageName, valueName, ZERO } from "../../../proto/names.js";
import type { Place } from "../../places.js";
import type { Rule } from "../../rule.js";

interface Named {
  /** As the spec has it: `Message.fooBar`. */
  label: string;
  /** What protobuf compares. */
  key: string;
  /** As the .proto file would have it. */
  name: string;
  position: SourcePosition;
}

/** MW2505: names that the spec tells apart differ in .proto files as well. */
export const protoNames: Rule = function* ({ spec, protoPlaces }) {
  const services = spec.services ?? [];
  const files = new Map<string, Named>();
  const scopes = new Map<string, Named[]>();
  for (const { module, source } of [...protoPlaces.map(({ type }) => type), ...services])
    files.set(module, files.get(module) ?? { label: `The file of the module ${module}`, key: filePath(spec, module), name: filePath(spec, module), position: source });
  yield* clashes([...files.values()]);
  for (const module of files.keys()) {
    const names = [...protoPlaces.filter(({ type }) => type.module === module).flatMap(topLevel), ...services.filter((one) => one.module === module).map(service)];
    const scope = packageName(spec, module);
    scopes.set(scope, [...(scopes.get(scope) ?? []), ...names]);
  }
  for (const names of scopes.values()) yield* clashes(names);
  for (const { type } of protoPlaces) yield* clashes(members(type));
  for (const { name, methods } of services)
    yield* clashes(methods.map((method) => ({ label: `${name}.${method.name}`, key: methodName(method.name), name: methodName(method.name), position: method.source })));
};

function* clashes(named: Named[]): Iterable<Diagnostic> {
  const owners = new Map<string, Named>();
  for (const one of named) {
    const owner = owners.get(one.key);
    if (!owner) owners.set(one.key, one);
    else yield diagnostic("MW2505", one.position, `${one.label} and ${owner.label} are both ${one.name} in protobuf.`, "Rename one of them, so that they differ by more than their casing.");
  }
}

/** Messages, enums, their values and services of one file share one scope. Values are compared without case and underscores. */
function topLevel({ type }: Place<"proto">): Named[] {
  const own: Named = { label: type.name, key: type.name, name: type.name, position: type.source };
  if (type.kind !== "enum") return type.kind === "brand" ? [] : [own];
  const values = type.members.map(({ name, source }) => ({ label: `${type.name}.${name}`, name: valueName(type, name), position: source }));
  const zero = { label: `the zero value of ${type.name}`, name: valueName(type, ZERO), position: type.source };
  const all = type.members.some(({ value }) => value === 0) ? values : [zero, ...values];
  return [own, ...all.map((value) => ({ ...value, key: value.name.replaceAll("_", "").toLowerCase() }))];
}

const service = ({ name, source }: ServiceDef): Named => ({ label: name, key: name, name, position: source });

function members(type: TypeDef): Named[] {
  const items = type.kind === "struct" ? type.fields : type.kind === "union" ? type.cases : [];
  return items.map((item) => ({ label: `${type.name}.${item.name}`, key: jsonName(item), name: fieldName(item.name), position: item.source }));
}
