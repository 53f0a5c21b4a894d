/** Where a value stands: where the reader or writer is, or at a distance from the start of a run of fields. */
import type { IntCodec } from "../../../../codec/model.js";
import type { Code } from "../../code.js";
import { call } from "../../code.js";
import type { ModuleContext } from "../context.js";
import { capital, floatFunction, intFunction, type FloatCodec } from "../integers.js";

/** Each gives the expression that reads. */
export interface ReadPlace {
  /** The offset of its first byte, before it is read. */
  start: string;
  int(codec: IntCodec): Code;
  float(codec: FloatCodec): Code;
  bool(): Code;
  bytes(size: number): Code;
  /** The input, and where in it the bytes begin. */
  raw(size: number): [Code, Code];
}

export const readHere = (context: ModuleContext): ReadPlace => ({
  start: "r.pos",
  int: (codec) => call(context.binary(intFunction(codec)), "r"),
  float: (codec) => call(context.binary(floatFunction(codec)), "r"),
  bool: () => call(context.binary("bool"), "r"),
  bytes: (size) => call(context.binary("fixedBytes"), "r", String(size)),
  raw: (size) => ["r.bytes", call(context.binary("take"), "r", String(size))],
});

export function readAt(context: ModuleContext, offset: number): ReadPlace {
  const start = distance(offset);
  return {
    start,
    int: (codec) => call(context.binary(`${intFunction(codec)}At`), "input", start),
    float: (codec) => call(context.binary(`${floatFunction(codec)}At`), "input", start),
    bool: () => call(context.binary("boolAt"), "input", start),
    bytes: (size) => call(context.binary("view"), "input", start, String(size)),
    raw: () => ["input", start],
  };
}

/** Each gives the expression that writes. */
export interface WritePlace {
  int(codec: IntCodec, value: Code): Code;
  float(codec: FloatCodec, value: Code): Code;
  bool(value: Code): Code;
  bytes(size: number, value: Code): Code;
  /** `constant`: the name of an array of numbers. */
  constant(constant: string): Code;
  zeros(size: number): Code;
}

export const writeHere = (context: ModuleContext): WritePlace => {
  const write = (noun: string, ...args: Code[]): Code => call(context.binary(`write${noun}`), "w", ...args);
  return {
    int: (codec, value) => write(capital(intFunction(codec)), value),
    float: (codec, value) => write(capital(floatFunction(codec)), value),
    bool: (value) => write("Bool", value),
    bytes: (size, value) => write("FixedBytes", value, String(size)),
    constant: (constant) => write("Constant", constant),
    zeros: (size) => write("Zeros", String(size)),
  };
};

export const writeAt = (context: ModuleContext, offset: number): WritePlace => {
  const put = (noun: string, ...args: Code[]): Code => call(context.binary(`put${noun}`), "output", distance(offset), ...args);
  return {
    int: (codec, value) => put(capital(intFunction(codec)), value),
    float: (codec, value) => put(capital(floatFunction(codec)), value),
    bool: (value) => put("Bool", value),
    bytes: (size, value) => put("FixedBytes", value, String(size)),
    constant: (constant) => put("Constant", constant),
    zeros: (size) => put("Zeros", String(size)),
  };
};

export const distance = (offset: number): string => (offset === 0 ? "start" : `start + ${offset}`);
