/** Which places of a message type have been edited already: elements of a list, and the same field in the next message, are one place. */
import type { Mark, Span } from "../oracle/spans.js";
import { sampledByKind } from "./sample.js";

export class Slots {
  private readonly taken = new Set<string>();

  /** True the first time. */
  take({ path, cases, mark }: Span, detail = ""): boolean {
    const slot = `${slotPath(path)}|${cases}|${mark.kind}|${detail}`;
    if (this.taken.has(slot)) return false;
    this.taken.add(slot);
    return true;
  }
}

/** Without those of the many like ones in a wide structure that are not tried. */
export function tellingSpans(spans: readonly Span[]): Span[] {
  return sampledByKind(spans, ({ path, cases, mark }) => `${slotPath(path).replace(/\.?[^.]*$/, "")}|${cases}|${kindOf(mark)}`, ({ path, mark }) => (isPunctuation(mark) ? "" : slotPath(path)));
}

const slotPath = (path: string): string => path.replace(/\[\d+\]/g, "[]");

/** Of punctuation each mark is tried once in a message anyway. */
const isPunctuation = (mark: Mark): boolean => mark.kind === "token" && mark.token === "punctuation";

function kindOf(mark: Mark): string {
  switch (mark.kind) {
    case "integer":
      return JSON.stringify([mark.int, mark.form, mark.use]);
    case "token":
      return `${mark.token} ${mark.type}`;
    default:
      return mark.kind;
  }
}
