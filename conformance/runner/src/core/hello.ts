/** Do the peers speak of the same spec, and of all its types? */
import type { Language } from "../peers/find.js";
import type { Hello } from "../peers/protocol.js";
import type { LanguageResult, Problem } from "./results.js";

export interface HelloFacts {
  languages: readonly LanguageResult[];
  /** Types that have vectors in this run. */
  vectorTypes: ReadonlySet<string>;
  /** The hash that the peers must name, if that is known. */
  spec: string | undefined;
  /** False when only some vectors were selected: then a type without vectors means nothing. */
  wholeRun: boolean;
}

/** The spec that counts: the known one, otherwise what most peers say. Null if no peer said anything. */
export function agreedSpec({ languages, spec }: Pick<HelloFacts, "languages" | "spec">): string | null {
  if (spec !== undefined) return spec;
  const votes = new Map<string, number>();
  for (const { hello } of greeted(languages)) votes.set(hello.spec, (votes.get(hello.spec) ?? 0) + 1);
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

export function checkHellos(facts: HelloFacts): Problem[] {
  const spec = agreedSpec(facts);
  const speakers = greeted(facts.languages);
  const all = new Set(facts.vectorTypes);
  if (facts.wholeRun) for (const { hello } of speakers) for (const type of hello.types) all.add(type);
  const problems = speakers.flatMap(({ language, hello }) => checkHello(language, hello, spec, all));
  const bare = [...all].filter((type) => !facts.vectorTypes.has(type)).sort();
  if (bare.length > 0) problems.push({ text: `no vectors for ${bare.join(", ")}` });
  return problems;
}

function checkHello(language: Language, hello: Hello, spec: string | null, types: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  if (hello.language !== language) problems.push({ language, text: `its hello calls it "${hello.language}"` });
  if (hello.spec !== spec) problems.push({ language, text: `built from another spec: ${hello.spec}, not ${spec}; build it again` });
  if (!hello.features.includes("codec")) problems.push({ language, text: 'its hello lacks the feature "codec"' });
  const known = new Set(hello.types);
  const missing = [...types].filter((type) => !known.has(type)).sort();
  if (missing.length > 0) problems.push({ language, text: `its hello does not name ${missing.join(", ")}` });
  return problems;
}

function greeted(languages: readonly LanguageResult[]): { language: Language; hello: Hello }[] {
  return languages.flatMap(({ language, hello }) => ("spec" in hello ? [{ language, hello }] : []));
}
