/** Requests on their way to a peer: what waits, what is in flight, and how much may be. */
import type { Outcome } from "./protocol.js";

export interface Pending {
  id: number;
  line: string;
  /** Milliseconds of `performance.now()`. */
  sentAt: number;
  settle(outcome: Outcome): void;
}

/** Enough to keep a peer busy while the runner does something else; bounded, so that neither side piles up the other's work. */
export const pipeline = { requests: 256, characters: 1024 * 1024 };

export class RequestWindow {
  private waiting: Pending[] = [];
  private taken = 0;
  private readonly inFlight = new Map<number, Pending>();
  private charactersInFlight = 0;

  add(pending: Pending): void {
    this.waiting.push(pending);
  }

  get size(): number {
    return this.inFlight.size;
  }

  get idle(): boolean {
    return this.inFlight.size === 0 && this.taken === this.waiting.length;
  }

  /** What may be sent now; it counts as in flight from here on. */
  take(now: number): Pending[] {
    const batch: Pending[] = [];
    while (this.taken < this.waiting.length && this.inFlight.size < pipeline.requests) {
      const next = this.waiting[this.taken] as Pending;
      if (this.inFlight.size > 0 && this.charactersInFlight + next.line.length > pipeline.characters) break;
      this.taken++;
      this.launch(next, now);
      batch.push(next);
    }
    // Forget the front of the queue now and then: shifting one by one would cost the queue's length each time.
    if (this.taken > 1024 && this.taken * 2 > this.waiting.length) {
      this.waiting = this.waiting.slice(this.taken);
      this.taken = 0;
    }
    return batch;
  }

  launch(pending: Pending, now: number): void {
    pending.sentAt = now;
    this.inFlight.set(pending.id, pending);
    this.charactersInFlight += pending.line.length;
  }

  /** The request that an answer belongs to, now no longer in flight. */
  land(id: number): Pending | undefined {
    const pending = this.inFlight.get(id);
    if (pending) {
      this.inFlight.delete(id);
      this.charactersInFlight -= pending.line.length;
    }
    return pending;
  }

  /** When the oldest request in flight was sent. */
  oldestSentAt(): number | undefined {
    for (const pending of this.inFlight.values()) return pending.sentAt;
    return undefined;
  }

  /** Takes back everything in flight, oldest first. */
  recall(): Pending[] {
    const recalled = [...this.inFlight.values()];
    this.inFlight.clear();
    this.charactersInFlight = 0;
    return recalled;
  }

  /** Takes back everything: in flight, then waiting. */
  drain(): Pending[] {
    const all = [...this.recall(), ...this.waiting.slice(this.taken)];
    this.waiting = [];
    this.taken = 0;
    return all;
  }
}
