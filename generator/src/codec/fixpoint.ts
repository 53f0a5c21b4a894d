/** Solves equations over types that may refer to each other in rings. */

/**
 * Gives every key the value that `define` computes for it from the values of others, beginning with `start` everywhere and
 * computing again whatever depended on a value that changed. `define` must be monotone, so that this ends. No recursion: a
 * chain of types may be as long as it likes. `lookup` gives `undefined` for a key that is not one of `keys`.
 */
export function solve<Key, Value>(
  keys: Iterable<Key>,
  start: Value,
  define: (key: Key, lookup: (other: Key) => Value | undefined) => Value,
): ReadonlyMap<Key, Value> {
  const values = new Map<Key, Value>();
  const dependents = new Map<Key, Set<Key>>();
  for (const key of keys) {
    values.set(key, start);
    dependents.set(key, new Set());
  }
  const queue = new Set(values.keys());
  for (const key of queue) {
    queue.delete(key);
    const value = define(key, (other) => {
      dependents.get(other)?.add(key);
      return values.get(other);
    });
    if (value === values.get(key)) continue;
    values.set(key, value);
    for (const dependent of dependents.get(key)!) queue.add(dependent);
  }
  return values;
}
