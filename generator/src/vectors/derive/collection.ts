/** The vectors of one type as they are found: each input once, each name once. */
import type { Neutral } from "../oracle/neutral.js";
import type { Refusal } from "../oracle/refusal.js";
import type { Vector } from "../vector.js";

export class Collection {
  private readonly vectors: Vector[] = [];
  private readonly inputs = new Set<string>();
  private readonly names = new Map<string, number>();

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
    this.vectors.push({ ...vector, name: this.unique(vector.name) });
  }

  private unique(name: string): string {
    const before = this.names.get(name) ?? 0;
    this.names.set(name, before + 1);
    return before === 0 ? name : `${name} (${before + 1})`;
  }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
