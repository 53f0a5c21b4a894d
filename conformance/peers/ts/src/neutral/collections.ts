/** Lists, maps, and values that may be null. */
import type { Json, Shape } from "./shape.js";
import { notOf, Refused, within } from "./shape.js";

/** Lists, and arrays of a fixed size: whether that is right is for the encoder to say. */
export function list<T>(element: Shape<T>): Shape<T[]> {
  return {
    to: (json) => items(json).map((item, i) => within(`[${i}]`, () => element.to(item))),
    from: (value) => value.map((item) => element.from(item)),
  };
}

export function nullable<T>(inner: Shape<T>): Shape<T | null> {
  return {
    to: (json) => (json === null ? null : inner.to(json)),
    from: (value) => (value === null ? null : inner.from(value)),
  };
}

/** Pairs of key and value. `order`: how keys are put in order. */
export function map<K, V>(key: Shape<K>, value: Shape<V>, order: (a: K, b: K) => number): Shape<Map<K, V>> {
  return {
    to: (json) => {
      const entries = items(json).map((entry, i): [K, V] => {
        const [k, v] = items(entry);
        if (k === undefined || v === undefined) throw notOf("a key and a value");
        return [within(`[${i}].key`, () => key.to(k)), within(`[${i}].value`, () => value.to(v))];
      });
      refuseTwins(entries, order);
      return new Map(entries);
    },
    from: (value_) => Array.from(value_, ([k, v]) => [key.from(k), value.from(v)]),
  };
}

/** A `Map` would drop the first of two equal keys, and the encoder would never know. */
function refuseTwins<K>(entries: readonly [K, unknown][], order: (a: K, b: K) => number): void {
  const keys = entries.map(([key]) => key).sort(order);
  const twin = keys.findIndex((key, i) => i > 0 && order(keys[i - 1]!, key) === 0);
  if (twin > 0) within(`[${twin}].key`, () => refuse("duplicate_key", "is there already"));
}

function refuse(kind: string, message: string): never {
  throw new Refused(kind, message);
}

function items(json: Json): Json[] {
  if (!Array.isArray(json)) throw notOf("a list");
  return json;
}

export function byNumber<N extends number | bigint>(a: N, b: N): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function byText(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

export function byBytes(a: Uint8Array, b: Uint8Array): number {
  return Buffer.compare(a, b);
}

/** By the numbers of an enum, in the constant that the SDK exports beside it; names that are not there come last. */
export function byValue<T extends string | number | bigint>(
  numbers: Readonly<Record<string, number | bigint>>,
): (a: T, b: T) => number {
  const numberOf = (value: T): number | bigint => (typeof value === "string" ? (numbers[value] ?? Infinity) : value);
  return (a, b) => byNumber(numberOf(a), numberOf(b));
}
