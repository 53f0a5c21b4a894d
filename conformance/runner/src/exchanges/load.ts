/** Reads a file of exchanges and refuses a malformed one, so that a typo cannot pass as an absent check. */
import { existsSync, readFileSync } from "node:fs";
import { VectorError } from "../vectors/load.js";
import { exchangeId, type Exchange, type ExchangeFile, type GenerationInfo } from "./model.js";

export function loadExchanges(file: string): ExchangeFile {
  if (!existsSync(file)) throw new VectorError(`there is no file of exchanges at ${file}`);
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new VectorError(`${file} is not JSON: ${(error as Error).message}`);
  }
  const { old, new: fresh, changes, exchanges } = (content ?? {}) as Record<string, unknown>;
  if (!isInfo(old) || !isInfo(fresh)) throw new VectorError(`${file} does not say which generations \`old\` and \`new\` are`);
  if (!Array.isArray(changes) || !Array.isArray(exchanges) || exchanges.length === 0) throw new VectorError(`${file} holds no exchanges`);
  exchanges.forEach((entry, index) => checkExchange(entry, changes, `${file}, exchange ${index}`));
  const seen = new Set<string>();
  for (const exchange of exchanges as Exchange[]) {
    const id = exchangeId(exchange);
    if (seen.has(id)) throw new VectorError(`two exchanges are ${id}`);
    seen.add(id);
  }
  return { old, new: fresh, changes: changes as string[], exchanges: exchanges as Exchange[] };
}

const texts = ["type", "encoding", "name", "bytes"] as const;

function checkExchange(entry: unknown, changes: unknown[], where: string): void {
  const fail = (problem: string): never => {
    throw new VectorError(`${where}: ${problem}`);
  };
  const given = (entry ?? {}) as Record<string, unknown>;
  for (const name of texts) if (typeof given[name] !== "string") fail(`\`${name}\` must be text`);
  if (given["from"] !== "old" && given["from"] !== "new") fail('`from` must be "old" or "new"');
  if (given["value"] === undefined) fail("needs a `value`");
  if (!/^([0-9a-f]{2})*$/.test(given["bytes"] as string)) fail("`bytes` must be lowercase hex");
  if (given["change"] !== undefined && !changes.includes(given["change"])) fail("`change` is none of the file's changes");
  const { reads, refuses } = (given["outcome"] ?? {}) as Record<string, unknown>;
  const { kind, offset, path } = (refuses ?? {}) as Record<string, unknown>;
  const refused = typeof kind === "string" && typeof offset === "number" && typeof path === "string";
  if ((reads === undefined) !== refused) fail("`outcome` must be either what is read, or a refusal with kind, offset and path");
}

function isInfo(info: unknown): info is GenerationInfo {
  const { name, version, hash } = (info ?? {}) as Record<string, unknown>;
  return typeof name === "string" && typeof version === "string" && typeof hash === "string";
}
