/** Failures that a language is known to have, each with its reason: `expected-failures/<language>.json`. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../peers/find.js";
import { VectorError } from "../vectors/load.js";
import { vectorId, type Vector } from "../vectors/model.js";
import { glob } from "../vectors/select.js";
import { mismatches, type Mismatch } from "./judge.js";

export interface ExpectedFailure {
  /** `type/name`, with `*` for any run of characters. */
  vector: string;
  mismatch: Mismatch;
  reason: string;
}

interface Entry extends ExpectedFailure {
  language: Language;
  matches(id: string): boolean;
  used: boolean;
}

/** What a list says of one vector in one language. */
export interface Excuse {
  covers(mismatch: Mismatch): string | undefined;
}

export class ExpectedFailures {
  private readonly entries: Entry[] = [];

  add(language: Language, failure: ExpectedFailure): void {
    this.entries.push({ ...failure, language, matches: glob(failure.vector), used: false });
  }

  get size(): number {
    return this.entries.length;
  }

  /** The entries that name this vector. Every one of them must come true. */
  for(language: Language, vector: Vector): ExpectedFailure[] {
    if (this.entries.length === 0) return [];
    const id = vectorId(vector);
    const found = this.entries.filter((entry) => entry.language === language && entry.matches(id));
    for (const entry of found) entry.used = true;
    return found;
  }

  /** Entries that named no vector of a whole run: left over from vectors that are gone. */
  unused(among: readonly Language[]): { language: Language; vector: string }[] {
    return this.entries.filter((entry) => !entry.used && among.includes(entry.language));
  }
}

/** Reads the lists of these languages; one without a file has none. */
export function loadExpectedFailures(folder: string, languages: readonly Language[]): ExpectedFailures {
  const expected = new ExpectedFailures();
  for (const language of languages) {
    const file = join(folder, `${language}.json`);
    if (!existsSync(file)) continue;
    for (const entry of parseList(file)) expected.add(language, entry);
  }
  return expected;
}

function parseList(file: string): ExpectedFailure[] {
  let list: unknown;
  try {
    list = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new VectorError(`${file} is not JSON: ${(error as Error).message}`);
  }
  if (!Array.isArray(list)) throw new VectorError(`${file} is not an array`);
  return list.map((entry: Partial<Record<keyof ExpectedFailure, unknown>> | null, index) => {
    const { vector, mismatch, reason } = entry ?? {};
    const where = `${file}, entry ${index}`;
    if (typeof vector !== "string" || !vector.includes("/")) throw new VectorError(`${where}: \`vector\` must be "type/name"`);
    if (typeof reason !== "string" || reason.trim() === "") throw new VectorError(`${where}: \`reason\` must say why`);
    if (typeof mismatch !== "string" || !mismatches.includes(mismatch)) throw new VectorError(`${where}: \`mismatch\` must be one of ${mismatches.join(", ")}`);
    return { vector, mismatch: mismatch as Mismatch, reason };
  });
}
