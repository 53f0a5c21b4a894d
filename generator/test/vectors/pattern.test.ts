/** Texts made from patterns match them. */
import { expect, it } from "vitest";
import { matchingText, stretched } from "../../src/vectors/derive/values/pattern.js";

it.each(["[a-z]+(-[a-z0-9]{1,3}|_)*", "^a|b$", "\\d{4}-\\d{2}", "(?:x|yy|z{2,})?", "[^a-z]", "\\.\\[\\]\\\\", ".", "[\\]\\-a]+", "[-a]", "a{3}", "(ab|cd)*e", "\\w+@\\w+"])("%s", (pattern) => {
  const whole = new RegExp(`^(?:${pattern.replace(/^\^/, "").replace(/\$$/, "")})$`);
  const texts = Array.from({ length: 30 }, (_, seed) => matchingText(pattern, seed));
  for (const text of texts) expect(text).toMatch(whole);
  expect(matchingText(pattern, 7)).toBe(matchingText(pattern, 7));
});

it("different seeds give different texts", () => {
  expect(new Set(Array.from({ length: 20 }, (_, seed) => matchingText("[a-z]{2,8}", seed))).size).toBeGreaterThan(5);
});

it("stretches a text to a length", () => {
  expect(stretched("ab", 5, (text) => /^a+b$/.test(text))).toBe("aaaab");
  expect(stretched("ab", 5, (text) => /^ab$/.test(text))).toBeUndefined();
});
