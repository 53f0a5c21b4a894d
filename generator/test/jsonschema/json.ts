/** Finds JSON values in a text by where they begin. */

/** The text of the value at `start`: a token, or all up to the closing bracket. The whole text must be JSON. */
export function valueText(text: string, start: number): string {
  const token = /"(?:[^"\\]|\\.)*"|[{}[\]]|[^\s,:{}[\]"]+/gy;
  token.lastIndex = start;
  let depth = 0;
  do {
    while (/[\s,:]/.test(text.charAt(token.lastIndex))) token.lastIndex++;
    const found = token.exec(text)?.[0];
    if (found === undefined) throw new Error(`no JSON value at ${start} of ${text}`);
    if (found === "{" || found === "[") depth++;
    else if (found === "}" || found === "]") depth--;
  } while (depth > 0);
  return text.slice(start, token.lastIndex);
}

/** Whether the key at `offset` names a member that its object has had before. */
export function isRepeated(text: string, offset: number): boolean {
  const objects: Set<string>[] = [];
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}]/g)) {
    if (token === "{") objects.push(new Set());
    else if (token === "}") objects.pop();
    else if (token.endsWith(":")) {
      const name = JSON.parse(token.slice(0, -1)) as string;
      if (index === offset) return objects.at(-1)!.has(name);
      objects.at(-1)!.add(name);
    }
  }
  return false;
}

export type Parsed = { text: string; value: unknown } | undefined;

/** Nothing if the bytes are no JSON by RFC 8259, which asks less than canonical JSON does. */
export function parse(bytes: Uint8Array): Parsed {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
