/** A searchable choice of one type, or of all. */
import { element } from "../../runner/page/dom.js";

export const TRY_ALL = "Try all types";

export class Picker {
  readonly element: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly list: HTMLElement;
  private type = "";
  private active = 0;

  /** `onPick` gets `""` for all. */
  constructor(
    private readonly types: readonly string[],
    private readonly onPick: (type: string) => void,
  ) {
    this.input = element("input", {
      id: "type",
      type: "text",
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      "aria-controls": "types",
      "aria-expanded": "false",
      "aria-autocomplete": "list",
      onfocus: () => (this.input.select(), this.open("")),
      onclick: () => this.open(""),
      oninput: () => this.open(this.input.value),
      onblur: () => this.close(),
      onkeydown: (event) => this.onKey(event as KeyboardEvent),
    });
    this.list = element("ul.options", { id: "types", role: "listbox", "aria-label": "Types", hidden: true });
    this.element = element("div.picker", this.input, this.list);
  }

  set(type: string): void {
    this.type = type;
    this.input.value = type === "" ? TRY_ALL : type;
  }

  private open(search: string): void {
    const words = search.toLowerCase().split(/\s+/).filter((word) => word !== "");
    const found = this.types.filter((type) => words.every((word) => type.toLowerCase().includes(word)));
    const options = ["", ...found];
    this.active = words.length > 0 && found.length > 0 ? 1 : Math.max(0, options.indexOf(this.type));
    this.list.replaceChildren(...options.map((type, position) => this.option(type, position)));
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.activate(this.active);
  }

  private option(type: string, position: number): HTMLElement {
    const dot = type.lastIndexOf(".") + 1;
    const name = type === "" ? [TRY_ALL] : [element("span.module", type.slice(0, dot)), type.slice(dot)];
    return element("li", { id: `type-${position}`, role: "option", "data-type": type, onmousedown: (event) => (event.preventDefault(), this.pick(type)) }, ...name);
  }

  private activate(position: number): void {
    const options = this.list.children;
    options[this.active]?.removeAttribute("aria-selected");
    this.active = Math.max(0, Math.min(position, options.length - 1));
    const option = options[this.active];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option?.id ?? "");
  }

  private pick(type: string): void {
    this.set(type);
    this.close();
    this.onPick(type);
  }

  private close(): void {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.set(this.type);
  }

  private onKey(event: KeyboardEvent): void {
    const opened = !this.list.hidden;
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        if (opened) this.activate(this.active + (event.key === "ArrowDown" ? 1 : -1));
        else this.open("");
        break;
      case "Enter":
        if (!opened) return;
        this.pick((this.list.children[this.active] as HTMLElement | undefined)?.dataset["type"] ?? "");
        break;
      case "Escape":
        this.close();
        break;
      default:
        return;
    }
    event.preventDefault();
  }
}
