/** Splits a spec name into lower-case words: every language's casing starts here. */

/**
 * `originHash` → origin hash; `X25519Key` → x25519 key; `HTTPHeader` → http header; `unix_us` → unix us. A digit stays with the letters before it.
 */
export function words(name: string): readonly string[] {
  let split = known.get(name);
  if (!split) known.set(name, (split = splitWords(name)));
  return split;
}

/** A name is asked for many times, by each language. */
const known = new Map<string, readonly string[]>();

function splitWords(name: string): string[] {
  return name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2")
    .split(/[\s_\-.]+/u)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
}

export const snakeCase = (name: string): string => words(name).join("_");
export const screamingCase = (name: string): string => snakeCase(name).toUpperCase();
export const pascalCase = (name: string): string => words(name).map(capital).join("");
export const camelCase = (name: string): string => {
  const pascal = pascalCase(name);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
