/** The walk against the real decoder: on every vector it finds the decoder's value, and gives every byte to one field. */
import { describe, expect, it } from "vitest";
import { messages } from "../../peers/ts/src/generated/dispatch.js";
import { equal } from "../layout/equal.js";
import { layOut } from "../layout/layout.js";
import type { Layout, LayoutNode } from "../layout/node.js";
import { bytesOf, nothingAfter, spec, vectorsByType } from "./vectors.js";

/** Gaps and overlaps, in words. */
function uncovered({ pieces }: Layout, size: number): string | null {
  let at = 0;
  for (const { start, end } of pieces) {
    if (start !== at) return `piece ${start}–${end} does not begin at ${at}`;
    at = end;
  }
  return at === size ? null : `ends at ${at} of ${size}`;
}

function outOfParent(node: LayoutNode): string | null {
  for (const child of node.children) {
    if (child.start < node.start || child.end > node.end) return `${child.path} ${child.start}–${child.end} is not in ${node.start}–${node.end}`;
    const inside = outOfParent(child);
    if (inside) return inside;
  }
  return null;
}

describe.each(vectorsByType())("%s", (type, vectors) => {
  it("lays out what the decoder takes", () => {
    for (const vector of vectors) {
      if (vector.verdict !== "valid") continue;
      const bytes = bytesOf(vector);
      const layout = layOut(spec, type, bytes);
      const decoded = messages.get(type)!.decode(bytes);
      if (layout.value === undefined || !equal(layout.value, decoded)) expect(layout.value, vector.name).toEqual(decoded);
      expect(uncovered(layout, bytes.length), vector.name).toBeNull();
      expect(outOfParent(layout.root), vector.name).toBeNull();
    }
  });

  it("reaches the place of every refusal, and no further", () => {
    for (const vector of vectors) {
      if (vector.verdict === "valid") continue;
      const bytes = bytesOf(vector);
      const offset = vector.verdict.offset ?? 0;
      const { pieces } = layOut(spec, type, bytes, offset);
      const reached = pieces.at(-1)?.end ?? 0;
      expect(reached >= Math.min(offset, bytes.length) && nothingAfter(pieces, offset), `${vector.name}: reached ${reached} of ${offset}`).toBe(true);
    }
  });
});
