/** The part of the torture spec that is made: every word at every place where a spec may name something. */
import { RESERVED_MEMBERS } from "../../src/backends/c/reserved.js";
import { LOCAL_WORDS, METHODS, PACKAGE_NAMES as GO_PACKAGE_NAMES } from "../../src/backends/go/words.js";
import { BODY_NAMES, BUILTIN_TYPES, KEYWORDS as PYTHON_KEYWORDS, MESSAGE_MEMBERS, PACKAGE_NAMES as PYTHON_PACKAGE_NAMES } from "../../src/backends/python/words.js";
import { CONSTANTS, FILES, KEYWORDS as RUST_KEYWORDS, RUNTIME_MODULES, TYPE_NAMES } from "../../src/backends/rust/words.js";
import { EXPORTS, GLOBALS, KEYWORDS as TYPESCRIPT_KEYWORDS, LOCALS } from "../../src/backends/typescript/words.js";
import { snakeCase } from "../../src/names/words.js";
import { LANGUAGES } from "./languages.js";

/** What each back end itself keeps clear of. */
const BACK_ENDS: readonly Iterable<string>[] = [
  ...[RUST_KEYWORDS, TYPE_NAMES, RUNTIME_MODULES, CONSTANTS, FILES],
  ...[TYPESCRIPT_KEYWORDS, GLOBALS, LOCALS, EXPORTS],
  ...[PYTHON_KEYWORDS, BUILTIN_TYPES, MESSAGE_MEMBERS, BODY_NAMES, PYTHON_PACKAGE_NAMES],
  ...[LOCAL_WORDS, METHODS, GO_PACKAGE_NAMES],
  RESERVED_MEMBERS,
];

/** As far as a spec may use them. */
const WORDS = [...new Set([...Object.values(LANGUAGES), ...BACK_ENDS].flatMap((words) => [...words]))].filter((word) => /^[A-Za-z]\w*$/.test(word)).sort(byLetter);

function byLetter(a: string, b: string): number {
  const [first, second] = [a.toLowerCase(), b.toLowerCase()];
  return first < second ? -1 : first > second ? 1 : a < b ? -1 : 1;
}

const HEADER = "// Made by generator/test/torture from its lists of words and those of the back ends; `npx vitest run test/torture -u` makes it again.\n";
/** Of flags and of bit fields. */
const WIDTH = 64;
/** Of one structure. */
const FIELDS = 128;
/** In one message. */
const TYPES = 24;

/** Of one structure, enum, union or set of flags: names that are the same in snake_case get another in JSON. */
function members(words: readonly string[], indent: string, typeOf: (word: string, index: number) => string): string {
  const taken = new Set<string>();
  const lines = words.map((word, index) => {
    let json = snakeCase(word);
    const tag = taken.has(json) ? `${indent}/** @json ${(json += `_${index}`)} */\n` : "";
    taken.add(json);
    return `${tag}${indent}${word}: ${typeOf(word, index)};\n`;
  });
  return lines.join("");
}

const chunksOf = (width: number): string[][] => Array.from({ length: Math.ceil(WORDS.length / width) }, (_, index) => WORDS.slice(index * width, (index + 1) * width));
const chunks = chunksOf(WIDTH);
const numbered = (name: string): string[] => chunks.map((_, index) => `${name}${index + 1}`);
const alias = (name: string, word: string, int: string, body: string): string => `export type ${name} = ${word}<\n  ${int},\n  {\n${body}  }\n>;\n`;

/** A case written in place is called after its word, which must then not differ from another's by case alone. */
const hasContent = (word: string, index: number): boolean => index % 8 === 0 && /^[a-z]/.test(word);

const gap = (width: number): string => (width === 0 ? "" : `    gap: Bit<${width}, Reserved>;\n`);

/** Words as fields, as members of JSON objects, enums, unions, flags and bits. */
export function wordsModule(): string {
  const flags = chunks.map((words, at) => alias(numbered("Flags")[at]!, "Flags", "u64", members(words, "    ", (_, bit) => `0x${(1n << BigInt(bit)).toString(16)}n`)));
  const bits = chunks.map((words, at) => alias(numbered("Bits")[at]!, "Bits", "u64", members(words, "    ", () => "Bit<1>") + gap(WIDTH - words.length)));
  const fields = chunksOf(FIELDS).map((words, at) => {
    const name = `Words${at + 1}`;
    return `interface ${name} {\n${members(words, "  ", () => "u8")}}\nexport interface ${name}InLayout extends ${name}, Layout {}\nexport interface ${name}InJson extends ${name}, Json {}\n`;
  });
  const root = (name: string, encoding: string): string => `export interface ${name}In${encoding} extends ${encoding} {\n  one: ${name};\n}\n`;
  const roots = [...numbered("Flags").flatMap((name) => [root(name, "Layout"), root(name, "Json")]), ...numbered("Bits").map((name) => root(name, "Layout"))];
  return `${HEADER}
import type { Bit, Bits, Empty, Enum, External, Flags, Json, Layout, Reserved, Tagged, u16, u64, u8 } from "meshwright/lang";

/** As fields. */
${fields.join("\n")}
/** As members of an enum. */
${alias("Word", "Enum", "u16", members(WORDS, "    ", (_, index) => String(index)))}
/** As cases of a union, some with a structure of that name inside. */
${alias("Choice", "Tagged", "u16", members(WORDS, "    ", (word, index) => (hasContent(word, index) ? `{ ${word}: u8 }` : "Empty")))}
/** The same, with the word as a key in JSON. */
export type NamedChoice = External<{
${members(WORDS, "  ", (word, index) => (hasContent(word, index) ? `{ ${word}: u8 }` : "Empty"))}}>;

/** As flags. */
${flags.join("\n")}
/** As bit fields. */
${bits.join("\n")}
/** Each in a message of its own, so that vectors stay small. */
export interface WordInLayout extends Layout {
  one: Word;
}
export interface WordInJson extends Json {
  one: Word;
}
export interface ChoiceInLayout extends Layout {
  one: Choice;
}
export interface ChoiceInJson extends Json {
  one: NamedChoice;
}
${roots.join("")}`;
}

/** What TypeScript does not let a type be called; those get a capital instead. */
const NO_TYPES = new Set([...TYPESCRIPT_KEYWORDS, ..."any as asserts bigint boolean infer intrinsic keyof never null number object readonly string symbol undefined unique unknown void u8".split(" ")]);

const brand = (name: string): string => `export type ${name} = Brand<"${name}", u8>;\n`;

/** Only words that begin with a capital are types in most languages; the others need no more than a name. */
const KINDS: readonly ((name: string) => string)[] = [
  brand,
  (name) => `export interface ${name} {\n  value: u8;\n}\n`,
  (name) => `export type ${name} = Enum<u8, { no: 0; yes: 1 }>;\n`,
  (name) => `export type ${name} = Flags<u8, { read: 1; write: 2 }>;\n`,
  (name) => `export type ${name} = Bits<u8, { low: Bit<4>; high: Bit<4> }>;\n`,
  (name) => `export type ${name} = External<{ none: Empty; some: { value: u8 } }>;\n`,
];

const VOCABULARY = ["Bit", "Bits", "Brand", "Empty", "Enum", "External", "Flags", "Json", "Layout", "u8"];

/** Words as names of types of each kind, and of the fields that have them. */
export function typesModule(): string {
  const names = [...new Set(WORDS.map((word) => (NO_TYPES.has(word) ? word.charAt(0).toUpperCase() + word.slice(1) : word)))].filter((name) => !VOCABULARY.includes(name));
  let turn = 0;
  const types = names.map((name) => (/^[A-Z]/.test(name) ? KINDS[turn++ % KINDS.length]!(name) : brand(name)));
  const groups = Array.from({ length: Math.ceil(names.length / TYPES) }, (_, index) => names.slice(index * TYPES, (index + 1) * TYPES));
  const roots = groups.map((group, index) => `export interface Types${index + 1} extends ${index % 2 === 0 ? "Layout" : "Json"} {\n${members(group, "  ", (name) => name)}}\n`);
  return `${HEADER}
import type { ${VOCABULARY.join(", ")} } from "meshwright/lang";

${types.join("")}
${roots.join("")}`;
}
