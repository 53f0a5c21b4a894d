/** Which of many like places are tried: a structure of hundreds of fields would otherwise give vectors by the hundred megabytes. */

/** Up to so many of a kind are all tried. */
const ALL = 24;
/** Of more, so many. */
const SOME = 3;

/** The first, the last, and others at equal distances; all of them if they are few. Keeps their order. */
export function sampled<Item>(items: readonly Item[]): readonly Item[] {
  if (items.length <= ALL) return items;
  return Array.from({ length: SOME }, (_, index) => items[Math.round((index * (items.length - 1)) / (SOME - 1))]!);
}

/** The same for each kind by itself. Items of one kind and place count once, and are there together or not at all. */
export function sampledByKind<Item>(items: readonly Item[], kindOf: (item: Item) => string, placeOf: (item: Item) => string): Item[] {
  const places = new Map<string, Set<string>>();
  for (const item of items) {
    const kind = kindOf(item);
    if (!places.has(kind)) places.set(kind, new Set());
    places.get(kind)!.add(placeOf(item));
  }
  const chosen = new Map([...places].map(([kind, all]) => [kind, new Set(sampled([...all]))]));
  return items.filter((item) => chosen.get(kindOf(item))!.has(placeOf(item)));
}
