/** What encoders refuse in values of a type: tried in every place where the type stands, because each could lose the refusal. */
import type { Neutral } from "../../oracle/neutral.js";
import type { RefusalKind } from "../../oracle/refusal.js";
import type { Variant } from "./variant.js";

export class Faulty {
  /** By type, then by kind of refusal: the first and the last that was met, which are likely to be refused by different code. */
  private readonly found = new Map<string, Map<RefusalKind, Variant[]>>();

  /** The variants of a value of the type, each of which is remembered if it turns out to be refused. */
  *noted(type: string, variants: Iterable<Variant>): Iterable<Variant> {
    for (const variant of variants)
      yield {
        ...variant,
        refused: (kind) => {
          variant.refused?.(kind);
          this.remember(type, kind, variant);
        },
      };
  }

  /** For another place. */
  *of(type: string, place: string): Iterable<Variant> {
    for (const variants of this.found.get(type)?.values() ?? []) for (const { name, value } of variants) yield { name: `${place === "" ? "" : `${place} `}faulty like ${name}`, value };
  }

  private remember(type: string, kind: RefusalKind, { name, value }: { name: string; value: Neutral }): void {
    if (!this.found.has(type)) this.found.set(type, new Map());
    const kinds = this.found.get(type)!;
    const [first] = kinds.get(kind) ?? [];
    kinds.set(kind, first === undefined ? [{ name, value }] : [first, { name, value }]);
  }
}
