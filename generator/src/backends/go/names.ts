/** The naming table: every exported name of the package made from a spec. One package holds all modules, because they may refer to each other in rings. */
import type { Spec, TypeDef, TypeId, UnionDef } from "../../ir/model.js";
import { constantsOf } from "../../ir/constants.js";
import { assignNames } from "../../names/table.js";
import { exported, METHODS, PACKAGE_NAMES } from "./words.js";

/** Keys of names that do not come from a name in the spec; nothing there has a space. */
const INTERFACE = "the cases";
const DECODE = "the decoder";
const UNKNOWN = "the unknown members";

export interface Names {
  type(id: TypeId): string;
  /** A field of a struct or of bits. */
  field(id: TypeId, name: string): string;
  /** Where an open struct keeps what it does not know. */
  unknown(id: TypeId): string;
  /** A member of an enum, a flag, or what a field that always holds the same holds. */
  constant(id: TypeId, name: string): string;
  /** The type of a union's case. */
  caseType(id: TypeId, name: string): string;
  /** The interface that a union's cases have in common. */
  caseInterface(id: TypeId): string;
  /** The function that decodes a root message. */
  decode(id: TypeId): string;
}

/** Whether a case's payload is a struct that was written in place for it, which then serves as the case's own type: the first's, of cases that differ by case alone. */
export function ownsPayload(union: UnionDef, name: string, payload: TypeDef): boolean {
  const own = (one: string): boolean => exported(payload.name) === exported(union.name) + exported(one);
  return payload.module === union.module && union.cases.find((one) => one.type === payload.id && own(one.name))?.name === name;
}

export function nameTable(spec: Spec): Names {
  const types = typeWishes(spec);
  const inside = new Map<string, string>();
  const derived: [string, string][] = [];
  const byId = new Map(spec.types.map((type) => [type.id, type]));
  for (const type of spec.types) {
    const own = types.get(type.id)!;
    for (const [key, wish] of derivedWishes(type, own, byId)) derived.push([`${type.id} ${key}`, wish]);
    for (const [key, name] of memberNames(type)) inside.set(`${type.id} ${key}`, name);
  }
  const scope = assignNames<string>([...[...types].map(([id, name]): [string, string] => [id, name]), ...derived], PACKAGE_NAMES);
  const lookup = (table: ReadonlyMap<string, string>, key: string): string => {
    const name = table.get(key);
    if (name === undefined) throw new Error(`the naming table lacks ${key}`);
    return name;
  };
  return {
    type: (id) => lookup(scope, id),
    field: (id, name) => lookup(inside, `${id} ${name}`),
    unknown: (id) => lookup(inside, `${id} ${UNKNOWN}`),
    constant: (id, name) => lookup(scope, `${id} ${name}`),
    caseType: (id, name) => {
      const union = byId.get(id) as UnionDef;
      const payload = byId.get(union.cases.find((one) => one.name === name)?.type ?? "");
      return payload && ownsPayload(union, name, payload) ? lookup(scope, payload.id) : lookup(scope, `${id} ${name}`);
    },
    caseInterface: (id) => lookup(scope, `${id} ${INTERFACE}`),
    decode: (id) => lookup(scope, `${id} ${DECODE}`),
  };
}

/** Types whose names clash get the last part of their module's name in front, or all of it if that is not enough. */
function typeWishes(spec: Spec): Map<TypeId, string> {
  const levels: ((type: TypeDef) => string)[] = [
    (type) => exported(type.name),
    (type) => exported(type.module.split(".").at(-1)!) + exported(type.name),
    (type) => exported(type.module) + exported(type.name),
  ];
  let wishes = new Map(spec.types.map((type) => [type.id, levels[0]!(type)]));
  for (const level of levels.slice(1)) {
    const counts = new Map<string, number>();
    for (const wish of wishes.values()) counts.set(wish, (counts.get(wish) ?? 0) + 1);
    wishes = new Map(spec.types.map((type) => [type.id, counts.get(wishes.get(type.id)!)! > 1 ? level(type) : wishes.get(type.id)!]));
  }
  return wishes;
}

/** Names in the package that follow from a type's. */
function derivedWishes(type: TypeDef, own: string, byId: ReadonlyMap<TypeId, TypeDef>): [string, string][] {
  const decode: [string, string][] = "root" in type && type.root ? [[DECODE, `Decode${own}`]] : [];
  switch (type.kind) {
    case "enum":
      return type.members.map(({ name }) => [name, own + exported(name)]);
    case "flags":
      return type.flags.map(({ name }) => [name, own + exported(name)]);
    case "union": {
      const cases = type.cases.filter(({ name, type: payload }) => payload === undefined || !ownsPayload(type, name, byId.get(payload)!));
      return [...decode, [INTERFACE, `${own}Case`], ...cases.map(({ name }): [string, string] => [name, own + exported(name)])];
    }
    case "struct":
    case "bits":
      return [...decode, ...constantsOf(type).map(({ name }): [string, string] => [name, own + exported(name)])];
    default:
      return decode;
  }
}

function memberNames(type: TypeDef): Map<string, string> {
  if (type.kind !== "struct" && type.kind !== "bits") return new Map();
  const names = type.fields.filter(({ name }) => name !== "").map(({ name }): [string, string] => [name, exported(name)]);
  if (type.kind === "struct" && type.open) names.push([UNKNOWN, "Unknown"]);
  return assignNames(names, METHODS);
}
