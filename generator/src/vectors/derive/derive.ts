/** Derives the vectors of one message type from the spec. Every verdict is the oracle's. */
import type { TypeId } from "../../ir/model.js";
import type { Oracle } from "../oracle/index.js";
import { LeastSizes } from "../oracle/leastSize.js";
import type { Neutral } from "../oracle/neutral.js";
import { familyOf } from "../oracle/types.js";
import type { Vector } from "../vector.js";
import { Collection } from "./collection.js";
import { cutBehind } from "./edits/cuts.js";
import { Edits, wholeMessages } from "./edits/edits.js";
import type { Edit, Message } from "./message.js";
import { sameValue } from "./same.js";
import { grown } from "./values/growth.js";
import { nearMissesIn } from "./values/nearMisses.js";
import { Nesting } from "./values/nesting.js";
import { Sampler } from "./values/sampler.js";
import type { Variant } from "./values/variant.js";
import { Variants } from "./values/variants.js";

const NESTING_TRIED = [60, 61, 62, 63, 64, 65, 66];

/** More than levels are allowed: side by side, they are. */
const MANY = 70;

/** Messages up to this size, in bytes, are tried with everything that is near a match of a pattern. */
const SMALL = 1024;

/** A message that shows a whole layout. */
interface Whole {
  name: string;
  message: Message;
}

/** Shared by all types of a spec. */
export interface Workshop {
  oracle: Oracle;
  sampler: Sampler;
  least: LeastSizes;
}

export function workshop(oracle: Oracle): Workshop {
  return { oracle, sampler: new Sampler(oracle.types), least: new LeastSizes(oracle.types) };
}

export function derive(shop: Workshop, id: TypeId): Vector[] {
  return new Derivation(shop, id).run();
}

class Derivation {
  private readonly found = new Collection();
  private readonly edits: Edits;
  /** The full message first, unless it is too large for its type. */
  private readonly wholes: Whole[] = [];

  constructor(
    private readonly shop: Workshop,
    private readonly id: TypeId,
  ) {
    this.edits = new Edits(shop.oracle.types);
  }

  run(): Vector[] {
    const { sampler, least, oracle } = this.shop;
    const root = oracle.types.root(this.id);
    const self = { kind: "ref", type: this.id } as const;
    const full = sampler.full(self);
    const smallest = sampler.least(self);
    this.value({ name: "full", value: full, whole: true });
    this.value({ name: "least", value: smallest, whole: true });
    const measure = (type: TypeId, value: Neutral): number => oracle.encode(type, value, { strict: false }).bytes?.length ?? 0;
    const small = measure(this.id, full) <= SMALL;
    const variants = new Variants(sampler, least, measure, small);
    for (const variant of variants.of(self, full, familyOf(root), "")) {
      const message = this.value(variant);
      for (const edit of message ? this.edits.shapes(message) : []) this.input(variant.name, edit);
    }
    if (!small && measure(this.id, smallest) <= SMALL) for (const { name, value } of nearMissesIn(sampler, self, smallest)) this.value({ name: `least, ${name}`, value });
    this.nested();
    if (root.root.maxSize !== undefined) this.sized([full, smallest], root.root.maxSize);
    for (const { name, message } of this.wholes) {
      for (const edit of this.edits.gaps(message)) this.input(name, edit);
      // These say themselves where they are.
      for (const edit of this.edits.places(message)) {
        this.input("full", edit);
        this.cutShort(edit, message);
      }
    }
    for (const whole of this.wholes) for (const edit of this.lengths(whole)) this.input(whole.name, edit);
    if (familyOf(root) === "json") for (const edit of wholeMessages()) this.input("full", edit);
    return this.found.all;
  }

  /** What always has the same size is cut only once. */
  private lengths({ name, message }: Whole): Iterable<Edit> {
    const reference = this.wholes[0]!.message;
    const cutAlready = name === "least" && message !== reference && message.bytes.length === reference.bytes.length;
    return cutAlready ? [] : this.edits.lengths(message, reference);
  }

  /** A value as encoders see it, and the bytes that it has or would have as decoders do. The message, if it makes one. */
  private value({ name, value, whole, refused }: Variant): Message | undefined {
    const { oracle } = this.shop;
    const encoded = oracle.encode(this.id, value);
    if (encoded.refusal) {
      refused?.(encoded.refusal.kind);
      this.found.notEncoded(`encoding: ${name}`, value, encoded.refusal);
      const unchecked = oracle.encode(this.id, value, { strict: false });
      if (unchecked.bytes) {
        this.input("full", { name, bytes: unchecked.bytes });
        this.cutShort({ name, bytes: unchecked.bytes });
      }
      return undefined;
    }
    const { value: back, refusal } = oracle.decode(this.id, encoded.bytes);
    if (refusal) throw new Error(`${this.id}, ${name}: what the oracle encodes, it refuses: ${refusal.kind} at "${refusal.path}"`);
    if (!sameValue(back, value)) this.found.encodedOnly(`encoding: ${name}`, value, encoded.bytes);
    this.found.valid(name, encoded.bytes, back);
    this.cutShort({ name, bytes: encoded.bytes });
    // What is left out because it is empty may not be there either.
    const spelt = oracle.encode(this.id, value, { strict: false });
    if (spelt.bytes) this.input("full", { name: `${name}, written out`, bytes: spelt.bytes });
    if (whole) this.wholes.push({ name, message: encoded });
    return encoded;
  }

  /** `of` names the message that was edited; the full one goes without saying. */
  private input(of: string, { name, bytes }: Edit): void {
    const label = of === "full" ? name : `${of}, ${name}`;
    const { value, refusal } = this.shop.oracle.decode(this.id, bytes);
    if (refusal) this.found.refused(label, bytes, refusal);
    else this.found.valid(label, bytes, value);
  }

  /** What differs from a whole message in one value is also cut off behind it. */
  private cutShort({ name, bytes }: Edit, whole = this.wholes[0]?.message): void {
    const cut = whole && cutBehind(whole, bytes);
    if (cut) this.input("full", { name: `${name}, cut off behind it`, bytes: cut });
  }

  /** The deepest that is allowed, and one level more, of every type at which depth is counted; and many of them that do not lie within each other. */
  private nested(): void {
    const { oracle, sampler } = this.shop;
    const heads = [...oracle.types.all()].filter(({ id, recursionHead }) => recursionHead && new Nesting(sampler, id).reachableFrom(this.id));
    for (const def of heads) {
      const nesting = new Nesting(sampler, def.id);
      const deepest = NESTING_TRIED.findLast((levels) => oracle.encode(this.id, nesting.value(this.id, levels)).bytes !== undefined);
      if (deepest === undefined) continue;
      this.value({ name: `${def.name} nested as deep as allowed`, value: nesting.value(this.id, deepest) });
      this.value({ name: `${def.name} nested one level too deep`, value: nesting.value(this.id, deepest + 1) });
      this.value({ name: `${def.name} side by side`, value: nesting.value(this.id, 2, MANY) });
    }
    for (const outer of heads)
      for (const inner of heads) {
        const nesting = new Nesting(sampler, inner.id);
        if (inner === outer || !nesting.reachableFrom(outer.id)) continue;
        const many = new Nesting(sampler, outer.id, nesting.value(outer.id, 1)).value(this.id, 2, MANY);
        this.value({ name: `${inner.name} side by side in ${outer.name}`, value: many });
      }
  }

  /** As large as a message may be, and one byte larger: the first that is not too large already is made so. */
  private sized(bases: Neutral[], max: number): void {
    const { oracle, sampler } = this.shop;
    const sizeOf = (value: Neutral): number => oracle.encode(this.id, value, { strict: false }).bytes?.length ?? 0;
    const full = bases.find((base) => sizeOf(base) <= max) ?? bases[0]!;
    for (const [name, size] of [["greatest size in all", max], ["above the greatest size in all", max + 1]] as const) {
      const missing = Math.max(0, size - sizeOf(full));
      // A list grows by elements, and a length in front may grow as well.
      const tried = [0, 1, 2, 3].map((less) => grown(sampler, this.id, full, Math.max(0, missing - less))).filter((value) => value !== undefined);
      const value = tried.find((one) => sizeOf(one) === size) ?? tried[0];
      if (value !== undefined) this.value({ name, value });
    }
    this.input("full", { name: "zeros beyond the greatest size", bytes: new Uint8Array(max + 1) });
  }
}
