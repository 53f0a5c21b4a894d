/** The plan of the peer's dispatch: how every type looks in neutral JSON. */
import type { CodecModel } from "../../../codec/model.js";
import type { BitsDef, StructDef, TypeDef, TypeExpr, TypeId, UnionDef } from "../../../ir/model.js";
import { assignNames } from "../../../names/table.js";
import { call, layOut, type Code } from "../code.js";
import { isWide, stringLiteral } from "../literals.js";
import type { Names } from "../names.js";
import { KEYWORDS } from "../words.js";

export interface DispatchPlan {
  shapes: string[][];
  messages: string[];
}

export function planDispatch(model: CodecModel, names: Names): DispatchPlan {
  const reached = new Set(model.units.map(({ type }) => type));
  const shaped = model.types.filter(({ id, kind }) => reached.has(id) && (kind === "struct" || kind === "union" || kind === "bits"));
  const context = new ShapeContext(model, names, shaped);
  const shapes = shaped.map((def) => layOut([{ prefix: `const ${context.variable(def.id)}: neutral.Shape<${context.sdk(def.id)}> = `, code: shapeOf(context, def) }], ""));
  const rows = model.roots.map(({ type }): Code => ({ items: [stringLiteral(type), call("neutral.message", context.sdk(type), context.variable(type))] }));
  return { shapes, messages: layOut([{ prefix: "export const messages: ReadonlyMap<string, neutral.Message> = ", code: call("new Map", { items: rows }) }], "") };
}

class ShapeContext {
  private readonly types: ReadonlyMap<TypeId, TypeDef>;
  private readonly variables: ReadonlyMap<TypeId, string>;
  private readonly order: ReadonlyMap<TypeId, number>;
  private readonly heads: ReadonlySet<TypeId>;
  private readonly families: ReadonlyMap<TypeId, ReadonlySet<string>>;

  constructor(
    model: CodecModel,
    private readonly names: Names,
    shaped: TypeDef[],
  ) {
    this.types = new Map(model.spec.types.map((type) => [type.id, type]));
    this.variables = assignNames(shaped.map(({ id }) => [id, variableName(names.exported(id))] as const), new Set([...KEYWORDS, "messages", "neutral", "sdk"]));
    this.order = new Map(shaped.map(({ id }, index) => [id, index]));
    this.heads = new Set(model.spec.types.filter(({ recursionHead }) => recursionHead).map(({ id }) => id));
    const families = new Map<TypeId, Set<string>>();
    for (const { type, family } of model.units) families.set(type, (families.get(type) ?? new Set()).add(family));
    this.families = families;
  }

  type = (id: TypeId): TypeDef => this.types.get(id)!;
  variable = (id: TypeId): string => this.variables.get(id)!;
  sdk = (id: TypeId): string => `sdk.${this.names.exported(id)}`;

  /** What an open structure keeps of what it does not know: bytes in binary messages, text in JSON. */
  keeps(id: TypeId): "bytes" | "text" | "either" {
    const families = this.families.get(id) ?? new Set();
    if (!families.has("json")) return "bytes";
    return families.size === 1 ? "text" : "either";
  }

  /** A shape that may be declared later is looked up when it is used. */
  reference(from: TypeId, to: TypeId): Code {
    const name = this.variable(to);
    if (this.heads.has(to)) return call("neutral.recursive", `() => ${name}`);
    return this.order.get(to)! < this.order.get(from)! ? name : call("neutral.later", `() => ${name}`);
  }
}

const variableName = (type: string): string => type.charAt(0).toLowerCase() + type.slice(1);

function shapeOf(context: ShapeContext, def: TypeDef): Code {
  switch (def.kind) {
    case "struct":
      return structShape(context, def);
    case "union":
      return unionShape(context, def);
    case "bits":
      return bitsShape(context, def);
    default:
      throw new Error(`${def.kind} is shaped where it is used`);
  }
}

function structShape(context: ShapeContext, def: StructDef): Code {
  const rows = def.fields.map(({ name, type, optional }): Code => {
    const shape = fieldShape(context, def.id, type);
    return { items: [stringLiteral(name), optional ? call("neutral.optional", shape) : shape] };
  });
  return def.open ? call("neutral.openStruct", stringLiteral(context.keeps(def.id)), { items: rows }) : call("neutral.struct", { items: rows });
}

/** Constants and reserved bytes have a place among the fields, but none in the value. */
function fieldShape(context: ShapeContext, owner: TypeId, type: TypeExpr): Code {
  if (type.kind === "reserved") return "neutral.reserved";
  if (type.kind === "const") return call("neutral.constant", type.of === "int" && !isWide(type.int) ? type.value : stringLiteral(type.value));
  return valueShape(context, owner, type);
}

function valueShape(context: ShapeContext, owner: TypeId, type: TypeExpr): Code {
  const plain = plainShape(context, owner, type);
  return "brand" in type && type.brand !== undefined ? call("neutral.branded", plain, context.sdk(type.brand)) : plain;
}

function plainShape(context: ShapeContext, owner: TypeId, type: TypeExpr): Code {
  switch (type.kind) {
    case "int":
      return isWide(type.int) ? "neutral.bigInt" : "neutral.int";
    case "float":
    case "bool":
    case "text":
    case "bytes":
    case "duration":
      return `neutral.${type.kind}`;
    case "fixedBytes":
      return "neutral.bytes";
    case "socketAddress":
      return "neutral.text";
    case "jsonValue":
      return call("neutral.textAs<sdk.JsonValue>");
    case "list":
    case "array":
      return call("neutral.list", valueShape(context, owner, type.element));
    case "map":
      return call("neutral.map", valueShape(context, owner, type.key), valueShape(context, owner, type.value), orderOf(context, type.key));
    case "nullable":
      return call("neutral.nullable", valueShape(context, owner, type.inner));
    case "sized":
      return valueShape(context, owner, type.inner);
    case "embedded":
    case "ref":
      return namedShape(context, owner, type.type);
    case "const":
    case "reserved":
      throw new Error(`${type.kind} is not part of a value`);
  }
}

function namedShape(context: ShapeContext, owner: TypeId, id: TypeId): Code {
  const def = context.type(id);
  switch (def.kind) {
    case "enum":
      return call(`neutral.${def.open ? (isWide(def.repr) ? "wideOpenName" : "openName") : "name"}<${context.sdk(id)}>`);
    case "flags":
      return call(isWide(def.repr) ? "neutral.wideFlags" : "neutral.flags", context.sdk(id));
    case "brand":
      return valueShape(context, owner, def.type);
    default:
      return context.reference(owner, id);
  }
}

function orderOf(context: ShapeContext, key: TypeExpr): Code {
  switch (key.kind) {
    case "int":
      return "neutral.byNumber";
    case "text":
      return "neutral.byText";
    case "bytes":
    case "fixedBytes":
      return "neutral.byBytes";
    case "ref":
      return call("neutral.byValue", context.sdk(key.type));
    default:
      throw new Error(`${key.kind} cannot be a key`);
  }
}

function unionShape(context: ShapeContext, def: UnionDef): Code {
  const cases = def.cases.map(({ name, type }): Code => ({ items: [stringLiteral(name), type === undefined ? "null" : context.reference(def.id, type)] }));
  return call("neutral.union", { items: cases });
}

function bitsShape(context: ShapeContext, def: BitsDef): Code {
  const rows = def.fields.flatMap((field): Code[] => {
    if (field.content.kind === "reserved") return [];
    return [{ items: [stringLiteral(field.name), bitFieldShape(context, def.id, field)] }];
  });
  return call("neutral.struct", { items: rows });
}

function bitFieldShape(context: ShapeContext, owner: TypeId, { width, content }: BitsDef["fields"][number]): Code {
  switch (content.kind) {
    case "uint":
      return width > 32 ? "neutral.bigInt" : "neutral.int";
    case "bool":
      return "neutral.bool";
    case "const":
      return call("neutral.constant", String(content.value));
    case "enum":
    case "flags":
      return namedShape(context, owner, content.type);
    case "reserved":
      throw new Error("reserved bits have no shape");
  }
}
