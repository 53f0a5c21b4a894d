/** Numbers, text and bytes. */
import { floatText } from "./floats.js";
import type { Json, Shape } from "./shape.js";
import { notOf, Refused } from "./shape.js";

const WHOLE = /^-?[0-9]+$/;
const FLOAT = /^-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$/;
/** Far beyond 64 bits, and still quick to convert. */
const MAX_DIGITS = 100;

/** Integers of up to 32 bits. Whether one fits its type is for the encoder to say. */
export const int: Shape<number> = {
  to: (json) => {
    if (typeof json !== "number" || !Number.isInteger(json)) throw notOf("a whole number");
    return json;
  },
  from: (value) => value,
};

/** Integers of 64 bits. */
export const bigInt: Shape<bigint> = {
  to: (json) => {
    if (typeof json !== "string" || !WHOLE.test(json)) throw notOf("a whole number as decimal text");
    if (json.length > MAX_DIGITS) throw new Refused("out_of_range", "has too many digits");
    return BigInt(json);
  },
  from: String,
};

export const float: Shape<number> = {
  to: (json) => {
    if (json === "NaN" || json === "Infinity" || json === "-Infinity") return Number(json);
    if (typeof json !== "string" || !FLOAT.test(json)) throw notOf("a float as text");
    const value = Number(json);
    if (!Number.isFinite(value)) throw new Refused("out_of_range", "is too large for a float");
    return value;
  },
  from: floatText,
};

export const bool: Shape<boolean> = {
  to: (json) => {
    if (typeof json !== "boolean") throw notOf("true or false");
    return json;
  },
  from: (value) => value,
};

/** Text, addresses of sockets, and free JSON, which is its own text. */
export const text: Shape<string> = {
  to: (json) => {
    if (typeof json !== "string") throw notOf("a string");
    return json;
  },
  from: (value) => value,
};

export const bytes: Shape<Uint8Array> = { to: hexToBytes, from: bytesToHex };

export function hexToBytes(json: Json): Uint8Array {
  if (typeof json !== "string" || !/^([0-9a-f]{2})*$/.test(json)) throw notOf("bytes in lower-case hex");
  return new Uint8Array(Buffer.from(json, "hex"));
}

export function bytesToHex(value: Uint8Array): string {
  return Buffer.from(value.buffer, value.byteOffset, value.length).toString("hex");
}

/** A simple type under a name of its own. */
export function branded<T, Brand extends T>(shape: Shape<T>, brand: (value: T) => Brand): Shape<Brand> {
  return { to: (json) => brand(shape.to(json)), from: (value) => shape.from(value) };
}

/** Free JSON: any text goes to the encoder, which judges it. */
export function textAs<T extends string>(): Shape<T> {
  return { to: (json) => text.to(json) as T, from: (value) => value };
}

/** A constant, which may be left out. Answers never have it. */
export interface Constant {
  constant: number | string;
}

export function constant(expected: number | string): Constant {
  return { constant: expected };
}

export function checkConstant({ constant }: Constant, json: Json): void {
  if (typeof json !== typeof constant) throw notOf(`a ${typeof constant}`);
  if (json !== constant) throw new Refused("bad_constant", `is not ${constant}`);
}
