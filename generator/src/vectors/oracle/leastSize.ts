/** The least bytes that a value takes in a binary encoding: what a count is multiplied with before memory is taken for it. */
import type { Framing, IntName, TypeDef, TypeExpr, TypeId } from "../../ir/model.js";
import type { BinaryFamily, Types } from "./types.js";
import { bytesOf, familyOf, isRoot } from "./types.js";
import { utf8Of } from "./utf8.js";

/** No bounds of integers are looked at: a varint is at least one byte. */
export class LeastSizes {
  private readonly found = new Map<string, number>();

  /** Named types begin as endless and shrink until nothing changes, so that one that contains itself ends at its smallest finite value. */
  constructor(private readonly types: Types) {
    let changed = true;
    while (changed) {
      changed = false;
      for (const def of types.all())
        for (const family of ["fixed", "compact"] as const) {
          const size = this.definition(def, family);
          if (size >= this.named(def.id, family)) continue;
          this.found.set(`${family} ${def.id}`, size);
          changed = true;
        }
    }
  }

  of(type: TypeExpr, family: BinaryFamily): number {
    switch (type.kind) {
      case "int":
        return this.integer(type.int, family);
      case "float":
        return type.bits / 8;
      case "bool":
      case "nullable":
        return 1;
      case "text":
      case "bytes":
        return this.prefix(type.framing, family) + type.limit.min;
      case "fixedBytes":
      case "reserved":
        return type.size;
      case "const":
        return type.of === "int" ? this.integer(type.int, family) : type.of === "text" ? utf8Of(type.value).length : type.value.length / 2;
      case "list":
        return this.prefix(type.framing, family) + repeated(type.limit.min, this.of(type.element, family));
      case "array":
        return repeated(type.size, this.of(type.element, family));
      case "map":
        return this.prefix(type.framing, family) + repeated(type.limit.min, this.of(type.key, family) + this.of(type.value, family));
      case "sized":
        return this.prefix(type.framing, family) + Math.max(type.limit.min, this.of(type.inner, family));
      case "duration":
        return 2;
      case "socketAddress":
        return 6;
      case "embedded":
        return this.embedded(type.type);
      case "ref":
        return this.named(type.type, family);
      case "jsonValue":
        return 1;
    }
  }

  private integer(int: IntName, family: BinaryFamily): number {
    return family === "compact" ? 1 : bytesOf(int);
  }

  private prefix(framing: Framing, family: BinaryFamily): number {
    if (framing.kind === "rest") return 0;
    return framing.kind === "natural" ? 1 : this.integer(framing.int, family);
  }

  private embedded(id: TypeId): number {
    const family = familyOf(this.types.root(id));
    return family === "json" ? 1 : this.named(id, family);
  }

  private named(id: TypeId, family: BinaryFamily): number {
    return this.found.get(`${family} ${id}`) ?? Infinity;
  }

  private definition(def: TypeDef, family: BinaryFamily): number {
    switch (def.kind) {
      case "struct":
        return def.fields.reduce((sum, field) => sum + (field.optional ? (family === "compact" && !def.open ? 1 : 0) : this.of(field.type, family)), 0);
      case "union":
        return this.integer(def.repr, family) + Math.min(...def.cases.map((one) => this.casePayload(one.type, one.embedded?.framing, family)));
      case "brand":
        return this.of(def.type, family);
      default:
        return this.integer(def.repr, family);
    }
  }

  private casePayload(id: TypeId | undefined, framing: Framing | undefined, family: BinaryFamily): number {
    if (id === undefined) return 0;
    if (framing) return this.prefix(framing, family) + this.embedded(id);
    return isRoot(this.types.get(id)) ? this.embedded(id) : this.named(id, family);
  }
}

const repeated = (count: number, size: number): number => (count === 0 ? 0 : count * size);
