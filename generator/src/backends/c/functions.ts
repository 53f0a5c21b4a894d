/** What one function of a module's source is; the template of that name says which data it prints. */

export interface FunctionPlan {
  template: string;
  name: string;
  /** `"static "` or `""`. */
  linkage: string;
  [data: string]: unknown;
}

/** A step of a struct's codec. Expressions are C that is true on success. */
export interface Step {
  template: string;
  [data: string]: unknown;
}

/** Collects the static functions that an expression needs; they stand before the function that uses them. */
export class Sources {
  readonly functions: FunctionPlan[] = [];
  private readonly used = new Set<string>();

  /** Adds a static function named after `stem` and gives its name. */
  add(template: string, stem: string, data: Record<string, unknown>): string {
    let name = stem;
    for (let number = 2; this.used.has(name); number++) name = `${stem}_${number}`;
    this.used.add(name);
    this.functions.push({ template, name, linkage: "static ", ...data });
    return name;
  }

  addUnit(template: string, name: string, data: Record<string, unknown>): void {
    this.functions.push({ template, name, linkage: "", ...data });
  }
}
