/** A run of exchanges: peers of two generations of a spec, each reading what the other wrote. */
import { generations, type Exchange, type ExchangeFile, type Generation } from "../exchanges/model.js";
import type { ClientOptions } from "../peers/client.js";
import type { Language } from "../peers/find.js";
import { forEachConcurrently } from "./concurrently.js";
import { exchangeAmong, type ExchangeResult, type PairFault } from "./exchange.js";
import { checkHellos } from "./hello.js";
import { addCount, noCount, type Count, type LanguageResult, type Problem } from "./results.js";
import { seat } from "./seat.js";
import type { Wrong } from "./judge.js";

export interface ExchangePlan {
  languages: readonly Language[];
  file: ExchangeFile;
  /** Folders of peers. */
  peers: Record<Generation, string>;
  client: ClientOptions;
}

export interface ExchangeFailure {
  exchange: Exchange;
  step: "write" | PairFault["step"];
  writer: Language;
  /** Absent if the writer wrote wrongly. */
  reader?: Language;
  wrong: Wrong;
}

export interface ExchangesRun {
  /** By the generation that writes; `[a][b]`: b of the other generation read what a wrote. */
  pairs: Record<Generation, Count[][]>;
  failures: ExchangeFailure[];
  problems: Problem[];
  /** Over all checks; each problem is one failed check more. */
  total: Count;
  seconds: number;
}

export interface ExchangeEvents {
  greeted(generation: Generation, language: LanguageResult): void;
  /** After each exchange. `checks` is live. */
  exchanged(done: number, checks: Readonly<Count>, result: ExchangeResult): void;
}

const concurrentExchanges = 64;

export async function runExchanges(plan: ExchangePlan, events: ExchangeEvents): Promise<ExchangesRun> {
  const start = performance.now();
  const { languages, file } = plan;
  const seats = await Promise.all(
    generations.map((generation) =>
      Promise.all(
        languages.map(async (language) => {
          const taken = await seat(language, plan.peers[generation], plan.client);
          events.greeted(generation, taken.result);
          return taken;
        }),
      ),
    ),
  );
  const [old = [], fresh = []] = seats;
  const run: ExchangesRun = { pairs: { old: square(languages.length), new: square(languages.length) }, failures: [], problems: [], total: noCount(), seconds: 0 };
  const types = new Set(file.exchanges.map(({ type }) => type));
  generations.forEach((generation, index) => {
    const facts = { languages: seats[index]!.map(({ result }) => result), vectorTypes: types, wholeRun: false, spec: file[generation].hash };
    run.problems.push(...checkHellos(facts).map(({ text, ...rest }) => ({ ...rest, text: `${generation}: ${text}` })));
  });

  let done = 0;
  const peers = { old: old.map(({ peer }) => peer), new: fresh.map(({ peer }) => peer) };
  await forEachConcurrently(file.exchanges, concurrentExchanges, async (exchange) => {
    const result = await exchangeAmong(exchange, peers);
    add(run, result, languages);
    events.exchanged(++done, run.total, result);
  });

  await Promise.all([...old, ...fresh].map(({ close }) => close()));
  generations.forEach((generation, index) => {
    for (const { result, problems } of seats[index]!) for (const text of problems()) run.problems.push({ language: result.language, text: `${generation}: ${text}` });
  });
  run.total.failed += run.problems.length;
  run.seconds = (performance.now() - start) / 1000;
  return run;
}

function add(run: ExchangesRun, { exchange, written, pairs }: ExchangeResult, languages: readonly Language[]): void {
  const count = (to: Count, failed: boolean): void => {
    const one = { ...noCount(), [failed ? "failed" : "passed"]: 1 };
    addCount(to, one);
    if (to !== run.total) addCount(run.total, one);
  };
  written.forEach((wrong, a) => {
    count(run.total, wrong !== null);
    if (wrong) run.failures.push({ exchange, step: "write", writer: languages[a]!, wrong });
  });
  pairs.forEach((row, a) =>
    row.forEach((fault, b) => {
      count(run.pairs[exchange.from][a]![b]!, fault !== null);
      if (fault) run.failures.push({ exchange, ...fault, writer: languages[a]!, reader: languages[b]! });
    }),
  );
}

function square(size: number): Count[][] {
  return Array.from({ length: size }, () => Array.from({ length: size }, noCount));
}
