/** Processor time of each phase over the size of the spec, both logarithmic: parallel to the dashed line is linear. */
const WIDTH = 760;
const HEIGHT = 420;
const LEFT = 64;
const RIGHT = 640;
const TOP = 24;
const BOTTOM = 372;
const COLOURS = ["#2f7d5b", "#b3562b", "#3d6fb0", "#8a5bb0", "#a8871f", "#c24d78", "#4c8f9b", "#6b6558", "#7a9a34", "#935f44", "#55617a"];

export function plot(runs) {
  const phases = Object.keys(runs[0].phases);
  const times = runs.flatMap(({ phases }) => Object.values(phases));
  const x = scale(Math.log10(runs[0].types), Math.log10(runs.at(-1).types), LEFT, RIGHT);
  const y = scale(Math.floor(Math.log10(Math.min(...times))), Math.ceil(Math.log10(Math.max(...times))), BOTTOM, TOP);
  const lines = phases.map((phase, index) => {
    const points = runs.map((run) => `${round(x(Math.log10(run.types)))},${round(y(Math.log10(run.phases[phase])))}`);
    return { phase, colour: COLOURS[index % COLOURS.length], points, end: y(Math.log10(runs.at(-1).phases[phase])) };
  });
  const labels = spread(lines);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="t d" font-family="ui-sans-serif, system-ui, sans-serif" font-size="12">
  <title id="t">Generator time over the number of types</title>
  <desc id="d">Both axes are logarithmic. Each phase of the generator is a line; a dashed line shows linear growth.</desc>
  <style>
    :root { color-scheme: light dark }
    text { fill: #22211d }
    .grid { stroke: #8a8678; stroke-opacity: .35 }
    .linear { stroke: #8a8678; stroke-dasharray: 5 4; fill: none }
    polyline { fill: none; stroke-width: 2 }
    @media (prefers-color-scheme: dark) { text { fill: #ecebe5 } }
  </style>
${ticks(y).map(([power, at]) => `  <path class="grid" d="M${LEFT} ${at}H${RIGHT}"/><text x="${LEFT - 8}" y="${at + 4}" text-anchor="end">${seconds(power)}</text>`).join("\n")}
${runs.map(({ types }) => [types, round(x(Math.log10(types)))]).map(([types, at]) => `  <path class="grid" d="M${at} ${TOP}V${BOTTOM}"/><text x="${at}" y="${BOTTOM + 18}" text-anchor="middle">${types.toLocaleString("en")}</text>`).join("\n")}
  <text x="${(LEFT + RIGHT) / 2}" y="${HEIGHT - 10}" text-anchor="middle">types</text>
  <path class="linear" d="M${LEFT} ${round(y(y.low))}L${round(x(x.low + Math.min(x.high - x.low, y.high - y.low)))} ${round(y(y.low + Math.min(x.high - x.low, y.high - y.low)))}"/>
${lines.map(({ colour, points }) => `  <polyline stroke="${colour}" points="${points.join(" ")}"/>`).join("\n")}
${labels.map(({ phase, colour, at }) => `  <path stroke="${colour}" stroke-width="2" d="M${RIGHT + 8} ${round(at)}h12"/><text x="${RIGHT + 26}" y="${round(at + 4)}">${phase}</text>`).join("\n")}
</svg>
`;
}

function scale(low, high, from, to) {
  return Object.assign((value) => from + ((value - low) / (high - low)) * (to - from), { low, high });
}

function ticks(y) {
  return Array.from({ length: y.high - y.low + 1 }, (_, index) => [y.low + index, round(y(y.low + index))]);
}

const seconds = (power) => (power < 3 ? `${10 ** power} ms` : `${10 ** (power - 3)} s`);
const round = (value) => Math.round(value * 10) / 10;

/** Labels in the order of the lines' ends, none over another. */
function spread(lines) {
  const sorted = [...lines].sort((a, b) => b.end - a.end);
  let below = Infinity;
  return sorted.map((line) => {
    below = Math.min(line.end, below - 16);
    return { ...line, at: below };
  });
}
