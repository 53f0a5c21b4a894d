/** Strings spelt in other ways, and strings that are none. */
import { ILL_FORMED } from "../utf8.js";
import type { Edit, MarkOf, Message } from "../../message.js";
import { placeOf, replaced, spansOf } from "../../message.js";
import { textOf } from "./tokens.js";

const BODIES: [string, string][] = [
  ["escaped solidus", "\\/"],
  ["escape of what stands raw", "\\u0041"],
  ["escape of a space", "\\u0020"],
  ["escape of a letter beyond ASCII", "\\u00e9"],
  ["upper-case escape", "\\u001F"],
  ["lower-case escape", "\\u001f"],
  ["long form of a short escape", "\\u000a"],
  ["long form of a quote", "\\u0022"],
  ["escaped DEL", "\\u007f"],
  ["escaped surrogate pair", "\\ud83d\\ude00"],
  ["lone high surrogate", "\\ud83d"],
  ["lone low surrogate", "\\ude00"],
  ["surrogates the wrong way round", "\\ude00\\ud83d"],
  ["high surrogate before a letter", "\\ud83dx"],
  ["high surrogate before another escape", "\\ud83d\\n"],
  ["high surrogate before an ordinary escape", "\\ud83d\\u0041"],
  ["high surrogate twice", "\\ud83d\\ud83d\\ude00"],
  ["low surrogate twice", "\\udc00\\udc00"],
  ["pair of the least surrogates", "\\ud800\\udc00"],
  ["pair of the greatest surrogates", "\\udbff\\udfff"],
  ["high surrogate before the greatest high one", "\\ud800\\udbff"],
  ["high surrogate before what follows the low ones", "\\ud800\\ue000"],
  ["raw line feed", "a\nb"],
  ["raw NUL", "\u0000"],
  ["raw unit separator", "\u001f"],
  ["invalid escape", "\\x"],
  ["escaped apostrophe", "\\'"],
  ["escaped letter", "\\a"],
  ["escape with three digits", "\\u004"],
  ["escape with a letter that is no digit", "\\u00g0"],
  ["escape with an upper-case U", "\\U0041"],
  ["canonical and other escapes", "\\n\\u0041"],
  ["an escape too many, then a malformed one", "\\u0041\\x"],
  ["a malformed escape, then a raw control", "\\x\n"],
];

/** Escapes, and surrogate pairs of two, that the input ends within. */
const BEGUN = ["\\", "\\u", "\\u0", "\\u00", "\\u004", "\\ud83d", "\\ud83d\\", "\\ud83d\\u", "\\ud83d\\ude0"];

/** The few that tell enough where the full list has been tried elsewhere. */
const FEW = new Set(["escape of what stands raw", "lone high surrogate", "raw line feed", "invalid escape"]);

export function* stringEdits(message: Message, token: MarkOf<"token">, all: boolean): Iterable<Edit> {
  const place = placeWithKey(message, token);
  const put = (what: string, bytes: Uint8Array | undefined): Edit[] => (bytes ? [{ name: `${place} ${what}`, bytes }] : []);
  const inside = (content: Uint8Array): Uint8Array | undefined => replaced(message, token.start + 1, token.end - 1, content);
  for (const [what, body] of BODIES) if (all || FEW.has(what)) yield* put(what, inside(Buffer.from(body)));
  for (const [what, hex] of ILL_FORMED) if (all || what === "surrogate") yield* put(what, inside(Buffer.concat([Buffer.from("a"), Buffer.from(hex, "hex")])));
  if (all) {
    const end = endAround(message, token);
    for (const body of BEGUN) yield* put(`ends with ${body}`, replaced(message, token.start + 1, end, Buffer.from(body), token));
  }
  const own = textOf(message, token.start + 1, token.end - 1);
  if (/^[a-zA-Z0-9]/.test(own)) yield* put("first letter escaped", inside(Buffer.from(`\\u00${own.charCodeAt(0).toString(16)}${own.slice(1)}`)));
  yield* put("unclosed", replaced(message, token.end - 1, token.end, []));
  yield* put("in single quotes", replaced(message, token.start, token.end, Buffer.from(`'${own}'`)));
}

/** Where the JSON ends that the token stands in: that of its window. */
function endAround(message: Message, token: MarkOf<"token">): number {
  const ends = [...spansOf(message, "window")].filter(({ start, end }) => start <= token.start && token.end <= end).map(({ end }) => end);
  return Math.min(message.bytes.length, ...ends);
}

function placeWithKey(message: Message, token: MarkOf<"token">): string {
  return token.mark.token === "key" ? `${placeOf(token)} key ${textOf(message, token.start, token.end)}` : placeOf(token);
}

/** Names that are not among those allowed. */
export function* nameEdits(message: Message, token: MarkOf<"token">): Iterable<Edit> {
  const own = textOf(message, token.start + 1, token.end - 1);
  const others = [
    ["unknown name", "no_such_name"],
    ["empty name", ""],
    ["name in upper case", own.toUpperCase()],
    ["name with a space", `${own} `],
    ["name cut short", own.slice(0, -1)],
  ] as const;
  for (const [what, text] of others) {
    if (text === own) continue;
    const bytes = replaced(message, token.start + 1, token.end - 1, Buffer.from(text));
    if (bytes) yield { name: `${placeOf(token)} ${what}`, bytes };
  }
  for (const number of ["0", "9", ...BEYOND]) {
    const bytes = replaced(message, token.start, token.end, Buffer.from(number));
    if (bytes) yield { name: `${placeOf(token)} number ${number} for a name`, bytes };
  }
}

/** Beyond one width of integer each. */
const BEYOND = ["256", "65536", "4294967296", "18446744073709551616", "-1", "-129", "-32769", "-2147483649", "-9223372036854775809"];
const BEYOND_SIGNED = ["128", "32768", "2147483648", "9223372036854775808"];

/** Keys of maps that are integers. */
export function* integerKeyEdits(message: Message, token: MarkOf<"token">): Iterable<Edit> {
  for (const number of [...BEYOND, ...BEYOND_SIGNED]) {
    const bytes = replaced(message, token.start + 1, token.end - 1, Buffer.from(number));
    if (bytes) yield { name: `${placeOf(token)} key of ${number}`, bytes };
  }
}

const HEX = ["ABCD", "abC0", "0", "0g", "zz", "0x00", "a-", "é", "\\u0061a", "\\u0061g"];
const BASE64 = [
  "AA", "AA=", "AA==", "AB==", "AAE=", "AAF=", "AAAA", "A===", "====", "=AAA", "A=AA", "AAA=AAA=", "AAAAA", "AA==AA==", "AAA-", "AA_A", "AA A",
  "AAA\\n", "AA\\/A", "++//", "Zg", "éé", "\\u0041AAA",
];

export function* encodedBytesEdits(message: Message, token: MarkOf<"token">): Iterable<Edit> {
  for (const body of [...HEX, ...BASE64]) {
    const bytes = replaced(message, token.start + 1, token.end - 1, Buffer.from(body));
    if (bytes) yield { name: `${placeOf(token)} "${body}"`, bytes };
  }
  const own = textOf(message, token.start + 1, token.end - 1);
  const capital = replaced(message, token.start + 1, token.end - 1, Buffer.from(own.toUpperCase()));
  if (capital) yield { name: `${placeOf(token)} in upper case`, bytes: capital };
  const bad = replaced(message, token.end - 2, token.end - 1, Buffer.from("!"));
  if (bad && own !== "") yield { name: `${placeOf(token)} with a foreign last character`, bytes: bad };
}

const ADDRESSES = [
  "1.2.3.4",
  "1.2.3.4:",
  "1.2.3.4:65536",
  "1.2.3.4:080",
  "1.2.3.4:+80",
  "01.2.3.4:80",
  "1.2.3:80",
  "1,2.3.4:80",
  "1.2..4:80",
  "1.2.3.4.5:80",
  "256.2.3.4:80",
  "1.2.3.4:80 ",
  "[::1]",
  "[::1]x80",
  "::1:80",
  "[2001:DB8::1]:80",
  "[2001:0db8::1]:80",
  "[2001:db8:0:0:0:0:0:1]:80",
  "[2001:db8::0:1]:80",
  "[2001::db8::1]:80",
  "[1::2:3:4:5:6:7]:80",
  "[1:2:3:4:5:6:7]:80",
  "[1:2:3:4:5:6:7:8:9]:80",
  "[1:2:3:4:5:6:7::8]:80",
  "[::12345]:80",
  "[::ffff:102:304]:80",
  "[::1.2.3.4]:80",
  "[::ffff:1.2.3]:80",
  "[fe80::1%1]:80",
  "[1.2.3.4]:80",
  "localhost:80",
  "",
  "[]:80",
  "[::1]:80\\u0000",
  "\\u0031.2.3.4:80",
];

export function* addressTextEdits(message: Message, token: MarkOf<"token">): Iterable<Edit> {
  for (const body of ADDRESSES) {
    const bytes = replaced(message, token.start + 1, token.end - 1, Buffer.from(body));
    if (bytes) yield { name: `${placeOf(token)} "${body}"`, bytes };
  }
}
