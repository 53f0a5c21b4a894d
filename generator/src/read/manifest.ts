/** `meshwright.json` of the spec folder. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { About } from "../ir/model.js";

export interface Manifest {
  name: string;
  version: string;
  /** Absent if the file says nothing of the kind. */
  about?: About;
}

/** What each member must look like, in the words of the message that refuses another. `outputs` is the command line's to read. */
const MEMBERS: Record<string, [what: string, holds: (value: unknown) => boolean]> = {
  name: ["lower-case words joined by hyphens", matches(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)],
  version: ["a semantic version", matches(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/)],
  description: ["one line of text", matches(/^[^\p{C}]+$/u)],
  license: ["an SPDX expression", matches(/^[A-Za-z0-9.+()\- ]+$/)],
  repository: ["a URL", matches(/^https?:\/\/[!-~]+$/)],
  keywords: ["up to five words of letters, digits, hyphens and underscores", (value) => Array.isArray(value) && value.length <= 5 && value.every(matches(/^[a-z][a-z0-9_-]{0,19}$/))],
  packages: ["an object from languages to package names", isObject],
  outputs: ["an object from languages to folders", isObject],
};

/** What the package managers take for a name. */
const PACKAGES: Record<keyof Required<About>["packages"], [what: string, holds: (value: unknown) => boolean]> = {
  rust: ["a name that Cargo takes", matches(/^[a-z][a-z0-9_-]*$/)],
  typescript: ["a name that npm takes", matches(/^(@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/)],
  python: ["a name that pip takes", matches(/^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/)],
  go: ["the path of a Go module", matches(/^[a-z0-9-]+(\.[a-z0-9-]+)+(\/[A-Za-z0-9._~-]+)*$/)],
  c: ["the name of a library", matches(/^[a-z][a-z0-9_-]*$/)],
};

export function readManifest(folder: string): Manifest | Diagnostic {
  const path = join(folder, "meshwright.json");
  const fail = (message: string, help = 'Write { "name": "my-spec", "version": "0.1.0" }, the name in lower-case words joined by hyphens.'): Diagnostic =>
    diagnostic("MW0002", { file: "meshwright.json", line: 1, column: 1 }, message, help);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return fail(`There is no meshwright.json in ${dirname(path)}.`);
  }
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch (error) {
    return fail(`It is not JSON: ${(error as Error).message}.`);
  }
  if (!isObject(found)) return fail("It is not a JSON object.");
  for (const required of ["name", "version"]) if (!MEMBERS[required]![1](found[required])) return fail(`The ${required} is missing or is not ${MEMBERS[required]![0]}.`);
  const fault = faultOf(found, MEMBERS, "") ?? faultOf((found["packages"] ?? {}) as object, PACKAGES, "packages.");
  if (fault !== undefined) return fail(...fault);
  const { name, version, outputs: _, ...about } = found as unknown as Manifest & About & { outputs?: unknown };
  return { name, version, ...(Object.keys(about).length > 0 && { about }) };
}

/** The first member that is not as it should be: what is wrong, and what to do. */
function faultOf(found: object, members: Record<string, [string, (value: unknown) => boolean]>, prefix: string): [string, string] | undefined {
  for (const [key, value] of Object.entries(found)) {
    const member = Object.hasOwn(members, key) ? members[key] : undefined;
    if (!member) return [`Nothing is called ${JSON.stringify(prefix + key)} there.`, `Known are ${Object.keys(members).map((known) => prefix + known).join(", ")}.`];
    if (!member[1](value)) return [`${prefix}${key} is not ${member[0]}.`, `Write ${member[0]}, or leave it out.`];
  }
  return undefined;
}

function matches(pattern: RegExp): (value: unknown) => boolean {
  return (value) => typeof value === "string" && pattern.test(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
