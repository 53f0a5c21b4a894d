/** Where a refusal is in the layout of what was read before it. */
import { joinPath, type Layout, type LayoutNode } from "./node.js";

export interface Refusal {
  kind: string;
  offset: number;
  path: string;
  message: string;
}

/** The bytes at fault, and the field. One past the end of the input is possible: then something is missing there. */
export interface Mark {
  start: number;
  end: number;
  node: LayoutNode;
}

export function markRefusal(layout: Layout, { kind, offset, path }: Refusal, size: number): Mark {
  const node = nodeAt(layout.root, path, offset);
  const begun = layout.pieces.findLast(({ start }) => start === offset);
  clip(layout, offset);
  prune(layout.root, layout, node);
  if (kind === "trailing_bytes" && node === layout.root) return { start: offset, end: size, node };
  const end = layout.pieces.findLast((piece) => piece.node === begun?.node && piece.start >= offset)?.end ?? offset + 1;
  return { start: offset, end, node };
}

/** The node of a path. One that the walk did not come to is added, without bytes: a missing member, an unread element. */
function nodeAt(root: LayoutNode, path: string, offset: number): LayoutNode {
  return steps(path).reduce((parent, step) => parent.children.findLast((child) => child.step === step) ?? add(parent, step, offset), root);
}

function add(parent: LayoutNode, step: string, offset: number): LayoutNode {
  const node: LayoutNode = { step, path: joinPath(parent.path, step), label: "", start: offset, end: offset, cases: [], hidden: false, absent: false, children: [] };
  parent.children.push(node);
  return node;
}

function steps(path: string): string[] {
  return path.match(/\[[0-9]+\]|[^.[\]]+/g) ?? [];
}

/** A piece that reaches over the place, such as one of free JSON, is only read up to it. */
function clip({ pieces }: Layout, offset: number): void {
  const last = pieces.at(-1);
  if (last && last.start < offset && last.end > offset) last.end = offset;
}

/** Takes out nodes that were begun at the refusal and got no bytes, but for `kept` and those around it. */
function prune(node: LayoutNode, layout: Layout, kept: LayoutNode): boolean {
  node.children = node.children.filter((child) => prune(child, layout, kept));
  return node === kept || node.children.length > 0 || node.end > node.start || (node.value !== undefined && node.path !== "");
}
