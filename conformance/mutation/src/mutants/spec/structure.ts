/** Operators on how a type is put together: the order of its fields, what may be absent, windows, openness. */
import type { Family } from "../../../../../generator/dist/codec/model.js";
import type { Field, TypeDef, TypeExpr } from "../../../../../generator/dist/ir/model.js";
import { SIDES, type Draft, type Side } from "../mutant.js";
import { expressionsOf } from "./expressions.js";

/** Two neighbouring fields change places. */
export function order(type: TypeDef, family: Family): Draft[] {
  if (type.kind === "struct")
    return swaps(type.fields, (a, b) => (family === "json" ? a.type.kind !== "reserved" && b.type.kind !== "reserved" : staysPut(a, family) === staysPut(b, family) && !takesRest(a.type) && !takesRest(b.type)));
  return type.kind === "bits" && family !== "json" ? swaps(type.fields, () => true) : [];
}

function swaps<One extends { name: string }>(fields: One[], allowed: (a: One, b: One) => boolean): Draft[] {
  return fields.slice(1).flatMap((after, index) => {
    const before = fields[index]!;
    if (!allowed(before, after)) return [];
    const edits = [{ at: ["fields", index], to: after }, { at: ["fields", index + 1], to: before }];
    return [{ place: `${before.name}, ${after.name}`, change: "swapped", edits }];
  });
}

/** Trailing optionals must stay at the end. */
const staysPut = (field: Field, family: Family): boolean => family === "fixed" && field.optional;

function takesRest(type: TypeExpr): boolean {
  return "framing" in type && type.framing.kind === "rest";
}

/** What may be absent is always there, or the other way round. */
export function presence(type: TypeDef, family: Family): Draft[] {
  if (type.kind !== "struct") return [];
  const fields = type.fields.flatMap((field, index) => {
    if (field.type.kind === "const" || field.type.kind === "reserved") return [];
    const change = (from: string, to: string, member: string, value: boolean, sides: readonly Side[] = SIDES): Draft => ({ place: field.name, change: `${from} → ${to}`, edits: [{ at: ["fields", index, member], to: value }], sides });
    if (field.omitEmpty) return [change("left out when empty", "always there", "omitEmpty", false)];
    if (field.optional) return [change("optional", "required", "optional", false)].filter(() => family !== "fixed" || index === type.fields.length - 1);
    const last = index === type.fields.length - 1 && !type.open && !takesRest(field.type);
    const optional = [change("required", "optional", "optional", true, sidesOfOptional(type, family))].filter(() => family !== "fixed" || last);
    return canBeEmpty(field.type) && family === "json" ? [...optional, change("always there", "left out when empty", "omitEmpty", true)] : optional;
  });
  return [...fields, ...nullables(type)];
}

/** An encoder that is given the value writes it in either case; in a closed Compact structure it writes that it is there. */
const sidesOfOptional = ({ open }: { open: boolean }, family: Family): readonly Side[] => (family === "compact" && !open ? SIDES : ["decode"]);

const canBeEmpty = ({ kind }: TypeExpr): boolean => ["int", "bool", "text", "bytes", "list", "map"].includes(kind);

function nullables(type: TypeDef): Draft[] {
  return expressionsOf(type).flatMap(({ expression, at, place }) => (expression.kind === "nullable" ? [{ place, change: "nullable → always", edits: [{ at, to: expression.inner }] }] : []));
}

/** A value stands without the window around it. */
export function window(type: TypeDef, family: Family): Draft[] {
  if (family === "json") return [];
  return expressionsOf(type).flatMap(({ expression, at, place }) =>
    // A message of another encoding cannot stand without one.
    expression.kind === "sized" && expression.inner.kind === "ref" && expression.framing.kind === "prefix" ? [{ place, change: "window → none", edits: [{ at, to: expression.inner }] }] : [],
  );
}

/** Closed for open, and open for closed. */
export function openness(type: TypeDef, family: Family): Draft[] {
  // An encoder of a closed type is never given what it does not know.
  const toggle = (open: boolean): Draft => ({ place: "", change: open ? "open → closed" : "closed → open", edits: [{ at: ["open"], to: !open }], sides: open ? SIDES : ["decode"] });
  if (type.kind === "enum") return [toggle(type.open)];
  // Inside something else, an open structure would take what follows it.
  if (type.kind === "struct") return type.open || family === "json" || type.root !== undefined ? [toggle(type.open)].filter(() => type.root?.encoding !== "packed") : [];
  return [];
}
