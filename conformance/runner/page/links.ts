/** Places in the report, as fragments of its address: each can be linked to. */
export type Place = { view: "overview" } | { view: "type"; type: string } | { view: "vector"; type: string; name: string };

export function typeLink(type: string): string {
  return `#/${encodeURIComponent(type)}`;
}

export function vectorLink(type: string, name: string): string {
  return `#/${encodeURIComponent(type)}/${encodeURIComponent(name)}`;
}

/** The bytes, laid out field by field in the page beside this one. */
export function inspectorLink(page: string, type: string, hex: string): string {
  return `${page}#${new URLSearchParams({ type, hex })}`;
}

export function placeOf(fragment: string): Place {
  const [type, name] = fragment.replace(/^#?\/?/, "").split("/").map(decode);
  if (!type) return { view: "overview" };
  return name ? { view: "vector", type, name } : { view: "type", type };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
