/** Numbers and words that are the same on every machine. */

/** Mulberry32: a small generator of 32-bit numbers, good enough for content. */
export class Random {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 to 2^32 - 1. */
  u32() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  /** A whole number from 0 to `limit` - 1. */
  below(limit) {
    return this.u32() % limit;
  }

  /** A whole number of at most `bits` bits. */
  bits(bits = 64) {
    return BigInt.asUintN(bits, (BigInt(this.u32()) << 32n) | BigInt(this.u32()));
  }

  /** A measured number: three decimals. */
  measure(limit) {
    return this.below(limit * 1000) / 1000;
  }

  /** A number with all digits that an f64 has. */
  unit() {
    return (this.u32() + this.u32() / 2 ** 32) / 2 ** 32;
  }

  /** The nearest f32, so that every language holds the same one. */
  single(limit) {
    return Math.fround(this.unit() * limit);
  }

  bytes(count) {
    return Uint8Array.from({ length: count }, () => this.u32() & 0xff);
  }

  pick(items) {
    return items[this.below(items.length)];
  }

  words(count) {
    return Array.from({ length: count }, () => this.pick(WORDS)).join(" ");
  }
}

export const WORDS =
  "river stone copper quiet engine garden window harbour signal paper cloud winter mirror basket lantern meadow anchor thread marble candle orchard ribbon kettle feather compass ladder".split(" ");
