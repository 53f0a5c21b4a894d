/** Which Rust type a value of the spec has, and what follows from it: borrows, boxes, equality. */
import { solve } from "../../codec/fixpoint.js";
import type { Codec, CodecModel } from "../../codec/model.js";
import type { TypeDef, TypeExpr, TypeId } from "../../ir/model.js";

/** Spells the type of this id in the place that asks. */
export type Spell = (id: TypeId) => string;

export class Natives {
  private readonly types: ReadonlyMap<TypeId, TypeDef>;
  private readonly borrowing: ReadonlyMap<TypeId, boolean>;
  private readonly inexact: ReadonlyMap<TypeId, boolean>;

  constructor(model: CodecModel) {
    this.types = new Map(model.spec.types.map((type) => [type.id, type]));
    this.borrowing = this.spread((type) => ["text", "bytes", "jsonValue"].includes(type.kind), (def) => def.kind === "struct" && def.open);
    this.inexact = this.spread((type) => type.kind === "float", () => false);
  }

  def(id: TypeId): TypeDef {
    const def = this.types.get(id);
    if (!def) throw new Error(`the spec has no ${id}`);
    return def;
  }

  /** Whether values hold on to the input that they are read from. */
  borrows = (id: TypeId): boolean => this.borrowing.get(id)!;

  /** Whether equality is an equivalence: no floats inside. */
  exact = (id: TypeId): boolean => !this.inexact.get(id)!;

  /** Whether a value of `owner` holds one of `target`, which may hold one of `owner`, behind a pointer. */
  boxed(owner: TypeId, target: TypeId): boolean {
    return this.def(target).recursionHead && this.holds(target, owner);
  }

  expression(type: TypeExpr, owner: TypeId, spell: Spell): string {
    if ("brand" in type && type.brand !== undefined) return spell(type.brand);
    const inner = (part: TypeExpr): string => this.expression(part, owner, spell);
    switch (type.kind) {
      case "int":
        return type.int;
      case "float":
        return `f${type.bits}`;
      case "bool":
        return "bool";
      case "text":
        return "Cow<'a, str>";
      case "bytes":
        return "Cow<'a, [u8]>";
      case "fixedBytes":
        return `[u8; ${type.size}]`;
      case "list":
        return `Vec<${this.expression(type.element, NO_OWNER, spell)}>`;
      case "array":
        return `[${inner(type.element)}; ${type.size}]`;
      case "map":
        return `BTreeMap<${this.expression(type.key, NO_OWNER, spell)}, ${this.expression(type.value, NO_OWNER, spell)}>`;
      case "nullable":
        return `Option<${inner(type.inner)}>`;
      case "sized":
        return inner(type.inner);
      case "jsonValue":
        return "JsonValue<'a>";
      case "duration":
        return "Duration";
      case "socketAddress":
        return "SocketAddr";
      case "embedded":
      case "ref":
        return this.named(type.type, owner, spell);
      case "const":
      case "reserved":
        throw new Error(`${type.kind} has no place in a value`);
    }
  }

  /** As `expression`, for what a codec reads. */
  ofCodec(codec: Codec, owner: TypeId, spell: Spell): string {
    const inner = (part: Codec): string => this.ofCodec(part, owner, spell);
    switch (codec.op) {
      case "int":
        return codec.int;
      case "float":
        return `f${codec.bits}`;
      case "bool":
        return "bool";
      case "text":
        return "Cow<'a, str>";
      case "bytes":
        return "Cow<'a, [u8]>";
      case "fixedBytes":
        return `[u8; ${codec.size}]`;
      case "list":
        return `Vec<${this.ofCodec(codec.element, NO_OWNER, spell)}>`;
      case "array":
        return `[${inner(codec.element)}; ${codec.size}]`;
      case "map":
        return `BTreeMap<${this.ofCodec(codec.key, NO_OWNER, spell)}, ${this.ofCodec(codec.value, NO_OWNER, spell)}>`;
      case "nullable":
        return `Option<${inner(codec.inner)}>`;
      case "window":
        return inner(codec.content);
      case "jsonValue":
        return "JsonValue<'a>";
      case "duration":
        return "Duration";
      case "socketAddress":
        return "SocketAddr";
      case "brand":
        return spell(codec.type);
      case "unit":
        return this.named(codec.type, owner, spell);
      case "constInt":
      case "constBytes":
      case "reserved":
        return "()";
    }
  }

  private named(id: TypeId, owner: TypeId, spell: Spell): string {
    return owner !== NO_OWNER && this.boxed(owner, id) ? `Box<${spell(id)}>` : spell(id);
  }

  /** Types that have such a part, however deep. */
  private spread(part: (type: TypeExpr) => boolean, whole: (def: TypeDef) => boolean): ReadonlyMap<TypeId, boolean> {
    return solve(this.types.keys(), false, (id, lookup) => {
      const def = this.def(id);
      return whole(def) || partsOf(def).some((type) => part(type) || (referenceOf(type) !== undefined && lookup(referenceOf(type)!) === true));
    });
  }

  /** Whether a value of one type holds one of another without a pointer of its own, such as a list's, in between. */
  private holds(from: TypeId, to: TypeId): boolean {
    const seen = new Set<TypeId>();
    const queue = [from];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      if (id === to) return true;
      if (seen.has(id)) continue;
      seen.add(id);
      queue.push(...heldBy(this.def(id)));
    }
    return false;
  }
}

/** What stands behind a list's or map's own pointer belongs to nobody. */
export const NO_OWNER = "";

const referenceOf = (type: TypeExpr): TypeId | undefined => (type.kind === "ref" || type.kind === "embedded" ? type.type : undefined);

/** All expressions of a type, nested ones too. */
function partsOf(def: TypeDef): TypeExpr[] {
  switch (def.kind) {
    case "struct":
      return def.fields.flatMap(({ type }) => nested(type));
    case "union":
      return def.cases.flatMap(({ type }) => (type === undefined ? [] : [{ kind: "ref" as const, type }]));
    case "brand":
      return [def.type];
    default:
      return [];
  }
}

function nested(type: TypeExpr): TypeExpr[] {
  switch (type.kind) {
    case "list":
    case "array":
      return [type, ...nested(type.element)];
    case "map":
      return [type, ...nested(type.key), ...nested(type.value)];
    case "nullable":
    case "sized":
      return [type, ...nested(type.inner)];
    case "const":
      return [];
    default:
      return [type];
  }
}

function heldBy(def: TypeDef): TypeId[] {
  if (def.kind === "union") return def.cases.flatMap(({ type }) => type ?? []);
  return def.kind === "struct" ? def.fields.flatMap(({ type }) => held(type)) : [];
}

function held(type: TypeExpr): TypeId[] {
  switch (type.kind) {
    case "ref":
    case "embedded":
      return [type.type];
    case "nullable":
    case "sized":
      return held(type.inner);
    case "array":
      return held(type.element);
    default:
      return [];
  }
}
