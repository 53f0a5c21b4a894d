/** The order of map keys: below zero if `a` stands before `b`, 0 if they are equal. */

export function compareNumbers(a: number, b: number): number {
  return a - b;
}

export function compareBigInts(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** As their UTF-8 bytes, which is the order of code points and not that of UTF-16 units. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return aboveSurrogates(left) - aboveSurrogates(right);
  }
  return a.length - b.length;
}

/** Surrogates stand for the highest code points, so U+E000 to U+FFFF move below them. */
function aboveSurrogates(unit: number): number {
  return unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

/** The entries of `map`, sorted by key; equal keys, which only byte arrays can be, keep their order. */
export function sortedEntries<K, V>(map: ReadonlyMap<K, V>, compare: (a: K, b: K) => number): [K, V][] {
  const entries = Array.from(map);
  // Maps that were decoded, or filled in order, are sorted already.
  for (let i = 1; i < entries.length; i++)
    if (compare(entries[i - 1]![0], entries[i]![0]) > 0) return entries.sort((a, b) => compare(a[0], b[0]));
  return entries;
}

/** The entries of `map`, sorted by what `by` makes of their keys. */
export function sortedEntriesBy<K, V, N>(
  map: ReadonlyMap<K, V>,
  by: (key: K) => N,
  compare: (a: N, b: N) => number,
): [K, V][] {
  return sortedEntries(map, (a, b) => compare(by(a), by(b)));
}
