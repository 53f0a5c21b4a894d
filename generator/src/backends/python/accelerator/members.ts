/**
 * The punctuation before the members of an object: a brace before the first, a comma before the others. Where only the value can tell which, the
 * variable `any` says whether a member came before.
 */
import { text } from "./literals.js";

export class Members {
  private known: "first" | "later" | "unknown";
  /** Whether `any` is used. */
  private asked = false;

  /** `beside`: the members may follow a union's tag, and `any` is a parameter. */
  constructor(
    private readonly beside: boolean,
    /** The runtime's functions, and the argument that comes first. */
    private readonly names: { next: string; literal: string; close: string; first: "r" | "w" },
  ) {
    this.known = beside ? "unknown" : "first";
  }

  /** The test, or write, of the mark and what follows it; `always`: the member is always there. */
  mark(spelt: string, always: boolean): string {
    const before = this.known;
    if (always) this.known = "later";
    else if (before === "first") this.known = "unknown";
    if (before === "later" || (before === "first" && always)) return `${this.names.literal}(${this.names.first}, ${text((before === "first" ? "{" : ",") + spelt)})`;
    this.asked = true;
    return `${this.names.next}(${this.names.first}, '{', &any, ${text(spelt)})`;
  }

  /** The end of the object. */
  close(): string {
    if (this.known !== "unknown") return `${this.names.literal}(${this.names.first}, ${text(this.known === "first" ? "{}" : "}")})`;
    this.asked = true;
    return `${this.names.close}(${this.names.first}, any)`;
  }

  /** The declaration of `any`, where it is no parameter. */
  declaration(): string[] {
    if (this.beside) return this.asked ? [] : ["(void)any;"];
    return this.asked ? ["int any = 0;"] : [];
  }
}
