/** Free JSON: any value, kept as its text. */
import type { Branded } from "./brand.js";
import { EncodeError } from "./errors.js";
import { checkFree } from "./json/write-free.js";

/** The text of one JSON value, without white space; the order of members and the spelling of numbers are the sender's. */
export type JsonValue = Branded<string, "JsonValue">;

export const JsonValue = {
  /**
   * The text of plain data: what `JSON.stringify` makes of it.
   * @throws {EncodeError} if it holds text with half a surrogate pair or nests too deep, or if it has no JSON, like a function.
   */
  of(data: unknown): JsonValue {
    const text = JSON.stringify(data) as string | undefined;
    if (text === undefined) throw new EncodeError("malformed", `a ${typeof data} has no JSON`);
    return JsonValue.from(text);
  },

  /**
   * The same text, once it is known to be the text of one value.
   * @throws {EncodeError} if it is not, or if it is spelt in a way that is not canonical: with white space, say.
   */
  from(text: string): JsonValue {
    checkFree(text, 0);
    return text as JsonValue;
  },

  /** The data that the text says, as `JSON.parse` gives it: numbers beyond the precision of a `number` lose some. */
  parse(value: JsonValue): unknown {
    return JSON.parse(value);
  },
};
