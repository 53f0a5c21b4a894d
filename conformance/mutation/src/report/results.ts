/** The results of whole runs, by spec, language and kind: `results.json`. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Language } from "../../../../generator/dist/backends/backend.js";
import { at, type SubjectName } from "../cli/subjects.js";
import type { Kind } from "../findings.js";
import type { ByOperator } from "./counts.js";

export interface Result {
  spec: SubjectName;
  /** The spec's hash. */
  hash: string;
  language: Language;
  kind: Kind;
  operators: ByOperator;
}

const file = at("conformance", "mutation", "results.json");

export function results(): Result[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Result[]) : [];
}

/** In the place of an earlier one. */
export function keep(spec: SubjectName, hash: string, language: Language, kind: Kind, operators: ByOperator): void {
  const others = results().filter((result) => !(result.spec === spec && result.language === language && result.kind === kind));
  const sorted = [...others, { spec, hash, language, kind, operators }].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  writeFileSync(file, `[\n${sorted.map((result) => JSON.stringify(result)).join(",\n")}\n]\n`);
}

const key = ({ spec, kind, language }: Result): string => `${spec === "words" ? 0 : 1} ${kind === "model" ? 0 : 1} ${language}`;
