/** Maps: sorted by key, no key twice. */
import type { TypeExpr } from "../../../ir/model.js";
import { compareKeys, sortedEntries } from "../keys.js";
import type { LeastSizes } from "../leastSize.js";
import type { Neutral } from "../neutral.js";
import { entryPath, keyPath, refuse, refuseValue } from "../refusal.js";
import type { BinaryFamily } from "../types.js";
import { readCount, writeSize } from "./lengths.js";
import { readToEnd } from "./lists.js";
import type { BinaryReader } from "./reader.js";
import type { BinaryWriter } from "./writer.js";

type MapType = Extract<TypeExpr, { kind: "map" }>;

const leastEntry = (least: LeastSizes, { key, value }: MapType, family: BinaryFamily): number => least.of(key, family) + least.of(value, family);

export function readMap(reader: BinaryReader, type: MapType, path: string): Neutral {
  let before: Neutral | undefined;
  const entry = (index: number): Neutral => {
    const start = reader.cursor.position;
    const key = reader.value(type.key, keyPath(path, index));
    const order = before === undefined ? -1 : compareKeys(reader.types, type.key, before, key);
    if (order === 0) refuse("duplicate_key", start, keyPath(path, index));
    if (order > 0) refuse("non_canonical", start, keyPath(path, index));
    before = key;
    return [key, reader.value(type.value, entryPath(path, index))];
  };
  const count = readCount(reader, type.framing, type.limit, leastEntry(reader.least, type, reader.family), path);
  return count === undefined ? readToEnd(reader, type.limit, path, entry) : Array.from({ length: count }, (_, index) => entry(index));
}

export function writeMap(writer: BinaryWriter, type: MapType, value: Neutral | undefined, path: string): void {
  const entries = sortedEntries(writer.types, type.key, value, path);
  writeSize(writer, type.framing, type.limit, entries.length, { kind: "count", least: leastEntry(writer.writing.least, type, writer.family) }, path);
  const from = writer.bytes.length;
  const written = entries.map(([key, item], index) => {
    const start = writer.bytes.length;
    writer.value(type.key, key, keyPath(path, index));
    const repeated = index > 0 && compareKeys(writer.types, type.key, entries[index - 1]![0], key) === 0;
    if (repeated) refuseValue("duplicate_key", keyPath(path, index));
    const keyEnd = writer.bytes.length;
    writer.value(type.value, item, entryPath(path, index));
    return { start, keyEnd, end: writer.bytes.length };
  });
  writer.mark(from, path, { kind: "entries", entries: written });
}
