/** The plot of what was reached: for each message, how many times as fast as protobuf each language encodes and decodes. */
import { colours } from "./colours.mjs";
import { comparisons } from "./ratios.mjs";
import { messages, operations } from "./rivals.mjs";
import { document, dot, line, logScale, text } from "../../report/svg.mjs";

const WIDTH = 820;
const LEFT = 210;
const RIGHT = 24;
const TOP = 92;
const ROW = 54;
/** Beyond, marks stand at the edge. */
const RANGE = [0.25, 64];
const TICKS = [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64];

export function ratioPlot(results) {
  const rows = comparisons(results).filter(({ cells }) => cells.some(({ ratio }) => ratio !== undefined));
  const height = TOP + ROW * messages.length + 40;
  const bottom = height - 40;
  const x = logScale(RANGE, [LEFT, WIDTH - RIGHT]);
  const place = (ratio) => x(Math.min(RANGE[1], Math.max(RANGE[0], ratio)));
  const body = [
    text(16, 24, "Times as fast as protobuf in the same language", "title"),
    ...legend(rows),
    `<rect x="${x(2)}" y="${TOP - 12}" width="${WIDTH - RIGHT - x(2)}" height="${bottom - TOP + 12}" fill="var(--aim)"/>`,
    ...TICKS.flatMap((tick) => [line(x(tick), TOP - 12, x(tick), bottom, tick === 1 ? "strong" : "line"), text(x(tick), bottom + 16, `${tick}×`, "soft middle")]),
    text(x(1) - 4, TOP - 18, "protobuf", "soft end"),
    text(x(2) + 4, TOP - 18, "the aim: twice as fast (Python: as fast)", "soft"),
  ];
  messages.forEach(({ id, what }, index) => {
    const y = TOP + ROW * index;
    body.push(line(16, y + ROW - 6, WIDTH - RIGHT, y + ROW - 6), text(16, y + 20, id), text(16, y + 36, what, "soft"));
    operations.forEach((op, half) => {
      const cells = rows.flatMap(({ language, label, cells }) => cells.filter((cell) => cell.message === id && cell.op === op && cell.ratio !== undefined).map((cell) => ({ ...cell, language, label })));
      body.push(text(LEFT - 10, y + 14 + half * 22, op, "soft end"));
      for (const { language, label, ratio } of cells) body.push(dot(place(ratio), y + 10 + half * 22, `${language} ${label.endsWith("pure") ? "hollow" : "full"}`));
    });
  });
  return document(WIDTH, height, "Times as fast as protobuf, by message and language", colours, body);
}

function legend(rows) {
  let x = 16;
  return rows.flatMap(({ language, label }) => {
    const start = x;
    x += 30 + label.length * 6.6;
    return [dot(start + 5, 46, `${language} ${label.endsWith("pure") ? "hollow" : "full"}`), text(start + 15, 50, label)];
  });
}
