/** `meshwright exchanges`: what two generations of a spec make of each other's messages. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { cross } from "../../exchanges/cross.js";
import { formatExchanges } from "../../exchanges/exchange.js";
import { readChanges } from "../../exchanges/written.js";
import { prepareOrExit } from "../pipeline.js";
import { paint, say, since } from "../terminal.js";

export function exchanges(old: string, fresh: string, options: { out: string; written?: string }): void {
  const start = performance.now();
  const written = options.written === undefined ? [] : readChanges(options.written);
  const file = cross({ old: prepareOrExit(old).spec, new: prepareOrExit(fresh).spec }, written);
  mkdirSync(dirname(options.out), { recursive: true });
  writeFileSync(options.out, formatExchanges(file));
  const byHand = file.exchanges.filter(({ origin }) => origin === "prose").length;
  say(paint.green(`${file.exchanges.length} exchanges, ${byHand} of them by hand (${since(start)})`));
}
