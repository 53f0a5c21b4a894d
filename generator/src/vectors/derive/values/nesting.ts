/** Values nested as deep as one likes, for types that contain themselves. */
import type { TypeExpr, TypeId } from "../../../ir/model.js";
import type { Neutral } from "../../oracle/neutral.js";
import { emptyObject } from "../../oracle/neutral.js";
import { isHidden } from "../../oracle/types.js";
import type { Sampler } from "./sampler.js";

export class Nesting {
  private readonly reaching = new Map<TypeId, boolean>();

  /** Of the type `head`, which must be able to reach itself. `innermost`: what stands at the last level; the least value if it is not given. */
  constructor(
    private readonly sampler: Sampler,
    private readonly head: TypeId,
    private readonly innermost?: Neutral,
  ) {}

  /** A value of `id` in which `head` is entered `levels` times; lists on the way there have `siblings` elements, the first of which leads on, or each if `innermost` is given. */
  value(id: TypeId, levels: number, siblings = 1): Neutral {
    // Asked from the outside in: of two types that contain each other, only the outer one then leads on through the other.
    this.named(id);
    const def = this.sampler.types.get(id);
    if (id === this.head && --levels === 0) return this.innermost ?? this.sampler.least({ kind: "ref", type: id });
    if (def.kind === "union") {
      const one = def.cases.find(({ type }) => type !== undefined && this.named(type))!;
      return { case: one.name, value: this.value(one.type!, levels, siblings) };
    }
    if (def.kind !== "struct") throw new Error(`${id} does not lead to ${this.head}`);
    const chosen = def.fields.find((field) => this.reaches(field.type))!;
    const value = emptyObject();
    for (const field of def.fields.filter(({ type }) => !isHidden(type))) {
      // Optionals before the chosen one are there, since some encodings cannot leave a gap.
      // What is empty, and written out all the same, would be refused before the depth is.
      if (field === chosen) value[field.name] = this.expression(field.type, levels, siblings);
      else if (!field.optional || def.fields.indexOf(field) < def.fields.indexOf(chosen)) value[field.name] = field.omitEmpty ? this.sampler.full(field.type) : this.sampler.least(field.type);
    }
    return value;
  }

  reachableFrom(id: TypeId): boolean {
    return this.named(id);
  }

  private expression(type: TypeExpr, levels: number, siblings: number): Neutral {
    switch (type.kind) {
      case "list": {
        const count = Math.max(type.limit.min, Math.min(siblings, type.limit.max ?? siblings));
        const other = (): Neutral => (this.innermost === undefined ? this.sampler.least(type.element) : this.expression(type.element, levels, 1));
        return Array.from({ length: count }, (_, index) => (index === 0 ? this.expression(type.element, levels, siblings) : other()));
      }
      case "array":
        return Array.from({ length: type.size }, (_, index) => (index === 0 ? this.expression(type.element, levels, siblings) : this.sampler.least(type.element)));
      case "map":
        return this.sampler.entries(type.key, Math.max(1, type.limit.min), () => this.expression(type.value, levels, siblings));
      case "nullable":
      case "sized":
        return this.expression(type.inner, levels, siblings);
      case "embedded":
      case "ref":
        return this.value(type.type, levels, siblings);
      default:
        throw new Error(`${type.kind} leads nowhere`);
    }
  }

  private reaches(type: TypeExpr): boolean {
    switch (type.kind) {
      case "list":
      case "array":
        return this.reaches(type.element);
      case "map":
        return this.reaches(type.value);
      case "nullable":
      case "sized":
        return this.reaches(type.inner);
      case "embedded":
      case "ref":
        return this.named(type.type);
      default:
        return false;
    }
  }

  private named(id: TypeId): boolean {
    if (id === this.head) return true;
    const known = this.reaching.get(id);
    if (known !== undefined) return known;
    this.reaching.set(id, false);
    const def = this.sampler.types.get(id);
    const reaches =
      (def.kind === "struct" && def.fields.some((field) => this.reaches(field.type))) ||
      (def.kind === "union" && def.cases.some(({ type }) => type !== undefined && this.named(type)));
    this.reaching.set(id, reaches);
    return reaches;
  }
}
