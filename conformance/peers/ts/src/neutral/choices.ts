/** Enums, flags and unions. */
import type { AnyShape, Json, Shape } from "./shape.js";
import { notOf, Refused } from "./shape.js";
import { members } from "./structs.js";

/** By name. An unknown name, or a number in the place of one, goes to the encoder, which refuses it. */
export function name<T extends string>(): Shape<T> {
  return {
    to: (json) => {
      if (typeof json !== "string" && typeof json !== "number") throw notOf("a name");
      return String(json) as T;
    },
    from: (value) => value,
  };
}

/** By name, or a number of up to 32 bits that has none. */
export function openName<T extends string | number>(): Shape<T> {
  return {
    to: (json) => {
      if (typeof json !== "string" && (typeof json !== "number" || !Number.isInteger(json)))
        throw notOf("a name or a number");
      return json as T;
    },
    from: (value) => value,
  };
}

/** By name, or a number of 64 bits that has none. */
export function wideOpenName<T extends string | bigint>(): Shape<T> {
  return {
    to: (json) => {
      if (typeof json !== "string") throw notOf("a name or a number as text");
      return (/^-?[0-9]{1,100}$/.test(json) ? BigInt(json) : json) as T;
    },
    from: (value) => (typeof value === "bigint" ? String(value) : value),
  };
}

/** Names, in the order of the bits; `table` is the constant that the SDK exports beside the type. An unknown name becomes a bit without a name, which the encoder refuses. */
export function flags(table: Readonly<Record<string, number>>): Shape<number> {
  return {
    to: (json) =>
      namesOf(json).reduce(
        (sum, flag) =>
          sum + (Object.hasOwn(table, flag) ? table[flag]! : Number(unnamedBit(flag, Object.values(table)))),
        0,
      ),
    from: (value) => Object.keys(table).filter((flag) => (value & table[flag]!) !== 0),
  };
}

export function wideFlags(table: Readonly<Record<string, bigint>>): Shape<bigint> {
  return {
    to: (json) =>
      namesOf(json).reduce(
        (sum, flag) => sum + (Object.hasOwn(table, flag) ? table[flag]! : unnamedBit(flag, Object.values(table))),
        0n,
      ),
    from: (value) => Object.keys(table).filter((flag) => (value & table[flag]!) !== 0n),
  };
}

/** The lowest; refused where all the bits of some integer have names, since it could be this one. */
function unnamedBit(unknown: string, named: readonly (number | bigint)[]): bigint {
  const all = named.reduce<bigint>((mask, bit) => mask | BigInt(bit), 0n);
  if ([8n, 16n, 32n, 64n].some((width) => all === (1n << width) - 1n))
    throw new Refused("unknown_flag", `${JSON.stringify(unknown)} is no flag`);
  return ~all & (all + 1n);
}

function namesOf(json: Json): string[] {
  if (!Array.isArray(json) || !json.every((flag) => typeof flag === "string")) throw notOf("a list of names");
  if (new Set(json).size < json.length) throw notOf("a list in which no name stands twice");
  return json;
}

type Case = { case: string; value?: unknown };

/** `table`: the names of the cases, and the content of each or null. */
export function union<T extends Case>(table: readonly (readonly [string, AnyShape | null])[]): Shape<T> {
  const cases = new Map(table);
  return {
    to: (json) => {
      const given = members(json, ["case", "value"]);
      const name = given["case"];
      if (typeof name !== "string") throw notOf("a case with its name");
      const content = cases.get(name);
      if (content === undefined) throw new Refused("unknown_variant", `${JSON.stringify(name)} is no case`);
      if (content !== null) {
        if (given["value"] === undefined) throw notOf("a case with its value");
        return { case: name, value: content.to(given["value"]) } as unknown as T;
      }
      if (given["value"] !== undefined) members(given["value"], []);
      return { case: name } as unknown as T;
    },
    from: (value) => ({ case: value.case, value: cases.get(value.case)?.from(value.value as never) ?? {} }),
  };
}
