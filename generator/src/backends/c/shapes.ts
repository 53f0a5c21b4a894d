/** What a value looks like in C, whatever its encoding: the same shape comes from a spec type and from each of its codecs. */
import type { Codec } from "../../codec/model.js";
import type { IntName, TypeExpr, TypeId } from "../../ir/model.js";

export type Shape =
  | { kind: "int"; int: IntName }
  | { kind: "float"; bits: 32 | 64 }
  | { kind: "bool" | "text" | "bytes" | "duration" | "socketAddress" }
  | { kind: "fixedBytes"; size: number }
  | { kind: "list"; element: Shape }
  | { kind: "array"; size: number; element: Shape }
  | { kind: "map"; key: Shape; value: Shape }
  | { kind: "nullable"; inner: Shape }
  | { kind: "brand"; type: TypeId; of: Shape }
  | { kind: "named"; type: TypeId };

/** Undefined for what is not part of the value: constants and reserved bytes. */
export function shapeOf(type: TypeExpr): Shape | undefined {
  const shape = plainShape(type);
  return shape && "brand" in type && type.brand !== undefined ? { kind: "brand", type: type.brand, of: shape } : shape;
}

function plainShape(type: TypeExpr): Shape | undefined {
  switch (type.kind) {
    case "int":
      return { kind: "int", int: type.int };
    case "float":
      return { kind: "float", bits: type.bits };
    case "fixedBytes":
      return { kind: "fixedBytes", size: type.size };
    case "list":
      return { kind: "list", element: shapeOf(type.element)! };
    case "array":
      return { kind: "array", size: type.size, element: shapeOf(type.element)! };
    case "map":
      return { kind: "map", key: shapeOf(type.key)!, value: shapeOf(type.value)! };
    case "nullable":
      return { kind: "nullable", inner: shapeOf(type.inner)! };
    case "sized":
      return shapeOf(type.inner);
    case "embedded":
    case "ref":
      return { kind: "named", type: type.type };
    case "jsonValue":
      return { kind: "text" };
    case "const":
    case "reserved":
      return undefined;
    default:
      return { kind: type.kind };
  }
}

export function shapeOfCodec(codec: Codec): Shape {
  switch (codec.op) {
    case "int":
      return { kind: "int", int: codec.int };
    case "float":
      return { kind: "float", bits: codec.bits };
    case "fixedBytes":
      return { kind: "fixedBytes", size: codec.size };
    case "list":
      return { kind: "list", element: shapeOfCodec(codec.element) };
    case "array":
      return { kind: "array", size: codec.size, element: shapeOfCodec(codec.element) };
    case "map":
      return { kind: "map", key: shapeOfCodec(codec.key), value: shapeOfCodec(codec.value) };
    case "nullable":
      return { kind: "nullable", inner: shapeOfCodec(codec.inner) };
    case "brand":
      return { kind: "brand", type: codec.type, of: shapeOfCodec(codec.codec) };
    case "window":
      return shapeOfCodec(codec.content);
    case "unit":
      return { kind: "named", type: codec.type };
    case "jsonValue":
      return { kind: "text" };
    case "constInt":
    case "constBytes":
    case "reserved":
      throw new Error("a constant has no shape in the value");
    default:
      return { kind: codec.op };
  }
}
