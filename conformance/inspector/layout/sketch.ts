/** Nodes and pieces under construction. */
import { labelOf } from "./label.js";
import { joinPath, type LayoutNode, type Piece, type Role } from "./node.js";
import type { Codec, SpecIndex } from "./spec.js";

/** The bytes do not go on as the description says, or go on where a decoder has stopped. Not an error: what is there stays. */
export class Stopped extends Error {}

/** A window that is being walked through. */
export interface Cursor {
  pos: number;
  readonly end: number;
}

export class Sketch {
  readonly pieces: Piece[] = [];

  /** `limit`: the offset of a decoder's refusal. No value that begins after it is laid out. */
  constructor(
    readonly bytes: Uint8Array,
    readonly spec: SpecIndex,
    private readonly limit: number,
  ) {}

  node(parent: LayoutNode | null, step: string, label: string, at: Cursor): LayoutNode {
    const node: LayoutNode = { step, path: joinPath(parent?.path ?? "", step), label, start: at.pos, end: at.pos, cases: [], hidden: false, absent: false, children: [] };
    parent?.children.push(node);
    return node;
  }

  child(parent: LayoutNode, step: string, codec: Codec, at: Cursor): LayoutNode {
    return this.node(parent, step, labelOf(codec), at);
  }

  /** A child for a field of `type`, with the field's doc. */
  field(parent: LayoutNode, type: string, { name, codec, presence }: { name: string; codec: Codec; presence?: string }, at: Cursor): LayoutNode {
    const node = this.child(parent, name, codec, at);
    const doc = this.spec.doc(type).members?.[name];
    if (doc !== undefined) node.doc = doc;
    node.hidden = presence === "hidden";
    return node;
  }

  /** Takes `size` bytes as one piece of `node`. Of more than are left it takes what is there, then stops. */
  take(node: LayoutNode, role: Role, size: number, at: Cursor): Uint8Array {
    if (at.pos > this.limit && !this.continues(node)) throw new Stopped();
    const start = at.pos;
    const end = Math.min(start + size, at.end);
    if (end > start) this.pieces.push({ start, end, role, node });
    at.pos = end;
    node.end = Math.max(node.end, end);
    if (end - start < size) throw new Stopped();
    return this.bytes.subarray(start, end);
  }

  /** Whether the refused value is one that has begun with its length. */
  private continues(node: LayoutNode): boolean {
    const last = this.pieces.at(-1);
    return last?.node === node && last.role === "length" && last.start === this.limit;
  }

  /** Walks through a part; whether or not it stops, `node` reaches as far as the walk came. */
  within<Result>(node: LayoutNode, at: Cursor, walk: () => Result): Result {
    try {
      return walk();
    } finally {
      node.end = Math.max(node.end, at.pos);
    }
  }
}
