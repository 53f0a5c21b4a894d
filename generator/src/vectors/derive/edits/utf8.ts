/** Bytes that are no UTF-8. */

export const ILL_FORMED: readonly [string, string][] = [
  ["lone continuation byte", "80"],
  ["overlong form of two bytes", "c080"],
  ["overlong solidus", "c0af"],
  ["overlong form of three bytes", "e08080"],
  ["overlong form of four bytes", "f0808080"],
  ["surrogate", "eda080"],
  ["surrogate pair", "eda0bdedb880"],
  ["beyond U+10FFFF", "f4908080"],
  ["lead byte of five", "f888808080"],
  ["byte FF", "ff"],
  ["two of three bytes", "e282"],
  ["three of four bytes", "f09f92"],
  ["lead byte without a continuation", "c341"],
];
