/** The schemas against the vectors: every valid document passes, and every refused one that a schema can tell is refused. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import type { Spec } from "../../src/ir/model.js";
import { renderSchema } from "../../src/jsonschema/render.js";
import { jsonRoots, schemaOf } from "../../src/jsonschema/schema.js";
import { readSpec } from "../../src/read/read.js";
import { fileOf, vectors, type Vector } from "../../src/vectors/index.js";
import { parse } from "./json.js";
import { Verdicts, type Expectation } from "./verdicts.js";

const folder = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const committed = (file: string): Vector[] => JSON.parse(readFileSync(folder(`conformance/vectors/${file}`), "utf8")) as Vector[];

const own = readSpec(folder("spec")).spec!;
const words = readSpec(folder("conformance/specs/words")).spec!;
const derived = vectors(words);

/** Kinds of refusals with their number, by what is expected of them. */
const seen = new Map<Expectation, Map<string, number>>();

describe.each<[string, Spec, (file: string) => Vector[]]>([
  ["this project's spec", own, committed],
  ["the spec that uses every word", words, (file) => JSON.parse(derived.get(file)!) as Vector[]],
])("of %s", (_, spec, read) => {
  it.each(jsonRoots(spec).map((root) => [root.id, root] as const))("%s", (id, root) => {
    const validate = validator(spec, id);
    const verdicts = new Verdicts(spec, id);
    let valid = 0;
    let refused = 0;
    const faults: string[] = [];
    for (const vector of read(fileOf(root))) {
      if (vector.bytes === null) continue;
      const parsed = parse(Buffer.from(vector.bytes, "hex"));
      if (vector.verdict === "valid") {
        valid++;
        if (!parsed || !validate(parsed.value)) faults.push(`${vector.name}: valid, but ${JSON.stringify(validate.errors)}`);
        continue;
      }
      const expectation = verdicts.expectation(vector);
      count(expectation, vector.verdict.kind);
      if (expectation !== "refused by the schema") continue;
      refused++;
      if (validate(parsed!.value)) faults.push(`${vector.name}: taken, though it is ${JSON.stringify(vector.verdict)}: ${parsed!.text}`);
    }
    expect(faults).toEqual([]);
    expect(Math.min(valid, refused), `${valid} valid and ${refused} refused documents were seen`).toBeGreaterThan(0);
  });
});

describe("of the refused documents of both", () => {
  const kinds = (expectation: Expectation): string[] => [...(seen.get(expectation)?.keys() ?? [])].sort();

  it("schemas refuse each kind that is about structure, a thousand in all", () => {
    expect(kinds("refused by the schema")).toEqual(["bad_constant", "malformed", "missing_field", "out_of_range", "too_long", "unknown_field", "unknown_flag", "unknown_variant"]);
    expect([...seen.get("refused by the schema")!.values()].reduce((sum, number) => sum + number)).toBeGreaterThan(1000);
  });

  it("only these are left out", () => {
    const leftOut = [...seen.keys()].filter((expectation) => expectation.startsWith("left out")).sort();
    expect(Object.fromEntries(leftOut.map((expectation) => [expectation, kinds(expectation)]))).toEqual({
      "left out: bytes of text, counted as characters": ["too_long"],
      "left out: depth": ["too_deep"],
      "left out: half a surrogate pair as an escape": ["malformed"],
      "left out: members given twice, which parsers drop": ["duplicate_key", "unknown_field"],
      "left out: order of members": ["missing_field"],
      "left out: range of an integer that is a member's name": ["out_of_range"],
      "left out: spelling of a number": ["malformed"],
      "left out: two integers that are one double": ["out_of_range"],
      "left out: white space, order or other spelling": ["non_canonical"],
    });
  });
});

function count(expectation: Expectation, kind: string): void {
  const kinds = seen.get(expectation) ?? new Map<string, number>();
  seen.set(expectation, kinds.set(kind, (kinds.get(kind) ?? 0) + 1));
}

/** Numbers are read as doubles, those of the schema and of the documents alike. */
function validator(spec: Spec, id: string) {
  return new Ajv2020({ strict: true }).compile(JSON.parse(renderSchema(schemaOf(spec, id))) as object);
}
