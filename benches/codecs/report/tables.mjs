/** The tables of the README, in Markdown. */
import { curves, rise } from "./growth.mjs";
import { comparisons, find, ratio, rivalsIn } from "./ratios.mjs";
import { aims, languages, messages, operations } from "./rivals.mjs";

const NONE = "–";

/** What is aimed at and what was reached: a row a message, two columns a comparison. */
export function aimTable(results) {
  const rows = comparisons(results).filter(({ cells }) => cells.some((cell) => cell.ratio !== undefined));
  const head = ["message", ...rows.flatMap(({ label }) => operations.map((op) => `${label} ${op}`))];
  const body = messages.map(({ id, what }) => [`${id}: ${what}`, ...rows.flatMap(({ cells }) => cells.filter(({ message }) => message === id).map(shownCell))]);
  const met = ["**met**", ...rows.flatMap(({ cells }) => operations.map((op) => tally(cells.filter((cell) => cell.op === op))))];
  const against = ["*aim*", ...rows.flatMap(({ theirs, times }) => operations.map(() => `${times}× ${theirs}`))];
  return table(head, [against, ...body, met]);
}

function shownCell({ ratio: value, met }) {
  return value === undefined ? NONE : `${times(value)} ${met ? "✓" : "✗"}`;
}

function tally(cells) {
  const known = cells.filter(({ met }) => met !== undefined);
  return `${known.filter(({ met }) => met).length} of ${known.length}`;
}

/** Everything that was timed in one language. Other libraries stand with how many times our time they take. */
export function languageTable(results, language) {
  const own = results.filter((result) => result.language === language && !result.growth);
  const ours = [...new Set(own.map(({ library }) => library))].filter((library) => library.startsWith("meshwright"));
  const rivals = rivalsIn(results, language);
  const ops = [...new Set(own.map(({ op }) => op))];
  const head = ["message", "", ...ours, ...rivals.map((library) => `${library} ${own.find((result) => result.library === library).version}`)];
  const rows = messages.flatMap(({ id: message }) =>
    ops
      .filter((op) => own.some((result) => result.message === message && result.op === op))
      .map((op) => {
        const times = ours.map((library) => shownTime(find(own, { message, op, library })?.ns));
        return [message, op.replaceAll("_", ", "), ...times, ...rivals.map((theirs) => shownRatio(ratio(own, { language, message, op, ours: ours[0], theirs })))];
      }),
  );
  return table(head, rows);
}

/** What the packet header alone costs, also where it is written into memory that is there already. */
export function headerTable(results) {
  const ops = ["encode", "encode_reused", "decode"];
  const rows = languages
    .map(({ id, name }) => [name, ...ops.map((op) => shownTime(find(results, { language: id, message: "PacketHeader", library: "meshwright", op })?.ns))])
    .filter((row) => row.some((cell, index) => index > 0 && cell !== NONE));
  return table(["`PacketHeader`", "encode", "encode into memory that is there", "decode"], rows);
}

/** Bytes of each message in each format. */
export function sizeTable(results) {
  const sizes = new Map();
  for (const { library, message, bytes, growth } of results) {
    if (growth || library.startsWith("meshwright (")) continue;
    if (!sizes.has(library)) sizes.set(library, new Map());
    sizes.get(library).set(message, bytes);
  }
  // Libraries of one format have the same sizes; the first stands for all.
  const seen = new Map();
  for (const [library, byMessage] of sizes) {
    const key = messages.map(({ id }) => byMessage.get(id)).join();
    seen.set(key, [...(seen.get(key) ?? []), library]);
  }
  const columns = [...seen.values()];
  const rows = messages.map(({ id }) => [id, ...columns.map(([library]) => sizes.get(library).get(id)?.toLocaleString("en") ?? NONE)]);
  return table(["message", ...columns.map((libraries) => libraries.join(", "))], rows);
}

/** Nanoseconds a byte, by size, and whether they rise. */
export function growthTable(results) {
  const shown = [64, 1024, 65_536, 1_048_576, 16_777_216];
  const near = (points, size) => points.find(({ bytes }) => bytes > size / 2 && bytes < size * 2);
  const rows = curves(results).map((curve) => {
    const worst = rise(curve);
    const language = languages.find(({ id }) => id === curve.language).name + curve.library.slice("meshwright".length);
    const verdict = worst ? `**rises** from ${cost(worst.from.cost)} at ${size(worst.from.bytes)} to ${cost(worst.to.cost)} at ${size(worst.to.bytes)}` : "linear";
    return [curve.message.replace("Growth", ""), curve.op, language, ...shown.map((at) => (near(curve.points, at) ? cost(near(curve.points, at).cost) : NONE)), verdict];
  });
  return table(["content", "", "language", ...shown.map(size), ""], rows);
}

export function machineLines({ machine, when, quick }) {
  const tools = Object.entries(machine.tools).map(([name, version]) => `${name} ${version}`);
  return `Measured ${when}${quick ? " **with `--quick`: too short to be quoted**" : ""} on ${machine.cpu}, ${machine.cores} cores, ${machine.memory} of memory, ${machine.system}; ${tools.join(", ")}.`;
}

/** Each language's table under its heading. */
export function languageSections(results) {
  return languages
    .filter(({ id }) => results.some(({ language }) => language === id))
    .map(({ id, name }) => `### ${name}\n\n${languageTable(results, id)}`)
    .join("\n\n");
}

/** Says so if a library that an aim names was not timed. */
export function gaps(results) {
  return languages.flatMap(({ id, name }) =>
    aims[id].flatMap(({ ours, theirs }) => [ours, theirs].filter((library) => !find(results, { language: id, library })).map((library) => `${name}: ${library} was not timed`)),
  );
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? "---" : "--:"))), ...rows.map(line)].join("\n");
}

/** With more digits where aims are. */
export const times = (value) => `${value < 2.5 ? value.toFixed(2) : value < 9.95 ? value.toFixed(1) : Math.round(value)}×`;

function shownRatio(value) {
  return value === undefined ? NONE : times(value);
}

function shownTime(ns) {
  if (ns === undefined) return NONE;
  return ns < 1000 ? `${short(ns)} ns` : ns < 1e6 ? `${short(ns / 1000)} µs` : `${short(ns / 1e6)} ms`;
}

const short = (value) => (value < 9.95 ? value.toFixed(1) : String(Math.round(value)));
const cost = (value) => (value < 0.0995 ? "<0.1" : short(value));
export const size = (bytes) => (bytes >= 1 << 20 ? `${Math.round(bytes / 2 ** 20)} MiB` : bytes >= 1024 ? `${Math.round(bytes / 1024)} KiB` : `${bytes} B`);
