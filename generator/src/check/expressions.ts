/** Walks over the types that are written inside a definition. */
import type { Field, SourcePosition, TypeDef, TypeExpr, UnionCase } from "../ir/model.js";

/** A type as it was written somewhere: at a field, at a union's case, or as a brand. */
export interface Expression {
  /** `Header.body`, or the name of a brand. */
  label: string;
  position: SourcePosition;
  type: TypeExpr;
  /** The field, if it is one. */
  field?: Field;
}

export function expressionsOf(type: TypeDef): Expression[] {
  switch (type.kind) {
    case "struct":
      return type.fields.map((field) => ({ label: `${type.name}.${field.name}`, position: field.source, type: field.type, field }));
    case "union":
      return type.cases.flatMap((one) => (one.type === undefined ? [] : [{ label: `${type.name}.${one.name}`, position: one.source, type: caseType(one, one.type) }]));
    case "brand":
      return [{ label: type.name, position: type.source, type: type.type }];
    default:
      return [];
  }
}

function caseType(one: UnionCase, type: string): TypeExpr {
  if (!one.embedded) return { kind: "ref", type };
  return { kind: "sized", ...one.embedded, inner: { kind: "embedded", type } };
}

/** The type itself and everything written inside it, outermost first; it does not follow names. */
export function* nested(type: TypeExpr): Iterable<TypeExpr> {
  yield type;
  for (const part of parts(type)) yield* nested(part);
}

/** What is written directly inside it. */
export function parts(type: TypeExpr): TypeExpr[] {
  switch (type.kind) {
    case "list":
    case "array":
      return [type.element];
    case "map":
      return [type.key, type.value];
    case "nullable":
    case "sized":
      return [type.inner];
    default:
      return [];
  }
}
