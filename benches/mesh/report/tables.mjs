/** The tables of the README, made of the results. */
import { sizes, systems } from "./systems.mjs";

/** What stands first, and what the others are compared with; the others' figures are multiples of it. */
const ours = "meshwright";

export function machineLine({ machine, when, quick }) {
  const tools = Object.entries(machine.tools).map(([name, version]) => `${name} ${version}`);
  const warning = quick ? "\n\n**A quick run: these figures mean nothing.**" : "";
  return `Measured ${when} on ${machine.cpu}, ${machine.cores} cores, ${machine.memory} of memory, ${machine.system}; ${tools.join(", ")}.${warning}`;
}

/** A row for each system, a column for each size: what it is, and how many times ours that is. */
export function table(results, work, figure, inWords) {
  const of = (system, size) => {
    const result = results.find((result) => result.system === system && result.work === work && result.size === size);
    return result && figure(result);
  };
  const rows = systems
    .filter(({ id }) => sizes.some((size) => of(id, size) !== undefined))
    .map(({ id, name }) => {
      const cells = sizes.map((size) => {
        const [value, own] = [of(id, size), of(ours, size)];
        if (value === undefined) return "–";
        return id === ours || own === undefined ? inWords(value) : `${inWords(value)} (${times(value / own)})`;
      });
      return `| ${id === ours ? `**${name}**` : name} | ${cells.join(" | ")} |`;
    });
  return [`| | ${sizes.map(sizeName).join(" | ")} |`, `| --- |${" --: |".repeat(sizes.length)}`, ...rows].join("\n");
}

export const sizeName = (bytes) => (bytes < 1024 ? `${bytes} B` : bytes < 1024 ** 2 ? `${bytes / 1024} KiB` : `${bytes / 1024 ** 2} MiB`);

export const rate = (value) => `${short(value)}/s`;
export const time = (nanoseconds) => (nanoseconds < 1000 ? `${Math.round(nanoseconds)} ns` : nanoseconds < 1e6 ? `${short(nanoseconds / 1000)} µs` : `${short(nanoseconds / 1e6)} ms`);
export const megabytes = (value) => `${short(value)} MB/s`;
export const share = (value) => `${Math.round(value * 100)} %`;

const times = (ratio) => `${ratio < 10 ? ratio.toPrecision(2) : Math.round(ratio)}×`;
const short = (value) => (value >= 1e6 ? `${(value / 1e6).toPrecision(3)} M` : value >= 1e4 ? `${Math.round(value / 1000)} k` : value >= 100 ? String(Math.round(value)) : value.toPrecision(2));
