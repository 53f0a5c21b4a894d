/** Free JSON that is kept as it is, and such as is refused. */
import type { Special } from "./variant.js";
import { special } from "./variant.js";

const nested = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);
const nestedObjects = (levels: number): string => '{"a":'.repeat(levels) + "0" + "}".repeat(levels);

const texts: [string, string][] = [
  ["null", "null"],
  ["true", "true"],
  ["false", "false"],
  ["empty string", '""'],
  ["empty array", "[]"],
  ["empty object", "{}"],
  ["number with a fraction", "1.50"],
  ["number with exponents", "[1E5,1e+05,-0,-0.0e-00,1e999]"],
  ["number of many digits", "123456789012345678901234567890"],
  ["members out of order", '{"z":1,"a":{"b":[],"a":{}},"":0}'],
  ["escapes", '"\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001f/\u007fé🦀"'],
  ["same key in different objects", '[{"a":1},{"a":{"a":2}}]'],
  ["key that languages hold special", '{"__proto__":1,"constructor":2}'],
  ["white space", "[1, 2]"],
  ["white space in front", " 1"],
  ["leading zero", "[01]"],
  ["missing digits", "[1.]"],
  ["leading plus", "+1"],
  ["bare minus", "[-]"],
  ["exponent without digits", "[1e]"],
  ["hexadecimal number", "[0x10]"],
  ["word", "nul1"],
  ["NaN", "NaN"],
  ["duplicate key", '{"a":1,"b":2,"a":3}'],
  ["duplicate key behind an escape", '{"\\n":1,"b":{"\\n":1,"\\n":2}}'],
  ["escaped solidus", '"\\/"'],
  ["upper-case escape", '"\\u001F"'],
  ["long form of a short escape", '"\\u000a"'],
  ["escape of what stands raw", '["\\u0041"]'],
  ["escaped surrogate pair", '"\\ud83e\\udd80"'],
  ["lone escaped surrogate", '"\\ud83e"'],
  ["raw control character", '"a\nb"'],
  ["invalid escape", '"\\x41"'],
  ["single quotes", "'a'"],
  ["trailing comma", "[1,]"],
  ["comma alone", "[,]"],
  ["missing comma", "[1 1]"],
  ["missing comma without a space", '[1"a"]'],
  ["missing comma in an object", '{"a":1"b":2}'],
  ["missing colon", '{"a"1}'],
  ["key without quotes", "{a:1}"],
  ["trailing comma in an object", '{"a":1,}'],
  ["unclosed array", "[1"],
];

export const freeJson: Special[] = [
  ...texts.map(([what, text]) => special(what, text)),
  special("64 arrays deep", nested(64)),
  special("65 arrays deep", nested(65)),
  special("64 objects deep", nestedObjects(64)),
  special("65 objects deep", nestedObjects(65)),
  special("many arrays side by side", `[${new Array<string>(200).fill("[]").join()}]`),
];
