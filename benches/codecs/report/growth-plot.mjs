/** The plot of growth: nanoseconds a byte against size, a panel for each content and operation, a curve for each language. */
import { colours } from "./colours.mjs";
import { curves } from "./growth.mjs";
import { languages, operations } from "./rivals.mjs";
import { curve, document, dot, line, logScale, text } from "../../report/svg.mjs";
import { size } from "./tables.mjs";

const PANEL = { width: 225, height: 190, left: 44, top: 22 };
const HEAD = 66;
const SIZES = [64, 16 * 2 ** 20];
const SIZE_TICKS = [64, 4096, 256 * 1024, 16 * 2 ** 20];
/** What costs less lies on the floor: bytes that are only pointed at cost nothing each. */
const COSTS = [0.01, 1000];
const COST_TICKS = [0.01, 0.1, 1, 10, 100, 1000];

export function growthPlot(results) {
  const all = curves(results);
  const contents = [...new Set(all.map(({ message }) => message))];
  const shown = languages.filter(({ id }) => all.some(({ language }) => language === id));
  const width = 28 + contents.length * (PANEL.width + 12);
  const height = HEAD + operations.length * (PANEL.height + PANEL.top + 26) + 8;
  const body = [text(16, 24, "Nanoseconds a byte, from 64 B to 16 MiB: level is linear", "title"), ...legend(shown)];
  contents.forEach((message, column) =>
    operations.forEach((op, row) => {
      const left = 8 + column * (PANEL.width + 12) + PANEL.left;
      const top = HEAD + row * (PANEL.height + PANEL.top + 26) + PANEL.top;
      const drawn = all.filter((it) => it.message === message && it.op === op && it.library !== "meshwright (accelerated)");
      body.push(...panel(drawn, `${op} ${message.replace("Growth", "").toLowerCase()}`, left, top));
    }),
  );
  return document(width, height, "Nanoseconds a byte against size", colours, body);
}

function panel(drawn, title, left, top) {
  const right = left + PANEL.width - PANEL.left;
  const bottom = top + PANEL.height;
  const x = logScale(SIZES, [left, right]);
  const y = logScale(COSTS, [bottom, top]);
  const within = (cost) => y(Math.min(COSTS[1], Math.max(COSTS[0], cost)));
  return [
    text(left, top - 8, title),
    ...COST_TICKS.flatMap((tick) => [line(left, y(tick), right, y(tick)), text(left - 6, y(tick) + 4, tick, "soft end")]),
    ...SIZE_TICKS.flatMap((tick) => [line(x(tick), top, x(tick), bottom), text(x(tick), bottom + 15, size(tick).replace(" ", "\u00a0"), "soft middle")]),
    ...drawn.map(({ language, points }) => curve(points.map(({ bytes, cost }) => [x(Math.min(SIZES[1], Math.max(SIZES[0], bytes))), within(cost)]), `${language} curve`)),
  ];
}

function legend(shown) {
  let x = 16;
  return shown.flatMap(({ id, name }) => {
    const start = x;
    x += 30 + name.length * 6.6;
    return [dot(start + 5, 44, `${id} full`), text(start + 15, 48, name)];
  });
}
