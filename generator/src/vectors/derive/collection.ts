/** The vectors of one type as they are found: each input once, each name once, and fewer the more there are. */
import type { Neutral } from "../oracle/neutral.js";
import type { Refusal } from "../oracle/refusal.js";
import type { Vector } from "../vector.js";

/** In characters, about: beyond it every second vector is left out, beyond twice of it three of four, and so on. */
const PLENTY = 20 * 1024 * 1024;

export class Collection {
  private readonly vectors: Vector[] = [];
  private readonly inputs = new Set<string>();
  private readonly names = new Map<string, number>();
  private size = 0;
  private offered = 0;

  get all(): Vector[] {
    return this.vectors;
  }

  valid(name: string, bytes: Uint8Array, value: Neutral): void {
    this.add({ name, value, bytes: hex(bytes), verdict: "valid", origin: "derived" });
  }

  refused(name: string, bytes: Uint8Array, verdict: Refusal): void {
    this.add({ name, bytes: hex(bytes), verdict, origin: "derived" });
  }

  /** A value that is encoded to these bytes, but is not what they are decoded to. */
  encodedOnly(name: string, value: Neutral, bytes: Uint8Array): void {
    this.add({ name, direction: "encode", value, bytes: hex(bytes), verdict: "valid", origin: "derived" });
  }

  notEncoded(name: string, value: Neutral, verdict: Refusal): void {
    this.add({ name, direction: "encode", value, bytes: null, verdict, origin: "derived" });
  }

  private add(vector: Vector): void {
    const input = vector.direction ? JSON.stringify(vector.value) : vector.bytes!;
    if (this.inputs.has(input)) return;
    this.inputs.add(input);
    if (this.offered++ % 2 ** Math.floor(this.size / PLENTY) !== 0) return;
    // A value has about as many characters as its bytes in hex.
    this.size += (vector.bytes?.length ?? input.length) * (vector.value === undefined ? 1 : 2);
    this.vectors.push({ ...vector, name: this.unique(vector.name) });
  }

  private unique(name: string): string {
    const before = this.names.get(name) ?? 0;
    this.names.set(name, before + 1);
    return before === 0 ? name : `${name} (${before + 1})`;
  }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
