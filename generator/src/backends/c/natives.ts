/** The C types of values: how each shape is called and declared, and which containers have to be declared for it. */
import type { CodecModel } from "../../codec/model.js";
import type { Field, StructDef, TypeId } from "../../ir/model.js";
import { boxing, type Boxing } from "./boxing.js";
import { cInt } from "./literals.js";
import { memberNames, type Names } from "./names.js";
import { shapeOf, type Shape } from "./shapes.js";

/** A type that stands for a shape instead of for a spec type. Its `name` has no `_t`. */
export type Container =
  | { kind: "list"; name: string; element: Shape }
  | { kind: "map"; name: string; entry: string; key: Shape; value: Shape }
  | { kind: "option"; name: string; inner: Shape }
  /** An array as an element, which C cannot assign or point to as a whole. */
  | { kind: "array"; name: string; of: Shape };

/** A field of a struct as members. */
export interface Member {
  field: Field;
  /** The value's member. */
  name: string;
  /** The member that says whether the value is there; null where nothing has to, or the pointer does. */
  has: string | null;
  /** What stands in `name`: without the nullable that `has` stands for. */
  shape: Shape;
  boxed: boolean;
  /** Can be absent or null; else it is always there. */
  maybe: boolean;
}

export interface Natives {
  boxed: Boxing;
  /** As an element, entry or parameter: always one word. */
  typeName(shape: Shape): string;
  /** `uint16_t row[4]` */
  declare(shape: Shape, name: string, boxed: boolean): string;
  members(type: StructDef): { members: Member[]; unknown: string | null };
  /** Those that a value of this shape needs, innermost first. */
  containers(shape: Shape, place: "member" | "element"): Container[];
  entryName(shape: Extract<Shape, { kind: "map" }>): string;
}

const RUNTIME: Record<string, string> = { bool: "bool", text: "mw_text_t", bytes: "mw_bytes_t", duration: "mw_duration_t", socketAddress: "mw_socket_address_t" };

export function natives(model: CodecModel, names: Names): Natives {
  const boxed = boxing(model.types);

  const stem = (shape: Shape): string => {
    switch (shape.kind) {
      case "int":
        return shape.int;
      case "float":
        return `f${shape.bits}`;
      case "socketAddress":
        return "socket_address";
      case "fixedBytes":
        return `bytes${shape.size}`;
      case "list":
        return `${stem(shape.element)}_list`;
      case "array":
        return `${stem(shape.element)}_array${shape.size}`;
      case "map":
        return `${stem(shape.key)}_${stem(shape.value)}_map`;
      case "nullable":
        return `${stem(shape.inner)}_option`;
      case "brand":
      case "named":
        return names.type(shape.type).slice(names.prefix.length + 1);
      default:
        return shape.kind;
    }
  };

  /** Without `_t`. A list of simple values is the runtime's, one of a spec type has a name reserved with its element's. */
  const containerName = (shape: Shape): string => {
    if (shape.kind === "list" && isSimple(shape.element)) return `mw_${stem(shape)}`;
    if (shape.kind === "list" && isNamed(shape.element)) return `${names.type(shape.element.type)}_list`;
    if (shape.kind === "nullable" && isNamed(shape.inner)) return `${names.type(shape.inner.type)}_option`;
    return names.container(stem(shape));
  };
  const entryName = (shape: Extract<Shape, { kind: "map" }>): string => names.container(`${stem(shape.key)}_${stem(shape.value)}_entry`);

  const typeName = (shape: Shape): string => {
    if (shape.kind === "int") return cInt(shape.int);
    if (shape.kind === "float") return shape.bits === 32 ? "float" : "double";
    if (isNamed(shape)) return `${names.type(shape.type)}_t`;
    return RUNTIME[shape.kind] ?? `${containerName(shape)}_t`;
  };

  const declare = (shape: Shape, name: string, isBoxed: boolean): string => {
    if (shape.kind === "fixedBytes") return `uint8_t ${name}[${shape.size}]`;
    if (shape.kind === "array") return declare(shape.element, `${name}[${shape.size}]`, isBoxed);
    // A row of arrays keeps the order in which C reads dimensions.
    return isBoxed ? `const ${typeName(unwrapNullable(shape))} *${name}` : `${typeName(shape)} ${name}`;
  };

  const containers = (shape: Shape, place: "member" | "element"): Container[] => {
    switch (shape.kind) {
      case "list": {
        const inner = containers(shape.element, "element");
        return isSimple(shape.element) ? inner : [...inner, { kind: "list", name: containerName(shape), element: shape.element }];
      }
      case "map":
        return [...containers(shape.key, inside(shape.key)), ...containers(shape.value, inside(shape.value)), { kind: "map", name: containerName(shape), entry: entryName(shape), key: shape.key, value: shape.value }];
      case "nullable":
        return place === "member" ? containers(shape.inner, inside(shape.inner)) : [...containers(shape.inner, inside(shape.inner)), { kind: "option", name: containerName(shape), inner: shape.inner }];
      case "fixedBytes":
        return place === "member" ? [] : [{ kind: "array", name: containerName(shape), of: shape }];
      case "array": {
        const inner = containers(shape.element, inside(shape.element));
        return place === "member" ? inner : [...inner, { kind: "array", name: containerName(shape), of: shape }];
      }
      default:
        return [];
    }
  };

  const members = (type: StructDef): { members: Member[]; unknown: string | null } => {
    const fields = type.fields.flatMap((field) => {
      const shape = shapeOf(field.type);
      return shape ? [memberOf(type.id, field, shape, boxed)] : [];
    });
    const wishes = [...fields.map(({ field }) => field.name), ...fields.filter(hasFlag).map(({ field }) => `has_${field.name}`), ...(type.open ? ["unknown"] : [])];
    const assigned = memberNames(wishes);
    let next = fields.length;
    return {
      members: fields.map((member, index) => ({ ...member, name: assigned[index]!, has: hasFlag(member) ? assigned[next++]! : null })),
      unknown: type.open ? assigned.at(-1)! : null,
    };
  };

  return { boxed, typeName, declare, members, containers, entryName };
}

export const isNamed = (shape: Shape): shape is Extract<Shape, { type: TypeId }> => shape.kind === "named" || shape.kind === "brand";
const isSimple = ({ kind }: Shape): boolean => ["int", "float", "bool", "text", "bytes", "duration", "socketAddress"].includes(kind);
/** As a member of its container; a nullable there has no member beside it to say that it is null. */
const inside = (shape: Shape): "member" | "element" => (shape.kind === "nullable" ? "element" : "member");
const unwrapNullable = (shape: Shape): Shape => (shape.kind === "nullable" ? shape.inner : shape);

/** A pointer can say by itself that there is nothing, unless it has to say that there is null. */
const hasFlag = ({ maybe, boxed, shape }: Pick<Member, "maybe" | "boxed" | "shape">): boolean => maybe && (!boxed || shape.kind === "nullable");

/** The innermost type that an array holds directly, or the value itself. */
const core = (shape: Shape): Shape => (shape.kind === "array" ? core(shape.element) : shape.kind === "nullable" ? core(shape.inner) : shape);

function memberOf(owner: TypeId, field: Field, shape: Shape, boxed: Boxing): Omit<Member, "name" | "has"> {
  const target = core(shape);
  const isBoxed = target.kind === "named" && boxed(owner, target.type);
  const maybe = field.optional || shape.kind === "nullable";
  // An optional that can also be null needs both; then the value keeps its nullable.
  const value = shape.kind === "nullable" && !field.optional ? shape.inner : shape;
  return { field, shape: value, boxed: isBoxed, maybe };
}
