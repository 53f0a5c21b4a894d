/** What things of a spec are called in .proto files: the field's usual style, and what protobuf makes of the names by itself. */
import type { EnumDef, Field, ServiceDef, Spec } from "../ir/model.js";
import { pascalCase, screamingCase, snakeCase } from "../names/words.js";

/** `service/sidecar.proto` */
export const filePath = (spec: Spec, module: string): string => `${module === "" ? snakeCase(spec.name) : module.split(".").map(snakeCase).join("/")}.proto`;

/** The spec's name and the module's, unless a service of the module says more: `Service<"peat.sidecar.v1.PeatSidecar">` is in the package `peat.sidecar.v1`. */
export function packageName(spec: Spec, module: string): string {
  const service = spec.services?.find((one) => one.module === module && packageOf(one) !== undefined);
  const own = module === "" ? [] : module.split(".");
  return (service && packageOf(service)) ?? [spec.name, ...own].map(snakeCase).join(".");
}

/** Of the full name that the service is found under, if it is one. */
export function packageOf({ foundAs }: ServiceDef): string | undefined {
  const dot = foundAs.lastIndexOf(".");
  return dot < 0 ? undefined : foundAs.slice(0, dot);
}

export const fieldName = (name: string): string => snakeCase(name);

/** The member in protobuf's own JSON: the field's name in camelCase, or what the spec says with `@json`. */
export const jsonName = (field: Pick<Field, "name" | "jsonName">): string => customJsonName(field) ?? fieldName(field.name).replace(/_+(.?)/g, (_, next: string) => next.toUpperCase());

export const customJsonName = ({ name, jsonName: own }: Pick<Field, "name" | "jsonName">): string | undefined => (own === snakeCase(name) ? undefined : own);

/** All values of a package share one scope, so they begin with the name of their enum. */
export const valueName = (type: EnumDef, member: string): string => `${screamingCase(type.name)}_${screamingCase(member)}`;

/** The zero value, where the spec has none: proto3 wants one, and absent fields have it. */
export const ZERO = "unspecified";

export const methodName = (name: string): string => pascalCase(name);
