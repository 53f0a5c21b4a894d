/** From what was pasted to bytes. */

export type InputForm = "hex" | "text";
export type Parsed = { bytes: Uint8Array } | { problem: string };

/** Hex as tools print it, with white space, commas, colons, `0x` and `\x`; text as it stands, in UTF-8. */
export function parseInput(input: string, form: InputForm): Parsed {
  if (form === "text") return { bytes: new TextEncoder().encode(input) };
  const digits = input.replace(/0x|\\x|[\s,:]/gi, "");
  const wrong = /[^0-9a-f]/i.exec(digits)?.[0];
  if (wrong !== undefined) return { problem: `“${wrong}” at character ${input.indexOf(wrong) + 1} is no hex digit` };
  if (digits.length % 2 === 1) return { problem: `${digits.length} hex digits: the last byte has only one` };
  return { bytes: Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)) };
}

/** The form that pasted input shows by itself; undefined if it could be either. */
export function guessForm(input: string): InputForm | undefined {
  const start = input.trimStart();
  if (/^[{["]/.test(start)) return "text";
  return /^(?:0x|\\x|[0-9a-f\s,:])+$/i.test(start) ? "hex" : undefined;
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
