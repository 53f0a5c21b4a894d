/** The TypeScript type of a value, and what it does not show. */
import type { IntName, TypeDef, TypeExpr, TypeId } from "../../ir/model.js";
import { isWide } from "./literals.js";

export interface TypeNames {
  /** A named type, as the module calls it. */
  type(id: TypeId): string;
  /** A type of the runtime. */
  runtimeType(namespace: "codec", name: string): string;
}

export function nativeType(type: TypeExpr, names: TypeNames): string {
  if ("brand" in type && type.brand !== undefined) return names.type(type.brand);
  switch (type.kind) {
    case "int":
      return intType(type.int);
    case "float":
      return "number";
    case "bool":
      return "boolean";
    case "text":
    case "socketAddress":
      return "string";
    case "bytes":
    case "fixedBytes":
      return "Uint8Array";
    case "list":
    case "array": {
      const element = nativeType(type.element, names);
      return `${type.element.kind === "nullable" ? `(${element})` : element}[]`;
    }
    case "map":
      return `Map<${nativeType(type.key, names)}, ${nativeType(type.value, names)}>`;
    case "nullable":
      return `${nativeType(type.inner, names)} | null`;
    case "jsonValue":
      return names.runtimeType("codec", "JsonValue");
    case "duration":
      return names.runtimeType("codec", "Duration");
    case "sized":
      return nativeType(type.inner, names);
    case "embedded":
    case "ref":
      return names.type(type.type);
    case "const":
    case "reserved":
      throw new Error(`${type.kind} is not part of a value`);
  }
}

export const intType = (int: IntName): string => (isWide(int) ? "bigint" : "number");

/** Not part of the value. */
export const isHidden = (type: TypeExpr): boolean => type.kind === "const" || type.kind === "reserved";

/** What a reader of the native type would miss: width, bounds, unit. */
export function factsOf(type: TypeExpr): string {
  switch (type.kind) {
    case "int":
      return facts(`\`${type.int}\``, type.unit && `unit: ${type.unit}`, between(type.min, type.max));
    case "float":
      return facts(`\`f${type.bits}\``, type.unit && `unit: ${type.unit}`, between(type.min, type.max));
    case "text":
      return facts(sizes(type.limit, "byte"), type.pattern !== undefined && `matches \`${type.pattern}\``);
    case "bytes":
      return facts(sizes(type.limit, "byte"));
    case "fixedBytes":
      return facts(`${type.size} ${type.size === 1 ? "byte" : "bytes"}`);
    case "list":
      return facts(sizes(type.limit, "element"));
    case "array":
      return facts(`${type.size} ${type.size === 1 ? "element" : "elements"}`);
    case "map":
      return facts(sizes(type.limit, "entry"));
    case "nullable":
      return factsOf(type.inner);
    case "sized":
      return factsOf(type.inner);
    default:
      return "";
  }
}

const facts = (...parts: (string | false | undefined)[]): string => capitalised(parts.filter(Boolean).join("; "));
const capitalised = (text: string): string => (text === "" ? "" : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`);

function between(min: string | number | undefined, max: string | number | undefined): string | undefined {
  if (min !== undefined && max !== undefined) return `${min} to ${max}`;
  return min !== undefined ? `${min} or more` : max !== undefined ? `at most ${max}` : undefined;
}

function sizes({ min, max }: { min: number; max: number | null }, noun: "byte" | "element" | "entry"): string | undefined {
  const many = (count: number): string => (count === 1 ? noun : noun === "entry" ? "entries" : `${noun}s`);
  if (max !== null) return min === max ? `${max} ${many(max)}` : min > 0 ? `${min} to ${max} ${many(max)}` : `at most ${max} ${many(max)}`;
  return min > 0 ? `${min} ${many(min)} or more` : undefined;
}

/** Types of which a value exists when the program runs, not only a type. */
export const hasValue = (def: TypeDef): boolean => def.kind === "enum" || def.kind === "flags" || def.kind === "brand" || ("root" in def && def.root !== undefined);
