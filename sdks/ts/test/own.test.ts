/** This project's own messages: what the vectors say of them, and what holds for all values and all input. */
import { ownPackage } from "./support/packages.js";
import { testRoundTrips } from "./support/roundtrip.js";
import { ownModel } from "./support/spec.js";
import { bytesOf, ownVectors, testVectors } from "./support/vectors.js";

const model = ownModel();
const own = await ownPackage(model);
const vectors = ownVectors();

testVectors(vectors, own);
// Fewer of each message than in `words.test.ts`: there are many, and they are made of the same parts.
testRoundTrips(model, own, (type) => bytesOf(vectors.get(type)), { values: 30, garbage: 300 });
