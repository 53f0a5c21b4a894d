/** The plot of growth: time of an operation against how many there are, a panel for each of what there are many, a curve for each operation. */
import { curve, document, dot, line, logScale, text } from "../../report/svg.mjs";
import { countsOf, curvesOf } from "./core-tables.mjs";
import { time } from "./tables.mjs";

const PANEL = { width: 262, height: 200, left: 54, gap: 12 };
const TOP = 62;
const COSTS = [10, 100_000];
const TICKS = [10, 100, 1000, 10_000, 100_000];
const LEGEND = 17;
const COLOURS = { first: ["#c2410c", "#fb923c"], second: ["#0369a1", "#38bdf8"], third: ["#15803d", "#4ade80"], fourth: ["#6d28d9", "#c4b5fd"] };

export function growthPlot(core) {
  const counts = countsOf(core);
  const curves = curvesOf(core).map((it) => ({ ...it, of: it.what.split(": ")[0], name: it.what.split(": ")[1] }));
  const kinds = [...new Set(curves.map(({ of }) => of))];
  const body = [text(16, 24, "One operation, by how many there are: level is what does not grow", "title")];
  kinds.forEach((kind, column) => body.push(...panel(curves.filter(({ of }) => of === kind), kind, counts, 16 + column * (PANEL.width + PANEL.gap))));
  const most = Math.max(...kinds.map((kind) => curves.filter(({ of }) => of === kind).length));
  const width = 32 + kinds.length * (PANEL.width + PANEL.gap);
  return document(width, TOP + PANEL.height + 40 + most * LEGEND, "Time for one operation, by how many there are", COLOURS, body);
}

function panel(curves, kind, counts, start) {
  const [left, right, bottom] = [start + PANEL.left, start + PANEL.width, TOP + PANEL.height];
  const x = logScale([counts[0], counts.at(-1)], [left, right]);
  const y = logScale(COSTS, [bottom, TOP]);
  const colour = (index) => Object.keys(COLOURS)[index];
  return [
    text(left, TOP - 10, kind),
    ...TICKS.flatMap((tick) => [line(left, y(tick), right, y(tick)), text(left - 6, y(tick) + 4, time(tick), "soft end")]),
    ...counts.flatMap((count) => [line(x(count), TOP, x(count), bottom), text(x(count), bottom + 16, count.toLocaleString("en"), "soft middle")]),
    ...curves.flatMap(({ name, points }, index) => [
      curve(points.map(({ count, ns }) => [x(count), y(ns)]), `${colour(index)} curve`),
      ...points.map(({ count, ns }) => dot(x(count), y(ns), `${colour(index)} full`)),
      dot(left + 5, bottom + 36 + index * LEGEND, `${colour(index)} full`),
      text(left + 16, bottom + 40 + index * LEGEND, name),
    ]),
  ];
}
