/** A plot of one figure: a row for each size, a mark for each system, on a logarithmic scale. */
import { document, dot, line, logScale, text } from "../../report/svg.mjs";
import { sizes, systems } from "./systems.mjs";
import { sizeName } from "./tables.mjs";

const WIDTH = 820;
const LEFT = 90;
const RIGHT = 30;
const TOP = 96;
const ROW = 46;

export function plot(results, { title, work, figure, inWords }) {
  const marks = results.filter((result) => result.work === work).map((result) => ({ ...result, value: figure(result) })).filter(({ value }) => value > 0);
  const powers = marks.map(({ value }) => Math.log10(value));
  const range = [10 ** Math.floor(Math.min(...powers)), 10 ** Math.ceil(Math.max(...powers))];
  const bottom = TOP + ROW * sizes.length;
  const x = logScale(range, [LEFT, WIDTH - RIGHT]);
  const body = [text(16, 24, title, "title"), ...legend(marks)];
  for (let tick = range[0]; tick <= range[1] * 1.01; tick *= 10) {
    body.push(line(x(tick), TOP - 14, x(tick), bottom), text(x(tick), bottom + 18, inWords(tick), "soft middle"));
  }
  sizes.forEach((size, index) => {
    const y = TOP + ROW * index + ROW / 2 - 6;
    body.push(text(LEFT - 14, y + 4, sizeName(size), "end"), line(LEFT, y, WIDTH - RIGHT, y));
    for (const { system, value } of marks.filter((mark) => mark.size === size)) body.push(dot(x(value), y, `${system} full`));
  });
  const colours = Object.fromEntries(systems.map(({ id, colours }) => [id, colours]));
  return document(WIDTH, bottom + 36, title, colours, body);
}

function legend(marks) {
  let x = 16;
  let y = 50;
  return systems
    .filter(({ id }) => marks.some(({ system }) => system === id))
    .flatMap(({ id, name }) => {
      const width = 30 + name.length * 6.8;
      if (x + width > WIDTH) [x, y] = [16, y + 18];
      const start = x;
      x += width;
      return [dot(start + 5, y - 4, `${id} full`), text(start + 15, y, name)];
    });
}
