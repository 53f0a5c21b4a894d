/** Where a field is, in words. */
import type { LayoutNode } from "../layout/node.js";

/** First and last byte, `8–15`; empty if there are none. */
export function placeOf({ start, end }: Pick<LayoutNode, "start" | "end">): string {
  if (end === start) return "";
  return end === start + 1 ? String(start) : `${start}–${end - 1}`;
}

export function placeInWords({ start, end }: Pick<LayoutNode, "start" | "end">): string {
  if (end === start) return `at ${start}, no bytes`;
  return end === start + 1 ? `byte ${start}` : `bytes ${placeOf({ start, end })} (${end - start})`;
}
