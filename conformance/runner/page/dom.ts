/** Builds elements. Text only ever goes in as text. */
export type Child = Node | string | null | false;
type Attributes = Record<string, string | boolean | ((event: Event) => void)>;

/** `element("a.quiet", { href: "#/" }, "back")`: a tag with classes, attributes, `on…` handlers, children. */
export function element<Tag extends keyof HTMLElementTagNameMap>(selector: Tag | `${Tag}.${string}`, ...rest: (Attributes | Child)[]): HTMLElementTagNameMap[Tag] {
  const [tag, ...classes] = selector.split(".") as [Tag, ...string[]];
  const node = document.createElement(tag);
  if (classes.length > 0) node.className = classes.join(" ");
  for (const part of rest) {
    if (part === null || part === false) continue;
    if (typeof part === "string" || part instanceof Node) node.append(part);
    else setAttributes(node, part);
  }
  return node;
}

function setAttributes(node: HTMLElement, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name.slice("on".length), value);
    else if (typeof value === "string") node.setAttribute(name, value);
    else node.toggleAttribute(name, value);
  }
}
