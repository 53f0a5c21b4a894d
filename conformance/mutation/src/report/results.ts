/** The results that are kept, by spec, language and kind: `results.json`. */
import { execFileSync } from "node:child_process";
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
  /** The commit that was checked out when mutants were last tried. */
  commit: string;
  /** How many mutants there are, if only some were tried, and what chose those. */
  sampled?: { from: number; seed: string };
  operators: ByOperator;
}

const file = at("conformance", "mutation", "results.json");

export function results(): Result[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Result[]) : [];
}

/** In the place of an earlier one; `recounted` if its outcomes are those of that one. */
export function keep(result: Omit<Result, "commit">, recounted: boolean): void {
  const { spec, hash, language, kind, sampled, operators } = result;
  const before = results();
  const earlier = before.find((other) => key(other) === key(result));
  const commit = recounted && earlier ? earlier.commit : checkedOut();
  const kept: Result = { spec, hash, language, kind, commit, ...(sampled && { sampled }), operators };
  const sorted = [...before.filter((other) => other !== earlier), kept].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  writeFileSync(file, `[\n${sorted.map((one) => JSON.stringify(one)).join(",\n")}\n]\n`);
}

const checkedOut = (): string => execFileSync("git", ["rev-parse", "--short=12", "HEAD"], { cwd: at(), encoding: "utf8" }).trim();

const key = ({ spec, kind, language }: Pick<Result, "spec" | "kind" | "language">): string => `${spec === "words" ? 0 : 1} ${kind === "model" ? 0 : 1} ${language}`;
