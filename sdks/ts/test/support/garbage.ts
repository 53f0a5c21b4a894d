/** Input that is almost right. */
import fc from "fast-check";

type Change = (bytes: Uint8Array) => Uint8Array;

const replaced = (bytes: Uint8Array, at: number, removed: number, added: Uint8Array): Uint8Array =>
  Uint8Array.from([...bytes.subarray(0, at), ...added, ...bytes.subarray(at + removed)]);

/** One cut, swap, loss, gain, doubling or changed bit. */
const change: fc.Arbitrary<Change> = fc
  .tuple(fc.nat(5), fc.nat(), fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 9 }))
  .map(([kind, where, other, added]) => (bytes) => {
    const at = where % (bytes.length + 1);
    switch (kind) {
      case 0:
        return bytes.slice(0, at);
      case 1:
        return replaced(bytes, at, added.length, added);
      case 2:
        return replaced(bytes, at, 1 + (other % 4), new Uint8Array(0));
      case 3:
        return replaced(bytes, at, 0, added);
      case 4:
        return replaced(bytes, at, 0, bytes.subarray(other % (bytes.length + 1), (other % (bytes.length + 1)) + 16));
      default:
        return replaced(bytes, at, 1, Uint8Array.of((bytes[at] ?? 0) ^ (1 << (other % 8))));
    }
  });

/** Starts from `seeds`, and from nothing. */
export function garbage(seeds: Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const mutated = fc
    .tuple(fc.constantFrom(new Uint8Array(0), ...seeds), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([bytes, changes]) => changes.reduce((changed, one) => one(changed), bytes));
  return fc.oneof({ weight: 4, arbitrary: mutated }, { weight: 1, arbitrary: fc.uint8Array({ maxLength: 80 }) });
}
