/** What came of each mutant the last time: `.cache/mutation/<spec>/<kind>/<language>.json`. A later run may build on it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Language } from "../../../../generator/dist/backends/backend.js";
import { at, type SubjectName } from "../cli/subjects.js";
import type { Finding, Kind } from "../findings.js";

interface Kept {
  /** The spec's hash. */
  hash: string;
  findings: Finding[];
}

export class LastRun {
  private readonly file: string;

  constructor(spec: SubjectName, private readonly hash: string, language: Language, kind: Kind) {
    this.file = at(".cache", "mutation", spec, kind, `${language}.json`);
  }

  /** By the mutant's id, both sides together; empty if there was no run, or one of another spec. */
  findings(): Map<string, Finding[]> {
    const found = new Map<string, Finding[]>();
    if (!existsSync(this.file)) return found;
    const kept = JSON.parse(readFileSync(this.file, "utf8")) as Kept;
    if (kept.hash === this.hash) for (const finding of kept.findings) found.set(finding.id, [...(found.get(finding.id) ?? []), finding]);
    return found;
  }

  keep(findings: readonly Finding[]): void {
    const kept: Kept = { hash: this.hash, findings: [...findings] };
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(this.file, `${JSON.stringify(kept)}\n`);
  }
}
