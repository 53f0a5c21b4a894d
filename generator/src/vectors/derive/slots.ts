/** Which places of a message type have been edited already: elements of a list, and the same field in the next message, are one place. */
import type { Span } from "../oracle/spans.js";

export class Slots {
  private readonly taken = new Set<string>();

  /** True the first time. */
  take({ path, cases, mark }: Span, detail = ""): boolean {
    const slot = `${path.replace(/\[\d+\]/g, "[]")}|${cases}|${mark.kind}|${detail}`;
    if (this.taken.has(slot)) return false;
    this.taken.add(slot);
    return true;
  }
}
