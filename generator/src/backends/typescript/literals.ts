/** How names, text and numbers of a spec are spelt in TypeScript, as the formatter would have it. */

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

export const isIdentifier = (name: string): boolean => IDENTIFIER.test(name);

/** In double quotes, unless single ones need fewer escapes. */
export function stringLiteral(text: string): string {
  const doubles = text.split('"').length;
  const singles = text.split("'").length;
  const escaped = JSON.stringify(text).slice(1, -1).replace(/\u2028/g, "\\u2028").replace(/\u2029/g, "\\u2029");
  return doubles > singles ? `'${escaped.replace(/\\"/g, '"').replace(/'/g, "\\'")}'` : `"${escaped}"`;
}

/** The name of a property where a type declares it. */
export const propertyName = (name: string): string => (isIdentifier(name) ? name : stringLiteral(name));

/** The key in an object literal, where the name of the prototype is special. */
export const objectKey = (name: string): string => (name === "__proto__" ? '["__proto__"]' : propertyName(name));

export const access = (object: string, name: string): string => (isIdentifier(name) ? `${object}.${name}` : `${object}[${stringLiteral(name)}]`);

/** Integers of 64 bits are bigints. */
export const isWide = (int: string): boolean => int === "u64" || int === "i64";

export const integerLiteral = (int: string, value: string | number | bigint): string => (isWide(int) ? `${value}n` : String(value));

export function floatLiteral(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value).replace("e+", "e");
}
