/** Numbers spelt in other ways, and numbers that are none. */
import type { Edit, MarkOf, Message } from "../../message.js";
import { placeOf, replaced } from "../../message.js";
import { boundsOf } from "../../values/sampler.js";
import { textOf } from "./tokens.js";

const INTEGERS = ["-0", "01", "1.0", "1e0", '"1"', "18446744073709551616"];

/** Tried once in a message type. */
const MORE_INTEGERS = [
  "00", "-01", "1E2", "0.5", "1.", "1e", "1e+", "+1", "-", "--1", "1-", "1_000", "0x1", "NaN", "1.2.3", "1e5.0", "18446744073709551615",
  "-9223372036854775809", "9".repeat(40), `1${"0".repeat(400)}`, "1 ", "１",
];

const FLOATS = [
  "1", "-1", "0", "-0", "-0.0", "00.5", "01.5", "1.50", "1.0e0", "1e2", "1E16", "1e+16", "1e016", "1.0e16", "1e16", "1e-7", "1.5e-7", "15e-8",
  "0.0000001", "10000000000000000.0", "1000000000000000.0", "1e15", "0.00001", "1e-5", "1e-6", "0.1", "0.10000000149011612",
  "0.1000000000000000055511151231257827", "6.189700196426902e26", "6.189700196426901e26", "6.189700196426901374e26", "3.4028235e38",
  "3.4028234663852886e38", "3.4028236e38", "3.4028235677973366e38", "3.4028235677973367e38", "1e39", "1.7976931348623157e308",
  "1.7976931348623158e308", "1.7976931348623159e308", "1e309", "1e999999999999", "-1e400", "1E400", "5e-324", "4.9e-324", "2e-324", "1e-400",
  "1e-45", "1.4e-45", "7e-46", "9007199254740993.0", "9007199254740992.0", "9.000000000000001", "1.", ".5", "1e", "1e+", "+1.0", "-", "1.0.0", "NaN", "Infinity",
  "-Infinity", '"1.0"', "1,0", "0x1p3",
];

export function* integerSpellings(message: Message, token: MarkOf<"token">, all: boolean): Iterable<Edit> {
  const { number } = token.mark;
  const bounds = number?.kind === "int" ? boundsOf(number) : undefined;
  const beyond = bounds ? [bounds.max + 1n, bounds.min - 1n].map(String) : [];
  yield* spelt(message, token, [...beyond, ...INTEGERS, ...(all ? MORE_INTEGERS : [])]);
}

export function* floatSpellings(message: Message, token: MarkOf<"token">): Iterable<Edit> {
  const own = textOf(message, token.start, token.end);
  yield* spelt(message, token, [...FLOATS, `${own}0`, `0${own}`]);
}

function* spelt(message: Message, token: MarkOf<"token">, spellings: string[]): Iterable<Edit> {
  for (const text of spellings) {
    const bytes = replaced(message, token.start, token.end, Buffer.from(text));
    if (bytes) yield { name: `${placeOf(token)} spelt ${shortened(text)}`, bytes };
  }
}

const shortened = (text: string): string => (text.length > 48 ? `${text.slice(0, 8)}… (${text.length} digits)` : text);
