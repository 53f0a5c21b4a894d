/** The report for build servers: a suite for each type, a test case for each vector. */
import type { Failure, RunResult } from "../core/results.js";
import { vectorId, type Vector } from "../vectors/model.js";
import { describeFailure, who } from "./describe.js";
import { groupBy } from "./group.js";

export function junitReport(result: RunResult, vectors: readonly Vector[]): string {
  const failures = groupBy(result.failures, vectorId);
  const suites = [...groupBy(vectors, (vector) => vector.type)].map(([type, members]) =>
    suite(type, members.map((vector) => testCase(type, vector.name, failures.get(vectorId(vector)) ?? []))),
  );
  const problems = result.problems.map(({ language, text }, index) => ({ xml: `<testcase classname="peers" name="${escape(`${language ?? "all"} ${index + 1}`)}"><failure message="${escape(text)}"/></testcase>`, failed: true }));
  if (problems.length > 0) suites.push(suite("peers", problems));
  const tests = suites.reduce((sum, { tests }) => sum + tests, 0);
  const failed = suites.reduce((sum, { failed }) => sum + failed, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="conformance" tests="${tests}" failures="${failed}" time="${result.seconds.toFixed(3)}" timestamp="${result.startedAt}">`,
    ...suites.map(({ xml }) => xml),
    "</testsuites>",
    "",
  ].join("\n");
}

interface Case {
  xml: string;
  failed: boolean;
}

function suite(name: string, cases: Case[]): { xml: string; tests: number; failed: number } {
  const failed = cases.filter((one) => one.failed).length;
  const xml = [`<testsuite name="${escape(name)}" tests="${cases.length}" failures="${failed}">`, ...cases.map((one) => one.xml), "</testsuite>"].join("\n");
  return { xml, tests: cases.length, failed };
}

function testCase(type: string, name: string, failures: Failure[]): Case {
  const open = `<testcase classname="${escape(type)}" name="${escape(name)}"`;
  const real = failures.filter((failure) => failure.reason === undefined);
  const [first] = real;
  if (first) {
    const lines = real.map((failure) => `${who(failure)}: ${describeFailure(failure)}`);
    return { xml: `${open}><failure message="${escape(lines[0] as string)}" type="${first.wrong.mismatch}">${escape(lines.join("\n"))}</failure></testcase>`, failed: true };
  }
  const [known] = failures;
  if (known) return { xml: `${open}><skipped message="${escape(`expected to fail: ${known.reason}`)}"/></testcase>`, failed: false };
  return { xml: `${open}/>`, failed: false };
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;" };

/** Characters that XML 1.0 cannot hold, half surrogate pairs among them, become U+FFFD. */
function escape(text: string): string {
  return text
    .replace(/[\ud800-\udfff]/gu, "\ufffd")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"\n]/g, (character) => entities[character] as string);
}
