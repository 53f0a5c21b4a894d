/** The same for a package that is generated, on the spot, for a spec that uses every word of the language. */
import { wordsVectors } from "../../../generator/test/vectors/words.js";
import { generatedPackage } from "./support/packages.js";
import { testRoundTrips } from "./support/roundtrip.js";
import { wordsModel } from "./support/spec.js";
import { bytesOf, testVectors, vectorsIn } from "./support/vectors.js";

const model = wordsModel();
const words = await generatedPackage(model);
const vectors = vectorsIn(wordsVectors());

testVectors(vectors, words);
testRoundTrips(model, words, (type) => bytesOf(vectors.get(type)), { values: 100, garbage: 1000 });
