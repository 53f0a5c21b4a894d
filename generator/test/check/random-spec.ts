/** Specs made up at random, mostly bad ones, and values of their types. */
import type { BytesJsonForm, Framing, IntName, RootInfo, SizeLimit, Spec, StructDef, TypeDef, TypeExpr } from "../../src/ir/model.js";
import { markRecursionHeads } from "../../src/read/recursion.js";
import type { Neutral, NeutralObject } from "../../src/vectors/oracle/neutral.js";
import type { Random } from "../random.js";
import { array, bool, bytes, compact, constInt, embedded, enumeration, fixedBytes, float, int, json, layout, list, map, natural, nullable, packed, prefix, ref, reserved, rest, sized, spec, struct, text, union } from "./ir.js";

const INTS: IntName[] = ["u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64"];
const STRUCTS = ["A", "B", "C", "D"];

export function randomSpec(random: Random): Spec {
  const { below, pick } = random;
  const names = STRUCTS.slice(0, 2 + below(3));
  const roots = new Map<string, RootInfo>(names.flatMap((name) => (name === "A" || below(4) === 0 ? [[name, randomRoot(random)] as const] : [])));
  const targets = [...names, "Choice", "Kind"];

  const framing = (): Framing => pick([natural, natural, rest, prefix("u8"), prefix("u16")]);
  const limit = (): SizeLimit => pick([{ min: 0, max: null }, { min: 0, max: null }, { min: 1, max: null }, { min: 0, max: 3 }]);
  const named = (): TypeExpr => {
    const target = pick(targets);
    const inside = roots.has(target) && below(3) > 0 ? embedded(target) : ref(target);
    return below(3) === 0 ? sized(inside, framing(), limit()) : inside;
  };
  const type = (depth: number): TypeExpr => {
    switch (below(depth === 0 ? 9 : 15)) {
      case 0:
      case 1:
        return int(pick(INTS));
      case 2:
        return pick([bool, float(32), float(64)]);
      case 3:
        return text(framing(), limit());
      case 4:
        return { ...bytes(framing(), limit()), json: pick<BytesJsonForm>(["hex", "base64", "ints"]) } as TypeExpr;
      case 5:
        return fixedBytes(below(4));
      case 6:
        return pick<TypeExpr>([constInt("u16", "300"), reserved(2), { kind: "const", of: "text", value: "é" }, { kind: "jsonValue" }, { kind: "duration" }]);
      case 7:
      case 8:
        return named();
      case 9:
      case 10:
        return list(type(depth - 1), framing(), limit());
      case 11:
        return array(below(4), type(depth - 1));
      case 12:
        return map(type(0), type(depth - 1), framing(), limit());
      default:
        return nullable(type(depth - 1));
    }
  };
  const fields = (): Record<string, TypeExpr> => Object.fromEntries(Array.from({ length: below(4) }, (_, index) => [`f${index}${pick(["", "", "", "?", "="])}`, type(2)]));
  const tagging = pick([{ style: "external" } as const, { style: "internal", tag: pick(["type", "f1"]) } as const, { style: "adjacent", tag: "t", content: "c" } as const]);
  const types: TypeDef[] = [
    ...names.map((name) => struct(name, fields(), roots.get(name), below(6) === 0)),
    union("Choice", [["one", pick(names)], ["two", pick([...names, null])], ["none", null]], { tagging, repr: pick(["u8", "u16", "u32"]) }),
    enumeration("Kind", { red: 0, green: 200 }, { open: below(3) === 0, repr: pick(["u8", "u16"]) }),
  ];
  markRecursionHeads(new Map(types.map((type) => [type.id, type])));
  return spec(...types);
}

function randomRoot({ below, pick }: Random): RootInfo {
  return pick([layout, layout, compact, compact, json, packed(1 + below(12))]);
}

/** Thrown when a value has grown too deep. */
export class TooDeep extends Error {}

export function randomValue(model: Spec, id: string, random: Random): Neutral {
  const types = new Map(model.types.map((type) => [type.id, type]));
  const { below, pick } = random;
  let budget = 200;

  const named = (type: TypeDef): Neutral => {
    if (budget-- === 0) throw new TooDeep();
    if (type.kind === "enum") return pick(type.members).name;
    if (type.kind === "union") {
      const one = pick(type.cases);
      return { case: one.name, value: one.type === undefined ? {} : named(types.get(one.type)!) };
    }
    return structure(type as StructDef);
  };
  const structure = (type: StructDef): NeutralObject => {
    const value: NeutralObject = {};
    for (const field of type.fields)
      if (field.type.kind !== "const" && field.type.kind !== "reserved" && !(field.optional && below(2) === 0)) value[field.name] = expression(field.type);
    return value;
  };
  const size = ({ min, max }: SizeLimit): number => Math.max(min, Math.min(max ?? 3, below(3)));
  const expression = (type: TypeExpr): Neutral => {
    switch (type.kind) {
      case "int":
        return type.int.endsWith("64") ? String(below(1000)) : below(128);
      case "float":
        return pick(["0.0", "-0.0", "1.5"]);
      case "bool":
        return below(2) === 0;
      case "text":
        return "x".repeat(size(type.limit));
      case "bytes":
        return "ab".repeat(size(type.limit));
      case "fixedBytes":
        return "cd".repeat(type.size);
      case "list":
        return Array.from({ length: size(type.limit) }, () => expression(type.element));
      case "array":
        return Array.from({ length: type.size }, () => expression(type.element));
      case "map":
        return Array.from({ length: Math.min(1, size(type.limit)) }, () => [expression(type.key), expression(type.value)]);
      case "nullable":
        return below(2) === 0 ? null : expression(type.inner);
      case "sized":
        return expression(type.inner);
      case "jsonValue":
        return pick(["null", "{}", "[1]"]);
      case "duration":
        return { secs: "1", nanos: below(10) };
      case "ref":
      case "embedded":
        return named(types.get(type.type)!);
      default:
        throw new Error(`no value of a ${type.kind} is needed`);
    }
  };
  return named(types.get(id)!);
}
