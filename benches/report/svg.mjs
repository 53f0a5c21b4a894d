/** What plots are drawn with: marks, text, and colours for light and dark pages. */

/** `colours`: two by class, the second for dark pages. */
export function document(width, height, title, colours, body) {
  const rule = (index) => Object.entries(colours).map(([name, pair]) => `.${name}{--of:${pair[index]}}`).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}" font-family="system-ui,sans-serif" font-size="12">
<style>
svg{--ink:#18181b;--soft:#71717a;--line:#e4e4e7;--back:#ffffff;--aim:#fef3c7}
${rule(0)}
@media (prefers-color-scheme:dark){svg{--ink:#f4f4f5;--soft:#a1a1aa;--line:#3f3f46;--back:#18181b;--aim:#3a3216}${rule(1)}}
text{fill:var(--ink)}.title{font-size:15px;font-weight:600}.soft{fill:var(--soft)}.line{stroke:var(--line);fill:none}.strong{stroke:var(--soft);fill:none}.end{text-anchor:end}.middle{text-anchor:middle}
.full{fill:var(--of);stroke:var(--of)}.hollow{fill:var(--back);stroke:var(--of);stroke-width:2}.curve{fill:none;stroke:var(--of);stroke-width:1.8;stroke-linejoin:round}
</style>
<rect width="${width}" height="${height}" fill="var(--back)"/>
${body.join("\n")}
</svg>
`;
}

export const text = (x, y, content, classes = "") => `<text x="${round(x)}" y="${round(y)}"${classes && ` class="${classes}"`}>${escaped(content)}</text>`;
export const line = (x1, y1, x2, y2, classes = "line") => `<path d="M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}" class="${classes}"/>`;
export const dot = (x, y, classes) => `<circle cx="${round(x)}" cy="${round(y)}" r="4.5" class="${classes}"/>`;
export const curve = (points, classes) => `<path d="${points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("")}" class="${classes}"/>`;

/** A logarithmic scale from values to places. */
export function logScale([least, most], [from, to]) {
  return (value) => from + ((Math.log(value) - Math.log(least)) / (Math.log(most) - Math.log(least))) * (to - from);
}

const round = (value) => Math.round(value * 10) / 10;
const escaped = (content) => String(content).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
