/** Python types of values. */
import type { Codec } from "../../codec/model.js";
import type { StructDef, TypeExpr } from "../../ir/model.js";
import type { Scope } from "./scope.js";

/** The annotation of a value as the spec writes its type. */
export function annotation(type: TypeExpr, scope: Scope): string {
  if ("brand" in type && type.brand !== undefined) return scope.type(type.brand);
  switch (type.kind) {
    case "int":
      return "int";
    case "float":
      return "float";
    case "bool":
      return "bool";
    case "text":
      return "str";
    case "bytes":
    case "fixedBytes":
      return "bytes";
    case "list":
    case "array":
      return `list[${annotation(type.element, scope)}]`;
    case "map":
      return `dict[${annotation(type.key, scope)}, ${annotation(type.value, scope)}]`;
    case "nullable":
      return `${annotation(type.inner, scope)} | None`;
    case "jsonValue":
      return scope.runtime("_values", "JsonText");
    case "duration":
      return scope.runtime("_values", "Duration");
    case "socketAddress":
      return scope.runtime("_addresses", "SocketAddress");
    case "sized":
      return annotation(type.inner, scope);
    case "embedded":
    case "ref":
      return named(type.type, scope);
    case "const":
    case "reserved":
      throw new Error(`${type.kind} has no place in a value`);
  }
}

/** The annotation of what a codec reads. */
export function annotationOf(codec: Codec, scope: Scope): string {
  switch (codec.op) {
    case "int":
      return "int";
    case "float":
      return "float";
    case "bool":
      return "bool";
    case "text":
      return "str";
    case "bytes":
    case "fixedBytes":
      return "bytes";
    case "list":
    case "array":
      return `list[${annotationOf(codec.element, scope)}]`;
    case "map":
      return `dict[${annotationOf(codec.key, scope)}, ${annotationOf(codec.value, scope)}]`;
    case "nullable":
      return `${annotationOf(codec.inner, scope)} | None`;
    case "brand":
      return scope.type(codec.type);
    case "jsonValue":
      return scope.runtime("_values", "JsonText");
    case "duration":
      return scope.runtime("_values", "Duration");
    case "socketAddress":
      return scope.runtime("_addresses", "SocketAddress");
    case "window":
      return annotationOf(codec.content, scope);
    case "unit":
      return named(codec.type, scope);
    case "constInt":
    case "constBytes":
    case "reserved":
      throw new Error(`${codec.op} has no place in a value`);
  }
}

/** A union is any of its cases; an open enum may hold a number without a name. */
export function named(id: string, scope: Scope): string {
  const def = scope.model.types.get(id)!;
  if (def.kind === "union") return `${scope.type(id)}.Case`;
  return def.kind === "enum" && def.open ? `${scope.type(id)} | int` : scope.type(id);
}

/** Fields that are part of the value. */
export const valueFields = (def: StructDef): StructDef["fields"] => def.fields.filter(({ type }) => type.kind !== "const" && type.kind !== "reserved");

/** What an `OmitEmpty` field is when it is left out: an expression, and a factory where the value can change. */
export function emptyValue(type: TypeExpr, scope: Scope): { value: string; factory?: string } {
  switch (type.kind) {
    case "int":
      return branded(type.brand, "0", scope);
    case "bool":
      return branded(type.brand, "False", scope);
    case "text":
      return branded(type.brand, '""', scope);
    case "bytes":
      return branded(type.brand, 'b""', scope);
    case "list":
      return { value: "[]", factory: "list" };
    case "map":
      return { value: "{}", factory: "dict" };
    default:
      throw new Error(`a ${type.kind} is never left out because it is empty`);
  }
}

const branded = (brand: string | undefined, value: string, scope: Scope): { value: string } => ({ value: brand === undefined ? value : `${scope.type(brand)}(${value})` });
