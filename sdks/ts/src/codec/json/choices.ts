/** Enums and flags. */
import { under } from "../errors.js";
import { nextElement, openArray } from "./list.js";
import type { Reader } from "./reader.js";
import { refusal } from "./reader.js";
import { string } from "./string.js";
import type { Writer } from "./writer.js";

/** True if a number stands here: an open enum's value without a name. */
export function isNumber(r: Reader): boolean {
  const unit = r.text.charCodeAt(r.pos);
  return unit === 0x2d || (unit >= 0x30 && unit <= 0x39);
}

/** The number at `start` is written by name. */
export function hasName(r: Reader, start: number, name: string): unknown {
  return refusal(r, "non_canonical", start, `has the name ${name}, and must be written so`);
}

/** A flag's name and its bit. */
export type Flag = readonly [name: string, bit: number];
export type WideFlag = readonly [name: string, bit: bigint];

export function flags(r: Reader, table: readonly Flag[]): number {
  let value = 0;
  for (const index of indices(r, table)) value += table[index]![1];
  return value;
}

export function flagsBigInt(r: Reader, table: readonly WideFlag[]): bigint {
  let value = 0n;
  for (const index of indices(r, table)) value |= table[index]![1];
  return value;
}

/** The places in the table of the names that stand here. */
function indices(r: Reader, table: readonly (Flag | WideFlag)[]): number[] {
  const found: number[] = [];
  const start = openArray(r);
  while (nextElement(r, start, found.length)) {
    try {
      const at = r.pos;
      const name = string(r);
      const index = table.findIndex(([known]) => known === name);
      if (index < 0) throw refusal(r, "unknown_flag", at, `${JSON.stringify(name)} is none of the names`);
      if (found.includes(index)) throw refusal(r, "duplicate_key", at, `${JSON.stringify(name)} is there already`);
      if (index < (found.at(-1) ?? -1))
        throw refusal(r, "non_canonical", at, `${JSON.stringify(name)} belongs before what stands before it`);
      found.push(index);
    } catch (error) {
      throw under(error, `[${found.length}]`);
    }
  }
  return found;
}

export function writeFlags(w: Writer, value: number, table: readonly Flag[]): void {
  w.out += names(table.filter(([, bit]) => (value & bit) !== 0));
}

export function writeFlagsBigInt(w: Writer, value: bigint, table: readonly WideFlag[]): void {
  w.out += names(table.filter(([, bit]) => (value & bit) !== 0n));
}

function names(flags: readonly (Flag | WideFlag)[]): string {
  return `[${flags.map(([name]) => JSON.stringify(name)).join(",")}]`;
}
