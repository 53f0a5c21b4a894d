/** Mutants that no vector can find, with the reasons: `equivalent/<spec>/models.json` for models, `<language>.json` there for a language's code. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { glob } from "../../runner/dist/vectors/select.js";
import type { Finding, Kind } from "./findings.js";

export interface Equivalent {
  kind: Kind;
  /** Ids, with `*` for any run of characters. */
  mutants: string;
  /** All of them if not given. */
  languages?: string[];
  /** Both if not given. */
  side?: string;
  /** Not equivalent after all: behaviour differs, but only for what no vector can say. */
  unreachable?: boolean;
  reason: string;
}

interface Entry extends Equivalent {
  matches(finding: Finding): boolean;
}

export class Equivalents {
  private constructor(private readonly entries: readonly Entry[]) {}

  static of(list: readonly Equivalent[]): Equivalents {
    return new Equivalents(
      list.map((entry) => {
        const named = glob(entry.mutants);
        return { ...entry, matches: (finding) => finding.kind === entry.kind && (entry.languages?.includes(finding.language) ?? true) && (entry.side === undefined || entry.side === finding.side) && named(finding.id) };
      }),
    );
  }

  /** From a spec's folder, which need not be there. */
  static load(folder: string): Equivalents {
    return Equivalents.of(listsIn(folder));
  }

  /** Why no vector finds it; undefined if one should. */
  entryFor(finding: Finding): Equivalent | undefined {
    return this.entries.find((entry) => entry.matches(finding));
  }

  /** Entries that are not true: they name a mutant that was killed or, if `whole`, none that survived. */
  wrong(findings: readonly Finding[], whole: boolean): string[] {
    return this.entries.flatMap((entry) => {
      const named = findings.filter((finding) => finding.outcome !== "stillborn" && entry.matches(finding));
      const killed = named.find(({ outcome }) => outcome === "killed");
      if (killed) return [`"${entry.mutants}" is on the list of equivalent mutants, but ${killed.language}'s ${killed.id}${killed.side ? ` (${killed.side})` : ""} is killed by ${killed.by}: take it off the list, or name fewer`];
      const asked = entry.languages === undefined || findings.some(({ language, kind }) => kind === entry.kind && entry.languages!.includes(language));
      return whole && asked && named.length === 0 ? [`"${entry.mutants}" is on the list of equivalent mutants, but names none that survives: take it off the list`] : [];
    });
  }
}

/** All entries of a spec's folder, which need not be there. */
export function listsIn(folder: string): Equivalent[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .flatMap((name) => {
      const list: unknown = JSON.parse(readFileSync(join(folder, name), "utf8"));
      if (!Array.isArray(list)) throw new Error(`${join(folder, name)} is not an array`);
      const isModels = name === MODELS;
      const about = isModels ? { kind: "model" as const } : { kind: "code" as const, languages: [name.replace(/\.json$/, "")] };
      return list.map((entry, index) => ({ ...checked(entry, isModels, `${join(folder, name)}, entry ${index}`), ...about }));
    });
}

const MODELS = "models.json";

function checked(entry: Partial<Record<keyof Equivalent, unknown>> | null, isModel: boolean, where: string): Omit<Equivalent, "kind"> {
  const { mutants, languages, side, unreachable, reason } = entry ?? {};
  if (typeof mutants !== "string") throw new Error(`${where}: \`mutants\` must be text`);
  if (typeof reason !== "string" || reason.trim() === "") throw new Error(`${where}: \`reason\` must say why`);
  if (side !== undefined && side !== "decode" && side !== "encode") throw new Error(`${where}: \`side\` must be "decode" or "encode"`);
  if (languages !== undefined && !(isModel && Array.isArray(languages) && languages.every((one) => typeof one === "string"))) throw new Error(`${where}: \`languages\` must be an array of text, and stands with models only`);
  if (unreachable !== undefined && unreachable !== true) throw new Error(`${where}: \`unreachable\` can only be true`);
  return { mutants, reason, ...(unreachable === undefined ? {} : { unreachable: true }), ...(languages === undefined ? {} : { languages: languages as string[] }), ...(side === undefined ? {} : { side }) };
}
