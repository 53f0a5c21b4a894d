/** The changes between two generations as a table in Markdown: what a reader of the one makes of what the other wrote. */
import { equal } from "../core/equal.js";
import type { ExchangeResult } from "../core/exchange.js";
import { generations, otherThan, type Generation } from "../exchanges/model.js";
import type { Outcome } from "../peers/protocol.js";
import type { Neutral } from "../vectors/model.js";

const columns = { packed: "Packed", layout: "Layout", compact: "Compact", json: "Json" } as const;

/** Filled while exchanges are made. Only those that show a change have a place in it. */
export class Grid {
  private readonly cells = new Map<string, Set<string>>();

  add({ exchange: { change, from, encoding, value }, seen }: ExchangeResult): void {
    if (change === undefined) return;
    const key = keyOf(change, from, encoding);
    const cell = this.cells.get(key) ?? new Set();
    for (const outcome of seen) cell.add(wordFor(value, outcome));
    this.cells.set(key, cell);
  }

  /** Rows in the order of `changes`, a line for each direction in which there is something to show. */
  markdown(changes: readonly string[]): string {
    const encodings = Object.entries(columns);
    const rows = changes.flatMap((change) =>
      [...generations].reverse().flatMap((from): string[][] => {
        const cells = encodings.map(([encoding]) => [...(this.cells.get(keyOf(change, from, encoding)) ?? [])].sort().join(", "));
        return cells.some((cell) => cell !== "") ? [[change, `${from} → ${otherThan(from)}`, ...cells]] : [];
      }),
    );
    const named = rows.map(([change, ...rest], index) => [rows[index - 1]?.[0] === change ? "" : change, ...rest]);
    return [["change", "", ...encodings.map(([, title]) => title)], ["---", "---", ...encodings.map(() => "---")], ...named].map((row) => `| ${row.join(" | ")} |`).join("\n");
  }
}

const keyOf = (change: string, from: Generation, encoding: string): string => JSON.stringify([change, from, encoding]);

/** What the reader's answer means to whoever wrote the value. */
export function wordFor(written: Neutral, outcome: Outcome): string {
  if ("fault" in outcome) return outcome.fault.kind;
  if ("error" in outcome) return `✗ \`${outcome.error.kind}\``;
  const read = outcome.ok["value"];
  if (equal(read, written)) return "all";
  if (keepsUnknown(written, read)) return "keeps";
  return includes(read, written) ? "fills in" : "reads";
}

/** Somewhere there are unknown bytes or members, or a number in place of a name. */
function keepsUnknown(written: unknown, read: unknown): boolean {
  if (typeof written === "string" && typeof read === "number") return true;
  if (typeof read !== "object" || read === null) return false;
  const of = (written ?? {}) as Record<string, unknown>;
  return Object.entries(read).some(([name, value]) => name === "$unknown" || keepsUnknown(of[name], value));
}

/** Everything that was written, and more. */
function includes(read: unknown, written: unknown): boolean {
  if (typeof written !== "object" || written === null || Array.isArray(written)) return equal(read, written);
  if (typeof read !== "object" || read === null) return false;
  return Object.entries(written).every(([name, value]) => includes((read as Record<string, unknown>)[name], value));
}
