/** Puts what was measured between the markers of a README. */

/** `parts` by name; each stands between `<!-- name -->` and `<!-- /name -->`. Throws if a marker is missing. */
export function fillMarkers(markdown, parts) {
  return Object.entries(parts).reduce((filled, [name, content]) => {
    const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const start = filled.indexOf(open);
    const end = filled.indexOf(close);
    if (start < 0 || end < start) throw new Error(`the README has no ${open} … ${close}`);
    return `${filled.slice(0, start + open.length)}\n${content}\n${filled.slice(end)}`;
  }, markdown);
}
