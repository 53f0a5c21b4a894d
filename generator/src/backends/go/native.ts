/** How values look in Go. */
import type { Codec, CodecModel } from "../../codec/model.js";
import type { IntName, TypeDef, TypeExpr, TypeId } from "../../ir/model.js";
import type { Names } from "./names.js";

/** The shape of a value, whatever its encoding: what a declaration and a codec of the same field agree on. */
export type Shape =
  | { kind: "plain"; go: string }
  | { kind: "brand"; type: TypeId; of: Shape }
  | { kind: "named"; type: TypeId }
  | { kind: "text" }
  | { kind: "bytes" }
  | { kind: "json" }
  | { kind: "list"; element: Shape }
  | { kind: "array"; size: number; element: Shape }
  | { kind: "map"; key: Shape; value: Shape }
  | { kind: "nullable"; inner: Shape }
  /** A constant or reserved bytes: no value at all. */
  | { kind: "hidden" };

const BYTE: Shape = { kind: "plain", go: "byte" };
const DURATION: Shape = { kind: "plain", go: "codec.Duration" };
const ADDRESS: Shape = { kind: "plain", go: "netip.AddrPort" };

export const intType = (int: IntName): string => int.replace("u", "uint").replace(/^i(?=\d)/, "int");

export function shapeOfType(type: TypeExpr): Shape {
  const shape = plainShapeOfType(type);
  return "brand" in type && type.brand !== undefined ? { kind: "brand", type: type.brand, of: shape } : shape;
}

function plainShapeOfType(type: TypeExpr): Shape {
  switch (type.kind) {
    case "int":
      return { kind: "plain", go: intType(type.int) };
    case "float":
      return { kind: "plain", go: `float${type.bits}` };
    case "bool":
      return { kind: "plain", go: "bool" };
    case "text":
    case "bytes":
      return { kind: type.kind };
    case "fixedBytes":
      return { kind: "array", size: type.size, element: BYTE };
    case "list":
      return { kind: "list", element: shapeOfType(type.element) };
    case "array":
      return { kind: "array", size: type.size, element: shapeOfType(type.element) };
    case "map":
      return { kind: "map", key: shapeOfType(type.key), value: shapeOfType(type.value) };
    case "const":
    case "reserved":
      return { kind: "hidden" };
    case "nullable":
      return { kind: "nullable", inner: shapeOfType(type.inner) };
    case "jsonValue":
      return { kind: "json" };
    case "duration":
      return DURATION;
    case "socketAddress":
      return ADDRESS;
    case "sized":
      return shapeOfType(type.inner);
    case "embedded":
    case "ref":
      return { kind: "named", type: type.type };
  }
}

export function shapeOf(codec: Codec): Shape {
  switch (codec.op) {
    case "int":
      return { kind: "plain", go: intType(codec.int) };
    case "float":
      return { kind: "plain", go: `float${codec.bits}` };
    case "bool":
      return { kind: "plain", go: "bool" };
    case "text":
    case "bytes":
      return { kind: codec.op };
    case "fixedBytes":
      return { kind: "array", size: codec.size, element: BYTE };
    case "list":
      return { kind: "list", element: shapeOf(codec.element) };
    case "array":
      return { kind: "array", size: codec.size, element: shapeOf(codec.element) };
    case "map":
      return { kind: "map", key: shapeOf(codec.key), value: shapeOf(codec.value) };
    case "constInt":
    case "constBytes":
    case "reserved":
      return { kind: "hidden" };
    case "nullable":
      return { kind: "nullable", inner: shapeOf(codec.inner) };
    case "brand":
      return { kind: "brand", type: codec.type, of: shapeOf(codec.codec) };
    case "jsonValue":
      return { kind: "json" };
    case "duration":
      return DURATION;
    case "socketAddress":
      return ADDRESS;
    case "window":
      return shapeOf(codec.content);
    case "unit":
      return { kind: "named", type: codec.type };
  }
}

/** Spells shapes as Go types, in one file. */
export class Native {
  private readonly types: ReadonlyMap<TypeId, TypeDef>;

  /** `qualifier` stands before names of the package, when the file is in another one: `meshwright.` */
  constructor(
    model: CodecModel,
    readonly names: Names,
    readonly qualifier = "",
  ) {
    this.types = new Map(model.types.map((type) => [type.id, type]));
  }

  definition<Kind extends TypeDef["kind"]>(id: TypeId, kind: Kind): Extract<TypeDef, { kind: Kind }> {
    const type = this.types.get(id);
    if (type?.kind !== kind) throw new Error(`${id} is not a ${kind}`);
    return type as Extract<TypeDef, { kind: Kind }>;
  }

  named(id: TypeId): string {
    return this.qualifier + this.names.type(id);
  }

  type(shape: Shape): string {
    switch (shape.kind) {
      case "plain":
        return shape.go;
      case "brand":
      case "named":
        return this.named(shape.type);
      case "text":
        return "string";
      case "bytes":
        return "[]byte";
      case "json":
        return `json.RawMessage`;
      case "list":
        return `[]${this.type(shape.element)}`;
      case "array":
        return `[${shape.size}]${this.type(shape.element)}`;
      case "map":
        return `map[${this.key(shape.key)}]${this.type(shape.value)}`;
      case "nullable":
        return this.optional(shape.inner);
      case "hidden":
        throw new Error("a constant has no type");
    }
  }

  /** Slices cannot be keys of Go maps: byte keys are strings. */
  key(shape: Shape): string {
    return plain(shape).kind === "bytes" ? "string" : this.type(shape);
  }

  /** The type of a value that may be absent. */
  optional(shape: Shape): string {
    return nilable(shape) ? this.type(shape) : `*${this.type(shape)}`;
  }

  /** The zero value, as an expression. */
  zero(shape: Shape): string {
    const inner = plain(shape);
    if (nilable(shape) || inner.kind === "nullable") return "nil";
    if (inner.kind === "text") return '""';
    if (inner.kind === "plain" && !inner.go.includes(".")) return inner.go === "bool" ? "false" : "0";
    if (inner.kind === "named") {
      const { kind } = this.types.get(inner.type)!;
      if (kind === "enum" || kind === "flags") return "0";
    }
    return `${this.type(shape)}{}`;
  }
}

/** Without its brands. */
export const plain = (shape: Shape): Shape => (shape.kind === "brand" ? plain(shape.of) : shape);

/** nil stands for no value, and is not an empty one. */
export const nilable = (shape: Shape): boolean => ["bytes", "json", "list", "map"].includes(plain(shape).kind);
