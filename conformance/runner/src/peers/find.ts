/** Where a language's peer stands. */
import { accessSync, constants } from "node:fs";
import { join } from "node:path";

export const languages = ["rust", "ts", "python", "go", "c"] as const;
export type Language = (typeof languages)[number];

/** Packages made by `meshwright generate --out` stand in folders with the language's whole name. */
const packageNames: Partial<Record<Language, string>> = { ts: "typescript" };

/** This project's own peers are `<language>/run`; `meshwright generate --out DIR --peers` writes `<language>/peer/run`. */
export function findPeer(folder: string, language: Language): { command: string } | { missing: string } {
  const places = [join(folder, language, "run"), join(folder, packageNames[language] ?? language, "peer", "run")];
  for (const command of places) {
    try {
      accessSync(command, constants.X_OK);
      return { command };
    } catch {
      // The next place, if any.
    }
  }
  return { missing: `there is no executable ${places.join(" or ")}` };
}
