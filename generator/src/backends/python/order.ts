/** Orders of names as ruff asks for them: digits count as numbers, and constants stand before classes. */

type Order = (a: string, b: string) => number;

/** Of names that are imported (I001). */
export const asImported: Order = (a, b) => rank(a) - rank(b) || naturally(a.toLowerCase(), b.toLowerCase()) || naturally(a, b);

/** Of the entries of `__all__` (RUF022). */
export const asExported: Order = (a, b) => rank(a) - rank(b) || naturally(a, b);

/** A name of capitals, digits and underscores is taken for a constant; a single letter is not. */
const rank = (name: string): number => (name.length > 1 && name === name.toUpperCase() ? 0 : /^\p{Lu}/u.test(name) ? 1 : 2);

function naturally(a: string, b: string): number {
  const [first, second] = [parts(a), parts(b)];
  for (const [index, part] of first.entries()) {
    const other = second[index];
    if (other === undefined) return 1;
    const numbers = /^\d/.test(part) && /^\d/.test(other);
    if (numbers && Number(part) !== Number(other)) return Number(part) - Number(other);
    if (part !== other) return part < other ? -1 : 1;
  }
  return first.length - second.length;
}

const parts = (name: string): string[] => name.match(/\d+|\D/g) ?? [];
