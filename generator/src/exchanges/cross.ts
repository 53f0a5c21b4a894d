/** Makes the exchanges between two generations of a spec. The oracle of the one that reads has the last word, also over those by hand. */
import type { Spec, TypeId } from "../ir/model.js";
import { derive, workshop, type Workshop } from "../vectors/derive/derive.js";
import { sameValue } from "../vectors/derive/same.js";
import { oracleOf, type Neutral, type Oracle } from "../vectors/oracle/index.js";
import { isRoot, type Root } from "../vectors/oracle/types.js";
import { otherThan, type Exchange, type ExchangeFile, type Generation, type Outcome } from "./exchange.js";
import type { Change, WrittenExchange } from "./written.js";

const generations: readonly Generation[] = ["old", "new"];

/** First what was `written` by hand, then what the valid vectors of each generation are to the other. */
export function cross(specs: Record<Generation, Spec>, written: readonly Change[]): ExchangeFile {
  const shops = { old: workshop(oracleOf(specs.old)), new: workshop(oracleOf(specs.new)) };
  const shared = specs.new.types.filter(isRoot).filter((type) => specs.old.types.some((other) => isRoot(other) && other.id === type.id && other.root.encoding === type.root.encoding));
  const types = new Map(shared.map((type) => [type.id, type]));
  const exchanges = written.flatMap(({ change, exchanges: entries }) => entries.map((entry) => byHand(shops, types, change, entry)));
  const known = new Set(exchanges.map(({ type, from, bytes }) => `${type} ${from} ${bytes}`));
  for (const type of shared)
    for (const from of generations)
      for (const exchange of derived(shops, type, from)) if (!known.has(`${type.id} ${from} ${exchange.bytes}`)) exchanges.push(exchange);
  return { old: infoOf(specs.old), new: infoOf(specs.new), changes: [...new Set(written.map(({ change }) => change))], exchanges: named(exchanges) };
}

const infoOf = ({ name, version, hash }: Spec): { name: string; version: string; hash: string } => ({ name, version, hash });

function derived(shops: Record<Generation, Workshop>, type: Root, from: Generation): Exchange[] {
  const reader = shops[otherThan(from)].oracle;
  return derive(shops[from], type.id).flatMap(({ name, value, bytes, verdict, direction }): Exchange[] => {
    if (verdict !== "valid" || direction !== undefined || value === undefined || bytes === null) return [];
    return [{ type: type.id, encoding: type.root.encoding, name, from, value, bytes, outcome: read(reader, type.id, bytes), origin: "derived" }];
  });
}

function byHand(shops: Record<Generation, Workshop>, types: ReadonlyMap<TypeId, Root>, change: string, { type: id, from, value, bytes, outcome, where }: WrittenExchange): Exchange {
  const type = types.get(id);
  if (!type) throw new Error(`${where}: ${id} is not a message of both generations`);
  const { bytes: encoded, refusal } = shops[from].oracle.encode(id, value);
  const made = encoded ? Buffer.from(encoded).toString("hex") : refusal;
  if (made !== bytes) throw new Error(`${where}: says that the ${from} generation writes ${bytes}, but its oracle says ${JSON.stringify(made)}`);
  const found = read(shops[otherThan(from)].oracle, id, bytes);
  if (!sameValue(found as unknown as Neutral, outcome as unknown as Neutral)) throw new Error(`${where}: says ${JSON.stringify(outcome)}, but the oracle of the ${otherThan(from)} generation says ${JSON.stringify(found)}`);
  return { type: id, encoding: type.root.encoding, name: change, from, value, bytes, outcome, origin: "prose", change };
}

/** What is read must be written again as the same bytes: otherwise something would be lost on the way back. */
function read(reader: Oracle, id: TypeId, hex: string): Outcome {
  const { value, refusal } = reader.decode(id, Uint8Array.from(Buffer.from(hex, "hex")));
  if (refusal) return { refuses: refusal };
  const again = reader.encode(id, value);
  if (!again.bytes || Buffer.from(again.bytes).toString("hex") !== hex) throw new Error(`${id} reads ${hex}, but does not write it again`);
  return { reads: value };
}

/** Those by hand are called by their change, which may have several of one type. */
function named(exchanges: Exchange[]): Exchange[] {
  const seen = new Map<string, number>();
  return exchanges.map((exchange) => {
    const key = `${exchange.type} ${exchange.from} ${exchange.name}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? exchange : { ...exchange, name: `${exchange.name} (${count})` };
  });
}
