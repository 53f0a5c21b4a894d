/** What was expected and what was answered, beside each other. */
import type { Answered } from "../src/core/judge.js";
import type { PageFailure, PageVector } from "../src/report/pageData.js";
import { firstDifference } from "../src/core/equal.js";
import { firstDifferentByte } from "../src/report/describe.js";
import { hexDump, type Marks } from "./bytes.js";
import { index } from "./data.js";
import { element } from "./dom.js";
import { symbol, type Shown } from "./format.js";

/** What a language did with one side of a vector. */
export interface Side {
  status: Shown;
  failure: PageFailure | undefined;
}

export function sideOf(vector: PageVector, check: "decode" | "encode", language: number): Side {
  const failure = vector.failures.find((one) => one.check === check && one.language === language);
  if (failure) return { failure, status: failure.reason === undefined ? "failed" : "expected" };
  return { failure, status: vector.checks[check] ? "passed" : "none" };
}

/** A row a language: what it decoded, what it encoded. */
export function answerTable(vector: PageVector): HTMLElement {
  const sides = (["decode", "encode"] as const).filter((check) => vector.checks[check]);
  return element(
    "table.answers",
    element("thead", element("tr", element("th", { scope: "col" }, "language"), ...sides.map((check) => element("th", { scope: "col" }, check)))),
    element("tbody", ...index.languages.map(({ name }, language) => element("tr", element("th", { scope: "row" }, name), ...sides.map((check) => answerCell(vector, check, language))))),
  );
}

function answerCell(vector: PageVector, check: "decode" | "encode", language: number): HTMLElement {
  const { status, failure } = sideOf(vector, check, language);
  if (!failure) return element(`td.${status}`, { "data-label": check }, symbol(status), ` ${right(vector, check)}`);
  return element(`td.${status}`, { "data-label": check }, symbol(status), element("span", ` ${failure.mismatch}: `, answer(failure.actual, failure.expected)), failure.reason !== undefined && element("p.reason", `Expected: ${failure.reason}`));
}

function right(vector: PageVector, check: "decode" | "encode"): string {
  if (vector.verdict !== "valid") return "refused as it should be";
  return check === "decode" ? "the value" : "the bytes";
}

/** One answer. A part of a refusal that is not as expected stands out. */
export function answer(answered: Answered, expected: Answered): HTMLElement {
  if ("fault" in answered) return element("span", answered.fault);
  if ("refusal" in answered) return refusal(answered.refusal, "refusal" in expected ? expected.refusal : answered.refusal);
  if ("bytes" in answered) {
    if (!("bytes" in expected)) return element("span", "took it");
    return element("span", `other bytes, from ${firstDifferentByte(expected.bytes, answered.bytes)} on`);
  }
  const place = "value" in expected ? firstDifference(expected.value, answered.value).path : "";
  return element("span", place === "" ? "" : `differs at ${place} `, element("code.value", pretty(answered.value)));
}

type RefusalParts = Extract<Answered, { refusal: unknown }>["refusal"];

export function refusal(parts: RefusalParts, expected: RefusalParts = parts): HTMLElement {
  const part = (name: "kind" | "offset" | "path", text: string): HTMLElement => element(parts[name] === expected[name] ? "span" : "span.wrong", text);
  return element(
    "span.refusal",
    part("kind", parts.kind ?? "no kind"),
    parts.offset === undefined && expected.offset === undefined ? "" : " at ",
    parts.offset === undefined && expected.offset === undefined ? "" : part("offset", String(parts.offset ?? "no offset")),
    " ",
    part("path", parts.path === undefined ? "no path" : `“${parts.path}”`),
    parts.message === undefined ? null : element("span.message", ` ${parts.message}`),
  );
}

/** The bytes that each language wrote, in columns, the first difference marked, and its counterpart where the bytes are right. */
export function bytesSideBySide(vector: PageVector, expected: string): HTMLElement {
  const written = index.languages.map((_, language) => {
    const { failure } = sideOf(vector, "encode", language);
    return failure ? ("bytes" in failure.actual ? failure.actual.bytes : null) : expected;
  });
  const differences = written.flatMap((bytes) => (bytes === null || bytes === expected ? [] : [firstDifferentByte(expected, bytes)]));
  const counterpart: Marks = differences.length === 0 ? {} : { counterpart: Math.min(...differences) };
  return element(
    "div.columns",
    ...index.languages.map(({ name }, language) => {
      const { status, failure } = sideOf(vector, "encode", language);
      const bytes = written[language];
      return element(
        `section.column.${status}`,
        element("h3", symbol(status), ` ${name}`),
        typeof bytes === "string" ? hexDump(bytes, bytes === expected ? counterpart : difference(expected, bytes)) : element("p.none", failure ? answer(failure.actual, failure.expected) : "nothing"),
      );
    }),
  );
}

function difference(expected: string, written: string): Marks {
  return { at: firstDifferentByte(expected, written), label: "first difference", differs: (byte) => expected.slice(byte * 2, byte * 2 + 2) !== written.slice(byte * 2, byte * 2 + 2) };
}

export function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2) ?? "none";
}
