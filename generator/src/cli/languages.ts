/** What `--language` asks for. */
import { LANGUAGES } from "../backends/all.js";
import type { Language } from "../backends/backend.js";

/** Those of `possible` that were asked for, or all of them; throws at one that does not exist. */
export function chosenLanguages(asked: readonly Language[] | undefined, possible: readonly string[]): Language[] {
  const unknown = asked?.filter((language) => !LANGUAGES.includes(language)) ?? [];
  if (unknown.length > 0) throw new Error(`there is no language ${unknown.join(", ")}; there are ${LANGUAGES.join(", ")}`);
  return LANGUAGES.filter((language) => possible.includes(language) && (asked?.includes(language) ?? true));
}
