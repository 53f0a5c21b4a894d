/** Exchanges by hand: files of changes, each with what it does to messages. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Neutral } from "../vectors/oracle/neutral.js";
import type { Refusal } from "../vectors/oracle/refusal.js";
import type { Generation, Outcome } from "./exchange.js";

export interface Change {
  /** A sentence without its full stop, such as "A flag is added". */
  change: string;
  exchanges: WrittenExchange[];
}

export interface WrittenExchange {
  type: string;
  from: Generation;
  value: Neutral;
  /** Lowercase hex, without spaces. */
  bytes: string;
  outcome: Outcome;
  /** File and place in it, for errors. */
  where: string;
}

/** All files of a folder, by name. Malformed entries are an error that names the place. */
export function readChanges(folder: string): Change[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json")).sort();
  if (files.length === 0) throw new Error(`${folder} holds no .json files with changes`);
  return files.flatMap((name) => parseChanges(readFileSync(join(folder, name), "utf8"), join(folder, name)));
}

export function parseChanges(text: string, file: string): Change[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is not JSON: ${(error as Error).message}`);
  }
  if (!Array.isArray(parsed)) throw new Error(`${file} is not an array of changes`);
  return parsed.map((entry: unknown, index) => {
    const { change, exchanges } = (entry ?? {}) as Record<string, unknown>;
    if (typeof change !== "string" || !Array.isArray(exchanges)) throw new Error(`${file}, entry ${index}: needs \`change\` and \`exchanges\``);
    return { change, exchanges: exchanges.flatMap((exchange, at) => parseExchange(exchange, `${file}, "${change}", exchange ${at}`)) };
  });
}

const members = new Set(["types", "from", "value", "bytes", "text", "reads", "refuses"]);

/** One for each of the entry's types, which share value and bytes. */
function parseExchange(entry: unknown, where: string): WrittenExchange[] {
  const fail = (problem: string): never => {
    throw new Error(`${where}: ${problem}`);
  };
  const given = (entry ?? {}) as Record<string, unknown>;
  for (const name of Object.keys(given)) if (!members.has(name)) fail(`unknown member ${JSON.stringify(name)}`);
  const { types, from, value, bytes, text, reads, refuses } = given;
  if (!Array.isArray(types) || value === undefined) return fail("needs `types` and `value`");
  if (from !== "old" && from !== "new") return fail('`from` is "old" or "new"');
  if ((reads === undefined) === (refuses === undefined)) return fail("needs either `reads` or `refuses`");
  const outcome = refuses === undefined ? { reads: reads as Neutral } : { refuses: refuses as Refusal };
  const hex = bytesOf(bytes, text) ?? fail("needs either `bytes`, in hex, or `text`");
  return types.map((type) => ({ type: String(type), from, value: value as Neutral, bytes: hex, outcome, where }));
}

/** Hex, with spaces where they help; JSON messages as text. */
function bytesOf(bytes: unknown, text: unknown): string | undefined {
  if (typeof text === "string" && bytes === undefined) return Buffer.from(text, "utf8").toString("hex");
  if (typeof bytes !== "string" || text !== undefined) return undefined;
  const hex = bytes.replaceAll(" ", "");
  return /^([0-9a-f]{2})*$/.test(hex) ? hex : undefined;
}
