/** From options to vectors, fixtures, and languages. */
import { resolve } from "node:path";
import { loadFixtures } from "../fixtures/outside.js";
import { languages, type Language } from "../peers/find.js";
import { loadVectors, VectorError } from "../vectors/load.js";
import type { Vector } from "../vectors/model.js";
import { select } from "../vectors/select.js";
import { defaults, shown } from "./paths.js";

export interface SelectOptions {
  vectors: string;
  fixtures?: string;
  only?: string[];
  language?: string[];
}

export interface Selection {
  vectors: Vector[];
  /** Nothing was left out. */
  whole: boolean;
  /** What became of the outside fixtures, in a sentence. */
  fixtures: string;
}

export function selectVectors(options: SelectOptions): Selection {
  const only = options.only ?? [];
  const own = loadVectors(resolve(options.vectors));
  const outside = outsideVectors(options);
  const vectors = select([...own, ...outside.vectors], only);
  if (vectors.length === 0) {
    throw new VectorError(only.length === 0 ? `there are no vectors in ${shown(resolve(options.vectors))}` : `no vector matches ${only.join(", ")}; "list" shows what there is`);
  }
  return { vectors, whole: only.length === 0, fixtures: outside.said };
}

/** The fixtures speak of this project's messages: beside other vectors they are read only when asked for. */
function outsideVectors(options: SelectOptions): { vectors: Vector[]; said: string } {
  const folder = options.fixtures ?? (resolve(options.vectors) === defaults.vectors ? defaults.fixtures : undefined);
  if (folder === undefined) return { vectors: [], said: "skipped: these vectors are of another spec" };
  const fixtures = loadFixtures(resolve(folder));
  if (!fixtures) return { vectors: [], said: `skipped: not present (${shown(resolve(folder))})` };
  const absent = fixtures.absent.length === 0 ? "" : `; skipped: ${fixtures.absent.join(", ")} not present`;
  return { vectors: fixtures.vectors, said: `${fixtures.vectors.length} cases from ${shown(resolve(folder))}${absent}` };
}

/** In the project's order, whatever order they were given in. */
export function selectLanguages(names: string[] = []): Language[] {
  const unknown = names.find((name) => !(languages as readonly string[]).includes(name));
  if (unknown !== undefined) throw new VectorError(`there is no language "${unknown}": choose from ${languages.join(", ")}`);
  return languages.filter((language) => names.length === 0 || names.includes(language));
}
