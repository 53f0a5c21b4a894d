/** Which field is being looked at: what the pointer is over, or else what was chosen last. */
import type { LayoutNode } from "../layout/node.js";

type Listener = (node: LayoutNode | null) => void;

export class Selection {
  private chosen: LayoutNode | null = null;
  private hovered: LayoutNode | null = null;
  private readonly listeners: Listener[] = [];

  onChange(listener: Listener): void {
    this.listeners.push(listener);
  }

  choose(node: LayoutNode | null): void {
    this.chosen = node;
    this.hovered = null;
    this.tell();
  }

  hover(node: LayoutNode | null): void {
    if (node === this.hovered) return;
    this.hovered = node;
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener(this.hovered ?? this.chosen);
  }
}
