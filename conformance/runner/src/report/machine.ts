/** The report for programs: everything but the vectors themselves. */
import type { Language } from "../peers/find.js";
import { columns, type Count, type RunResult } from "../core/results.js";

/** Pretty-printed JSON, names instead of positions. Documented in conformance/README.md. */
export function machineReport(result: RunResult): string {
  const names = result.languages.map(({ language }) => language);
  const report = {
    spec: result.spec,
    startedAt: result.startedAt,
    seconds: Math.round(result.seconds * 10) / 10,
    vectors: result.vectors,
    total: result.total,
    languages: Object.fromEntries(
      result.languages.map(({ language, hello }) => [language, "missing" in hello ? hello : { version: hello.version, spec: hello.spec, features: hello.features, types: hello.types.length }]),
    ),
    matrix: byNames(names, result.pairs),
    types: result.types.map(({ type, vectors, languages, pairs }) => ({
      type,
      vectors,
      languages: Object.fromEntries(names.map((name, index) => [name, Object.fromEntries(columns.map((column) => [column, languages[index]?.[column]]))])),
      matrix: byNames(names, pairs),
    })),
    problems: result.problems,
    failures: result.failures,
  };
  return `${JSON.stringify(report, null, 1)}\n`;
}

/** `{rust: {go: count}}`: rust encoded, go decoded. */
function byNames(names: Language[], pairs: Count[][]): Record<string, Record<string, Count | undefined>> {
  return Object.fromEntries(names.map((encoder, a) => [encoder, Object.fromEntries(names.map((decoder, b) => [decoder, pairs[a]?.[b]]))]));
}
