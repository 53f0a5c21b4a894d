/** One vector: what it says, and what each language made of it. */
import { groupBy } from "../src/report/group.js";
import type { PageFailure, PageType, PageVector } from "../src/report/pageData.js";
import { answer, answerTable, bytesSideBySide, pretty, refusal } from "./answers.js";
import { hexDump } from "./bytes.js";
import { detailOf, index, typeById } from "./data.js";
import { element } from "./dom.js";
import { symbol, type Shown } from "./format.js";
import { inspectorLink, typeLink } from "./links.js";
import { symbolMatrix } from "./matrix.js";

export async function vectorView(typeId: string, name: string): Promise<HTMLElement[]> {
  const type = typeById(typeId);
  const position = type?.vectors.findIndex(([candidate]) => candidate === name) ?? -1;
  const vector = type && position >= 0 ? (await detailOf(type))[position] : undefined;
  if (!type || !vector) return [element("header", element("p.overline", element("a", { href: "#/" }, "Overview")), element("h1", "No such vector"), element("p", `This run had no vector ${typeId}/${name}.`))];
  return [header(type, name, vector, type.vectors[position]?.[1] ?? "none"), input(vector), answers(vector), ...writing(vector), ...crossing(vector)];
}

function header(type: PageType, name: string, vector: PageVector, status: Shown): HTMLElement {
  return element(
    "header",
    element("p.overline", element("a", { href: "#/" }, "Overview"), " / ", element("a", { href: typeLink(type.id) }, type.id)),
    element("h1.id", symbol(status), " ", name),
    element(
      "p.facts",
      element("span.fact", element("span.name", "verdict"), " ", vector.verdict === "valid" ? "valid" : refusal(vector.verdict)),
      element("span.fact", element("span.name", "origin"), ` ${vector.origin}`),
      vector.encodeOnly && element("span.fact", element("span.name", "for"), " encoders only"),
      index.inspector !== undefined && vector.bytes !== null && element("a.fact", { href: inspectorLink(index.inspector, type.id, vector.bytes) }, "Open in the inspector"),
    ),
    vector.notes !== undefined && element("p.notes", vector.notes),
  );
}

function input(vector: PageVector): HTMLElement {
  const offset = vector.verdict === "valid" ? undefined : vector.verdict.offset;
  return element(
    "section.glance",
    vector.value !== undefined && element("div", element("h2", "Value"), element("pre.value", pretty(vector.value))),
    vector.bytes !== null && element("div", element("h2", "Bytes"), hexDump(vector.bytes, offset === undefined ? {} : { at: offset, label: "refused" })),
  );
}

function answers(vector: PageVector): HTMLElement {
  return element("section", element("h2", "Answers"), answerTable(vector));
}

function writing(vector: PageVector): HTMLElement[] {
  if (!vector.checks.encode || vector.verdict !== "valid" || vector.bytes === null) return [];
  const differs = vector.failures.some(({ check }) => check === "encode");
  const columns = bytesSideBySide(vector, vector.bytes);
  if (!differs) return [element("section", element("h2", "Bytes written"), element("details", element("summary", "All wrote the vector’s bytes"), columns))];
  return [element("section", element("h2", "Bytes written"), element("p.note", "Differences from the vector’s bytes are marked."), columns)];
}

function crossing(vector: PageVector): HTMLElement[] {
  if (!vector.checks.matrix) return [];
  const failures = vector.failures.filter(({ check }) => check === "matrix");
  const find = (encoder: number, decoder: number): Shown => {
    const failure = failures.find((one) => one.encoder === encoder && one.language === decoder);
    if (failure) return failure.reason === undefined ? "failed" : "expected";
    return vector.value === undefined ? "none" : "passed";
  };
  return [element("section", element("h2", "Matrix"), element("div.glance", symbolMatrix(find), failures.length > 0 && element("ul.crossings", ...crossings(failures))))];
}

/** Pairs that failed alike share an item. */
function crossings(failures: PageFailure[]): HTMLElement[] {
  const alike = groupBy(failures, ({ mismatch, actual, reason }) => JSON.stringify([mismatch, actual, reason]));
  return [...alike.values()].map((group) => {
    const [{ mismatch, actual, expected, reason }] = group as [PageFailure];
    const pairs = group.map(({ encoder, language }) => `${nameOf(encoder)} → ${nameOf(language)}`).join(", ");
    return element("li", symbol(reason === undefined ? "failed" : "expected"), element("p", element("strong", pairs), ` ${mismatch}: `, answer(actual, expected)));
  });
}

function nameOf(position: number | undefined): string {
  return index.languages[position ?? -1]?.name ?? "";
}
