/** Walks over types without recursion: a chain of types may be as long as it likes. */

/** What a depth-first walk meets. */
export interface Visitor<Node> {
  /** After all nodes that `node` leads to, but those of a ring that it closes. */
  leave?(node: Node): void;
  /** `node` is met again while the walk is still below it. */
  again?(node: Node): void;
}

/** Depth first from each of `from`, in order; each node once. What a node leads to is asked for step by step, on the way. */
export function walk<Node>(from: Iterable<Node>, leadsTo: (node: Node) => Iterable<Node>, { leave, again }: Visitor<Node> = {}): void {
  const open = new Map<Node, boolean>();
  const path: { node: Node; rest: Iterator<Node> }[] = [];
  const meet = (node: Node): void => {
    const state = open.get(node);
    if (state) again?.(node);
    if (state !== undefined) return;
    open.set(node, true);
    path.push({ node, rest: leadsTo(node)[Symbol.iterator]() });
  };
  for (const start of from) {
    meet(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { done, value } = top.rest.next();
      if (!done) {
        meet(value);
        continue;
      }
      path.pop();
      open.set(top.node, false);
      leave?.(top.node);
    }
  }
}

/** Strongly connected components: nodes that reach each other stand together. Each component comes after those that it leads to. */
export function components<Node>(nodes: Iterable<Node>, leadsTo: (node: Node) => readonly Node[]): Node[][] {
  const left: Node[] = [];
  const cameFrom = new Map<Node, Node[]>();
  walk(nodes, leadsTo, { leave: (node) => left.push(node) });
  for (const node of left) cameFrom.set(node, []);
  for (const node of left) for (const next of leadsTo(node)) cameFrom.get(next)!.push(node);
  // Kosaraju's algorithm: backwards from the node left last, each walk takes in one component.
  const found: Node[][] = [];
  const taken = new Set<Node>();
  for (const start of left.reverse()) {
    const component: Node[] = [];
    const waiting = [start];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (taken.has(node)) continue;
      taken.add(node);
      component.push(node);
      waiting.push(...cameFrom.get(node)!);
    }
    if (component.length > 0) found.push(component);
  }
  return found.reverse();
}

/** The nodes that can reach themselves. */
export function selfReaching<Node>(nodes: Iterable<Node>, leadsTo: (node: Node) => readonly Node[]): ReadonlySet<Node> {
  return new Set(components(nodes, leadsTo).filter((component) => isRing(component, leadsTo)).flat());
}

/** Whether the nodes of a component can reach themselves: a single one only if it leads to itself. */
export function isRing<Node>(component: readonly Node[], leadsTo: (node: Node) => readonly Node[]): boolean {
  return component.length > 1 || leadsTo(component[0]!).includes(component[0]!);
}
