/** Gives every item of one scope a name of its own, clear of a language's reserved words. */

/**
 * `preferred` maps a key to the name it would like. The first to ask keeps it; a reserved or taken name gets `_` appended until it is free.
 * Deterministic: the order of `preferred` decides. `fold` says when two names clash (identity by default).
 */
export function assignNames<Key>(
  preferred: Iterable<readonly [Key, string]>,
  reserved: ReadonlySet<string>,
  fold: (name: string) => string = (name) => name,
): Map<Key, string> {
  const taken = new Set<string>();
  const names = new Map<Key, string>();
  for (const [key, wish] of preferred) {
    let name = wish;
    while (reserved.has(name) || taken.has(fold(name))) name += "_";
    taken.add(fold(name));
    names.set(key, name);
  }
  return names;
}
