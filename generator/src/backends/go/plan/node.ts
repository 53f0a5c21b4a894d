/** The plan of a function body: statements with every name and expression decided. A node is printed by the template that it names. */
import { LOCAL_WORDS, unexported } from "../words.js";

/** Templates of statements; the other properties are what each template asks for. */
export type Node =
  /** `call` returns a value and an error. */
  | { template: "read"; name: string; call: string; wrap: string; checks: Check[]; stores: Store[] }
  /** A value that cannot fail by itself. */
  | { template: "let"; name: string; value: string; checks: Check[]; stores: Store[] }
  | { template: "guard"; checks: Check[] }
  | { template: "store"; stores: Store[] }
  /** `call` returns an error only. */
  | { template: "call"; call: string; wrap: string }
  | { template: "do"; lines: string[] }
  /** In a loop: `call` returns `names`, the last of which says whether there is another turn, and an error. */
  | { template: "next"; call: string; names: string; wrap: string }
  | { template: "loop"; header: string; body: Node[] }
  | { template: "if"; condition: string; body: Node[]; otherwise: Node[] }
  /** One or none of the branches. */
  | { template: "choose"; branches: { head: string; body: Node[] }[] }
  | { template: "switch"; subject: string; cases: { label: string; body: Node[] }[] };

export interface Check {
  /** True when the value is at fault. */
  condition: string;
  /** The error, path included. */
  failure: string;
}

export interface Store {
  target: string;
  value: string;
}

/** Where a value is read to or written from, and how its errors get their path. */
export interface Place {
  /** An expression that can be assigned to, and whose address can be taken. */
  value: string;
  /** Calls that put the path before an error: `.At(i).In("items")`. */
  wrap: string;
  /** What a variable for it would be called. */
  hint: string;
}

export const inField = (place: Place, name: string): string => `.In(${JSON.stringify(name)})${place.wrap}`;

/** Something private at the top level of a file. */
export interface Declaration {
  template: "function" | "variable";
  name: string;
  /** Comment lines, without markers. */
  doc: string[];
  /** A function's parameters and result; what a variable is. */
  head: string;
  body: Node[];
}

export const lines = (...text: string[]): Node => ({ template: "do", lines: text });

export const RETURN_NIL: Node = lines("return nil");

/** The address of an expression. */
export const address = (expression: string): string => (expression.startsWith("*") ? expression.slice(1) : `&${expression}`);

/** `*v.X` in front of a selector or an index needs brackets. */
export const operand = (expression: string): string => (expression.startsWith("*") ? `(${expression})` : expression);

/** Names of the local variables of one function. */
export class Scope {
  private readonly taken = new Set<string>();
  private loops = 0;

  fresh(hint: string): string {
    // The package has variables called pattern0, pattern1 and so on.
    const wish = unexported(hint).replace(/^pattern(?=\d*$)/, "itsPattern");
    let name = wish;
    for (let n = 2; this.taken.has(name) || LOCAL_WORDS.has(name); n++) name = `${wish}${n}`;
    this.taken.add(name);
    return name;
  }

  /** i, j, k, then i4 and so on. */
  index(): string {
    const n = this.loops++;
    return "ijk"[n] ?? `i${n + 1}`;
  }

  /** The loop is over: its variable may be used again. */
  endLoop(): void {
    this.loops--;
  }
}
