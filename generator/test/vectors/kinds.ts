/** Which refusals a type can give at all, from what it is made of. */
import type { Spec, TypeExpr, TypeId } from "../../src/ir/model.js";
import type { RefusalKind } from "../../src/vectors/oracle/refusal.js";

type Family = "binary" | "compact" | "json";

export function possibleKinds(spec: Spec, root: TypeId): Set<RefusalKind> {
  const types = new Map(spec.types.map((type) => [type.id, type]));
  const kinds = new Set<RefusalKind>();
  const seen = new Set<string>();
  const add = (...more: RefusalKind[]): void => more.forEach((kind) => kinds.add(kind));

  const limits = ({ min, max }: { min: number; max: number | null }): void => {
    if (min > 0) add("out_of_range");
    // Beyond this, nothing is long enough to be too long, unless a prefix says so.
    if (max !== null && max < 2 ** 32) add("too_long");
  };
  const walk = (type: TypeExpr, family: Family): void => {
    switch (type.kind) {
      case "int":
        if (family === "json" || (family === "compact" && !type.int.endsWith("8"))) add("out_of_range", "non_canonical");
        if (type.min !== undefined || type.max !== undefined) add("out_of_range");
        return;
      case "float":
        add("non_canonical");
        if (family === "json" || type.min !== undefined || type.max !== undefined) add("out_of_range");
        return;
      case "bool":
        return family === "json" ? undefined : add("non_canonical");
      case "text":
        if (family !== "json") add("invalid_utf8");
        if (type.pattern !== undefined) add("out_of_range");
        return limits(type.limit);
      case "bytes":
        return limits(type.limit);
      case "fixedBytes":
        return family === "json" ? add("out_of_range", "too_long") : undefined;
      case "list":
        limits(type.limit);
        return walk(type.element, family);
      case "array":
        if (family === "json") add("out_of_range", "too_long");
        return walk(type.element, family);
      case "map":
        add("duplicate_key", "non_canonical");
        limits(type.limit);
        walk(type.key, family);
        return walk(type.value, family);
      case "const":
        return add("bad_constant");
      case "reserved":
        return family === "json" ? undefined : add("non_canonical");
      case "nullable":
        if (family !== "json") add("non_canonical");
        return walk(type.inner, family);
      case "jsonValue":
        return add("duplicate_key", "too_deep");
      case "sized":
        if (family !== "json") limits(type.limit);
        return walk(type.inner, family);
      case "duration":
        return add("out_of_range");
      case "socketAddress":
        return family === "json" ? undefined : add("unknown_variant", "non_canonical", "out_of_range");
      case "embedded":
      case "ref":
        return named(type.type, family);
    }
  };
  const named = (id: TypeId, surrounding: Family): void => {
    const def = types.get(id)!;
    const own = (def.kind === "struct" || def.kind === "union") && def.root ? familyOf(def.root.encoding) : surrounding;
    if (seen.has(`${own} ${id}`)) return;
    seen.add(`${own} ${id}`);
    if (own === "json") add("malformed", "invalid_utf8", "non_canonical");
    if (def.recursionHead) add("too_deep");
    switch (def.kind) {
      case "struct": {
        if (own === "json" && def.fields.length > 0) add("duplicate_key");
        if (own === "json" && !def.open) add("unknown_field");
        if (own === "json" && def.fields.some((field) => !field.optional && !field.omitEmpty)) add("missing_field");
        if (own === "compact" && def.fields.some((field) => field.optional)) add("non_canonical");
        for (const field of def.fields) walk(field.type, own);
        return;
      }
      case "union":
        add("unknown_variant");
        for (const one of def.cases) if (one.type) named(one.type, own);
        return;
      case "enum":
        if (!def.open || own === "json") add("unknown_variant");
        return;
      case "flags":
        return add("unknown_flag");
      case "bits":
        for (const { content } of def.fields) {
          if (content.kind === "const" && own !== "json") add("bad_constant");
          if (content.kind === "reserved" && own !== "json") add("non_canonical");
          if ("type" in content) named(content.type, own);
        }
        return;
    }
  };
  named(root, "binary");
  return kinds;
}

const familyOf = (encoding: string): Family => (encoding === "json" ? "json" : encoding === "compact" ? "compact" : "binary");
