/**
 * JSON Schema (2020-12) of the `Json` messages of a spec. A schema says what a document must look like, not that it is spelt canonically: order of members, escapes
 * and the spelling of numbers are beyond it.
 */
import { headerLines } from "../backends/header.js";
import type { Doc, Field, Spec, StructDef, TypeDef, TypeExpr, TypeId, UnionCase, UnionDef } from "../ir/model.js";
import { bitsSchema, closed, enumSchema, valueSchema, type Schema } from "./values.js";

/** The root messages in JSON, by id. */
export function jsonRoots(spec: Spec): (StructDef | UnionDef)[] {
  return spec.types.filter((type): type is StructDef | UnionDef => (type.kind === "struct" || type.kind === "union") && type.root?.encoding === "json");
}

/** One self-contained schema; types that it refers to stand in `$defs` under their ids. */
export function schemaOf(spec: Spec, root: TypeId): Schema {
  return new SchemaWriter(spec).document(root);
}

class SchemaWriter {
  private readonly types: ReadonlyMap<TypeId, TypeDef>;
  private readonly definitions = new Map<TypeId, Schema>();

  constructor(private readonly spec: Spec) {
    this.types = new Map(spec.types.map((type) => [type.id, type]));
  }

  document(root: TypeId): Schema {
    const { $ref } = this.reference(root);
    const $defs = Object.fromEntries([...this.definitions].sort(([a], [b]) => (a < b ? -1 : 1)));
    return {
      $comment: headerLines(this.spec).join(" "),
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: `urn:meshwright:${this.spec.name}:${root}`,
      title: this.types.get(root)!.name,
      $ref,
      $defs,
    };
  }

  private reference(id: TypeId): { $ref: string } {
    if (!this.definitions.has(id)) {
      // Its place is taken first, so that a type that contains itself finds it.
      this.definitions.set(id, {});
      this.definitions.set(id, this.definition(this.types.get(id)!));
    }
    return { $ref: `#/$defs/${id}` };
  }

  private expression(type: TypeExpr): Schema {
    if (type.kind === "ref" || type.kind === "embedded") return this.reference(type.type);
    if (type.kind === "sized") return this.expression(type.inner);
    return valueSchema(type, (inner) => this.expression(inner), (id) => this.types.get(id)!);
  }

  private definition(type: TypeDef): Schema {
    return { ...annotations(type.doc), ...this.shape(type) };
  }

  private shape(type: TypeDef): Schema {
    switch (type.kind) {
      case "struct":
        return this.object(type, []);
      case "union":
        return { oneOf: type.cases.map((one) => ({ title: one.name, ...annotations(one.doc), ...this.caseOf(type, one) })) };
      case "enum":
        return enumSchema(type);
      case "flags":
        return { type: "array", items: { enum: type.flags.map((flag) => flag.jsonName) }, uniqueItems: true };
      case "bits":
        return bitsSchema(type, (id) => this.reference(id));
      case "brand":
        return this.expression(type.type);
    }
  }

  /** `first` stands before the members of the structure: the tag of a union. */
  private object(type: StructDef, first: [string, Schema][]): Schema {
    const fields = type.fields.filter((field) => field.type.kind !== "reserved");
    const required = [...first.map(([name]) => name), ...fields.filter((field) => !field.optional && !field.omitEmpty).map((field) => field.jsonName)];
    return {
      type: "object",
      properties: Object.fromEntries([...first, ...fields.map((field) => [field.jsonName, this.member(field)])]),
      ...(required.length > 0 && { required }),
      ...(!type.open && { additionalProperties: false }),
    };
  }

  private member(field: Field): Schema {
    const schema = this.expression(field.type);
    const unit = "unit" in field.type ? field.type.unit : undefined;
    return { ...annotations(field.doc, unit), ...(field.omitEmpty ? notEmpty(field.type, schema) : schema) };
  }

  private caseOf({ tagging }: UnionDef, { jsonName, type }: UnionCase): Schema {
    if (tagging.style === "internal") {
      const tag: [string, Schema] = [tagging.tag, { const: jsonName }];
      const payload = type === undefined ? undefined : this.types.get(type);
      return payload?.kind === "struct" ? this.object(payload, [tag]) : closed(Object.fromEntries([tag]));
    }
    const content = type === undefined ? undefined : this.reference(type);
    if (tagging.style === "adjacent") return closed({ [tagging.tag]: { const: jsonName }, ...(content && { [tagging.content]: content }) });
    return content ? closed({ [jsonName]: content }) : { const: jsonName };
  }
}

function annotations({ text, since, deprecated }: Doc, unit?: string): Schema {
  const parts = [text, unit && `Unit: ${unit}.`, since && `Since ${since}.`, deprecated && `Deprecated: ${deprecated}`].filter((part) => part !== undefined && part !== "");
  return { ...(parts.length > 0 && { description: parts.join("\n\n") }), ...(deprecated !== undefined && { deprecated: true }) };
}

/** A member that is left out when it is empty does not occur empty. What may be left out has no lower bound of its own. */
function notEmpty(type: TypeExpr, schema: Schema): Schema {
  if (type.kind === "list" || (type.kind === "bytes" && type.json === "ints")) return { ...schema, minItems: 1 };
  if (type.kind === "map") return { ...schema, minProperties: 1 };
  if (type.kind === "text" || type.kind === "bytes") return { ...schema, minLength: 1 };
  if (type.kind === "bool") return { const: true };
  return { ...schema, not: { const: 0 } };
}
