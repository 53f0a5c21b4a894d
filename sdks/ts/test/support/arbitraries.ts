/** Random values of every message, made from the spec. */
import fc from "fast-check";
import type { CodecModel, Family } from "../../../../generator/src/codec/model.js";
import type { StructDef, TypeDef, TypeExpr, TypeId, UnionDef } from "../../../../generator/src/ir/model.js";
import * as scalars from "./scalars.js";

type Arbitrary = fc.Arbitrary<unknown>;
type Tie = (id: TypeId, family: Family) => Arbitrary;

/** Gives the arbitrary of a message: any value that its encoder may take. Sizes that only the whole message bounds are not kept to. */
export function arbitraries(model: CodecModel): (id: TypeId, family: Family) => Arbitrary {
  const context = new Context(model);
  const families = ["fixed", "compact", "json"] as const;
  const values = fc.letrec<Record<string, unknown>>((tie) => {
    const one = (def: TypeDef, family: Family) => [
      key(def.id, family),
      ofType(context, def, family, (id, inner) => tie(key(id, inner))),
    ];
    return Object.fromEntries(model.spec.types.flatMap((def) => families.map((family) => one(def, family))));
  });
  return (id, family) => values[key(id, family)]!;
}

/** One count for all types that contain themselves. */
const NESTING = { maxDepth: 4, depthIdentifier: "nesting" } as const;

const key = (id: TypeId, family: Family): string => `${family} ${id}`;

class Context {
  private readonly families: ReadonlyMap<TypeId, Family>;
  private readonly recursive: ReadonlySet<TypeId>;

  constructor(model: CodecModel) {
    this.families = new Map(model.roots.map(({ type, family }) => [type, family]));
    this.recursive = new Set(model.units.filter((unit) => unit.recursive).map(({ type }) => type));
  }

  /** Of an embedded message. */
  family = (id: TypeId): Family => this.families.get(id)!;
  isRecursive = (id: TypeId | undefined): boolean => id !== undefined && this.recursive.has(id);
}

function ofType(context: Context, def: TypeDef, family: Family, tie: Tie): Arbitrary {
  switch (def.kind) {
    case "struct":
      return struct(context, def, family, tie);
    case "union":
      return union(context, def, family, tie);
    case "enum":
      return scalars.enumeration(def);
    case "flags":
      return scalars.flags(def);
    case "bits":
      return fc.record(
        Object.fromEntries(
          def.fields
            .filter(({ content }) => content.kind !== "const" && content.kind !== "reserved")
            .map((field) => [field.name, scalars.bitField(field, (id) => tie(id, family))]),
        ),
        { noNullPrototype: true },
      );
    case "brand":
      return ofExpression(context, def.type, family, tie);
  }
}

function struct(context: Context, def: StructDef, family: Family, tie: Tie): Arbitrary {
  const fields = def.fields.filter(({ type }) => type.kind !== "const" && type.kind !== "reserved");
  const optional = fields.filter((field) => field.optional).map(({ name }) => name);
  const shape = Object.fromEntries(fields.map(({ name, type }) => [name, ofExpression(context, type, family, tie)]));
  const record = fc.record(shape, {
    noNullPrototype: true,
    requiredKeys: fields.filter((field) => !field.optional).map(({ name }) => name),
  });
  const trailing = family === "fixed" || (family === "compact" && def.open);
  const whole = trailing ? record.map((value) => withoutGaps(value, optional)) : record;
  return def.open
    ? fc
        .tuple(whole, scalars.unknown(def, family))
        .map(([value, kept]) => withUnknown(value, kept, trailing ? optional : []))
    : whole;
}

/** A trailing optional can only be there if those before it are. */
function withoutGaps(value: Record<string, unknown>, optional: string[]): Record<string, unknown> {
  const gap = optional.findIndex((name) => !(name in value));
  const gone = gap < 0 ? [] : optional.slice(gap);
  return Object.fromEntries(Object.entries(value).filter(([name]) => !gone.includes(name)));
}

function withUnknown(value: object, kept: unknown, trailing: string[]): object {
  const fits = kept !== undefined && trailing.every((name) => name in value);
  return fits ? { ...value, $unknown: kept } : value;
}

/** Where nesting must end, the first case is taken: one without the union itself. */
function union(context: Context, def: UnionDef, family: Family, tie: Tie): Arbitrary {
  const cases = def.cases.map(({ name, type, embedded }) => ({
    type,
    value:
      type === undefined
        ? fc.constant<unknown>({ case: name })
        : tie(type, embedded ? context.family(type) : family).map((value) => ({ case: name, value })),
  }));
  const ordered = cases.toSorted((a, b) => Number(context.isRecursive(a.type)) - Number(context.isRecursive(b.type)));
  return fc.oneof(NESTING, ...ordered.map(({ value }) => value));
}

function ofExpression(context: Context, type: TypeExpr, family: Family, tie: Tie): Arbitrary {
  const of = (inner: TypeExpr): Arbitrary => ofExpression(context, inner, family, tie);
  switch (type.kind) {
    case "list": {
      const list = fc.array(of(type.element), scalars.lengths(type.limit));
      // Where nesting must end, lists of what contains them are empty.
      return isRecursive(context, type.element) ? fc.oneof(NESTING, fc.constant([]), list) : list;
    }
    case "array":
      return fc.array(of(type.element), { minLength: type.size, maxLength: type.size });
    case "map":
      return fc
        .uniqueArray(fc.tuple(of(type.key), of(type.value)), {
          ...scalars.lengths(type.limit),
          selector: ([one]) => String(one),
        })
        .map((entries) => new Map(entries));
    case "nullable":
      return fc.option(of(type.inner), { nil: null });
    case "sized":
      return of(type.inner);
    case "embedded":
      return tie(type.type, context.family(type.type));
    case "ref":
      return tie(type.type, family);
    default:
      return scalars.scalar(type, family);
  }
}

const isRecursive = (context: Context, type: TypeExpr): boolean =>
  type.kind === "ref" && context.isRecursive(type.type);
