/** The same for a package that is generated, on the spot, for a spec that uses every word of the language. */
import { vectors as derive } from "../../../generator/src/vectors/index.js";
import { generatedPackage } from "./support/packages.js";
import { testRoundTrips } from "./support/roundtrip.js";
import { wordsModel } from "./support/spec.js";
import { bytesOf, testVectors } from "./support/vectors.js";
import type { Vector } from "./support/vectors.js";

const model = wordsModel();
const words = await generatedPackage(model);
const vectors = new Map(
  [...derive(model.spec)].map(([file, text]) => [
    file.replace("/", ".").replace(/\.json$/, ""),
    JSON.parse(text) as Vector[],
  ]),
);

testVectors(vectors, words);
testRoundTrips(model, words, (type) => bytesOf(vectors.get(type)), { values: 100, garbage: 1000 });
