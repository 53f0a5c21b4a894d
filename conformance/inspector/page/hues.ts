/** A hue for every field that has bytes of its own: neighbours never share one. */
import type { Layout, LayoutNode } from "../layout/node.js";

const HUES = 8;

export function huesOf({ pieces }: Layout): Map<LayoutNode, number> {
  const hues = new Map<LayoutNode, number>();
  for (const { node, role } of pieces) if (role !== "surplus" && isLeaf(node) && !hues.has(node)) hues.set(node, hues.size % HUES);
  return hues;
}

function isLeaf(node: LayoutNode): boolean {
  return node.value !== undefined || node.absent;
}
