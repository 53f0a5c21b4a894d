/** `exchange`: peers of two generations of a spec read what the other's wrote. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import colours from "picocolors";
import { runExchanges, type ExchangeFailure, type ExchangesRun } from "../core/generations.js";
import { loadExchanges } from "../exchanges/load.js";
import { exchangeId, generations, otherThan } from "../exchanges/model.js";
import type { Language } from "../peers/find.js";
import { describeFailure } from "../report/describe.js";
import { Grid } from "../report/grid.js";
import { groupBy } from "../report/group.js";
import { VectorError } from "../vectors/load.js";
import { shown } from "./paths.js";
import { Progress } from "./progress.js";
import { clientOptions, describeHello, matrix, type TimeoutOptions } from "./run.js";
import { selectLanguages } from "./select.js";
import { number, plural } from "./text.js";

export interface ExchangeOptions extends TimeoutOptions {
  old: string;
  new: string;
  language: string[];
  grid?: string;
  /** A page that must show the grid. */
  page?: string;
  update?: boolean;
}

const exchangesShown = 20;
const start = "<!-- exchanges -->";
const end = "<!-- /exchanges -->";

/** The exit status. */
export async function exchangeCommand(path: string, options: ExchangeOptions): Promise<number> {
  const file = loadExchanges(resolve(path));
  const languages = selectLanguages(options.language);
  console.log(`${plural(file.exchanges.length, "exchange")} between ${file.old.name} ${file.old.version} and ${file.new.version}: ${languages.join(", ")}, every ordered pair in both directions`);
  const progress = new Progress(file.exchanges.length, "exchanges");
  const grid = new Grid();
  const plan = { languages, file, peers: { old: resolve(options.old), new: resolve(options.new) }, client: clientOptions(options) };
  const run = await runExchanges(plan, {
    greeted: (generation, language) => console.log(`  ${generation}: ${describeHello(language)}`),
    exchanged: (done, checks, result) => {
      grid.add(result);
      progress.update(done, checks);
    },
  });
  progress.end();

  console.log(`\n${summary(run, languages)}`);
  const table = grid.markdown(file.changes);
  if (options.grid !== undefined) write(options.grid, `${table}\n`);
  const stale = options.page === undefined ? false : !showsGrid(options.page, table, options.update ?? false);
  const failed = run.total.failed + (stale ? 1 : 0);
  console.log(`${plural(file.exchanges.length, "exchange")}: ${number(run.total.passed)} passed, ${number(failed)} failed`);
  return failed === 0 ? 0 : 1;
}

function summary(run: ExchangesRun, languages: readonly Language[]): string {
  const results = languages.map((language) => ({ language }));
  return [
    ...generations.map((from) => `${from} writes (down), ${otherThan(from)} reads (across)\n${matrix({ languages: results, pairs: run.pairs[from] })}\n`),
    `${number(run.total.passed + run.total.failed)} checks in ${run.seconds.toFixed(1)} s`,
    ...run.problems.map(({ language, text }) => `${colours.red("✗")} ${language === undefined ? "" : `${language}: `}${text}`),
    ...failedExchanges(run.failures),
  ].join("\n");
}

function failedExchanges(failures: readonly ExchangeFailure[]): string[] {
  const groups = [...groupBy(failures, ({ exchange }) => exchangeId(exchange))];
  const lines = groups.slice(0, exchangesShown).map(([id, [first, ...others]]) => {
    const { step, writer, reader, wrong } = first as ExchangeFailure;
    const who = reader === undefined ? writer : `${writer} → ${reader}`;
    const also = others.length === 0 ? "" : `; also ${plural(others.length, "other check")}`;
    return `${colours.red("✗")} ${id}: ${who} (${step}): ${describeFailure({ wrong })}${also}`;
  });
  if (groups.length > exchangesShown) lines.push(`  and ${plural(groups.length - exchangesShown, "exchange")} more`);
  return lines;
}

/** Whether the page shows this table between its marks; with `update` it does afterwards. */
function showsGrid(page: string, table: string, update: boolean): boolean {
  const text = readFileSync(page, "utf8");
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new VectorError(`${page} has no ${start} … ${end}`);
  const wanted = `${text.slice(0, from + start.length)}\n\n${table}\n\n${text.slice(to)}`;
  if (wanted === text) return true;
  if (update) {
    write(page, wanted);
    console.log(`${shown(resolve(page))} is updated`);
    return true;
  }
  console.log(`${colours.red("✗")} ${shown(resolve(page))} does not show what happened; --update writes it anew (in this project: npm run evolution)`);
  return false;
}

function write(file: string, content: string): void {
  mkdirSync(dirname(resolve(file)), { recursive: true });
  writeFileSync(file, content);
}
