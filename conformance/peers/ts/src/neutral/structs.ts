/** Structures: objects by the spec's field names. */
import type { Constant } from "./scalars.js";
import { bytesToHex, checkConstant, hexToBytes } from "./scalars.js";
import type { AnyShape, Json, Shape } from "./shape.js";
import { notOf, Refused, within } from "./shape.js";

/** Where an open structure keeps what it does not know. */
const UNKNOWN = "$unknown";

/** A field that may be absent. */
export interface Optional {
  optional: AnyShape;
}

export function optional(shape: AnyShape): Optional {
  return { optional: shape };
}

/** Reserved bytes: left out of answers, ignored in requests. */
export const reserved = { reserved: true } as const;

type Field = readonly [name: string, shape: AnyShape | Optional | Constant | typeof reserved];

/** `json` as an object that has none but the `known` members. */
export function members(json: Json, known: readonly string[]): Record<string, Json | undefined> {
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw notOf("an object");
  const surplus = Object.keys(json).find((name) => !known.includes(name));
  if (surplus !== undefined) throw notOf(`an object without ${JSON.stringify(surplus)}`);
  return json;
}

export function struct<T extends object>(fields: readonly Field[]): Shape<T> {
  return objectShape(fields, undefined);
}

/** What an open structure keeps: bytes, the text of JSON members, or either, as the message is that it stands in. */
type Keeps = "bytes" | "text" | "either";

/** One that keeps what it does not know. */
export function openStruct<T extends object>(keeps: Keeps, fields: readonly Field[]): Shape<T> {
  return objectShape(fields, keeps);
}

function objectShape<T extends object>(fields: readonly Field[], keeps: Keeps | undefined): Shape<T> {
  const known = [...fields.map(([name]) => name), ...(keeps ? [UNKNOWN] : [])];
  return {
    to: (json) => {
      const given = members(json, known);
      const value: Record<string, unknown> = {};
      for (const [name, shape] of fields) within(name, () => toField(value, given[name], name, shape));
      const kept = given[UNKNOWN];
      if (kept !== undefined && kept !== "")
        value[UNKNOWN] = keeps === "bytes" || (keeps === "either" && isHex(kept)) ? hexToBytes(kept) : kept;
      return value as T;
    },
    from: (value) => {
      const json: Record<string, Json> = {};
      for (const [name, shape] of fields) fromField(json, (value as Record<string, never>)[name], name, shape);
      const kept = (value as Record<string, Uint8Array | string | undefined>)[UNKNOWN];
      if (kept !== undefined) json[UNKNOWN] = typeof kept === "string" ? kept : bytesToHex(kept);
      return json;
    },
  };
}

/** The text of members begins with a quote. */
const isHex = (kept: Json): boolean => typeof kept === "string" && /^[0-9a-f]*$/.test(kept);

function toField(value: Record<string, unknown>, json: Json | undefined, name: string, shape: Field[1]): void {
  if ("reserved" in shape) return;
  if ("constant" in shape) {
    if (json !== undefined) checkConstant(shape, json);
    return;
  }
  if ("optional" in shape) {
    if (json !== undefined) value[name] = shape.optional.to(json);
    return;
  }
  if (json === undefined) throw notOf("there");
  value[name] = shape.to(json);
}

function fromField(json: Record<string, Json>, value: never | undefined, name: string, shape: Field[1]): void {
  if ("reserved" in shape || "constant" in shape) return;
  if (!("optional" in shape)) json[name] = shape.from(value as never);
  else if (value !== undefined) json[name] = shape.optional.from(value);
}

export const duration: Shape<{ secs: bigint; nanos: number }> = {
  to: (json) => {
    const { secs, nanos } = members(json, ["secs", "nanos"]);
    if (typeof secs !== "string" || !/^-?[0-9]{1,100}$/.test(secs) || typeof nanos !== "number")
      throw notOf("seconds as text and nanoseconds");
    return { secs: BigInt(secs), nanos };
  },
  from: ({ secs, nanos }) => ({ secs: String(secs), nanos }),
};

/** A type that is declared further down: found only when it is needed. */
export function later<T>(find: () => Shape<T>): Shape<T> {
  return { to: (json) => find().to(json), from: (value) => find().from(value) };
}

/** Levels of types that contain themselves, of the value at hand. */
let depth = 0;
/** More than encoders allow: it is for them to refuse what is too deep, but not at the price of the peer's own stack. */
const MAX_DEPTH = 128;

/** A type that contains itself, nested not much deeper than encoders allow. */
export function recursive<T>(find: () => Shape<T>): Shape<T> {
  return {
    to: (json) => {
      if (depth >= MAX_DEPTH) throw new Refused("too_deep", "is nested too deep");
      depth++;
      try {
        return find().to(json);
      } finally {
        depth--;
      }
    },
    from: (value) => find().from(value),
  };
}
