/** Text of a spec as HTML. */
import type { TypeDef } from "../ir/model.js";

/** Makes HTML of a text: names of types lead to them, words in backticks stand as code. `own` is the type that is spoken of. */
export type Link = (text: string, own: TypeDef) => string;

export function linker(types: TypeDef[]): Link {
  const byName = new Map<string, TypeDef[]>();
  for (const type of types) byName.set(type.name, [...(byName.get(type.name) ?? []), type]);
  const target = (word: string, own: TypeDef): TypeDef | undefined => {
    const found = byName.get(word);
    return found?.find(({ module }) => module === own.module) ?? (found?.length === 1 ? found[0] : undefined);
  };
  return (text, own) =>
    escape(text)
      .replace(/\b[A-Z][A-Za-z0-9_]*\b/g, (word) => {
        const type = target(word, own);
        return type && type !== own ? `<a href="#${type.id}">${word}</a>` : word;
      })
      .replace(/`([^`]+)`/g, "<code>$1</code>");
}

export const paragraphs = (text: string): string[] => text.split(/\n{2,}/).map((one) => one.trim()).filter((one) => one !== "");

export const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
