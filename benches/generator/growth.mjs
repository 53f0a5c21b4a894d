// How the generator's time and memory grow with the spec: 10, 100, 1,000 and 5,000 types, all five languages, cold.
// Run with `npm run bench:growth`; needs a built generator. Fails if a type costs much more in a large spec than in a middling one.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const cli = fileURLToPath(new URL("../../generator/dist/cli/main.js", import.meta.url));
const SIZES = [10, 100, 1000, 5000];
/** Types in one file: as many as people put there. */
const PER_FILE = 50;
/** A type in the largest spec may cost this much of what it costs among 1,000, before growth counts as worse than linear. */
const TOLERANCE = 1.5;
const WORDS = ["Packed<24>", "Layout", "Compact", "Json"];
/** Prints what the run took at most, after the command's own output. */
const MEASURED = `process.on("exit", () => console.error("rss", process.resourceUsage().maxRSS)); process.argv.splice(1, 0, ${JSON.stringify(cli)}); await import(${JSON.stringify(cli)});`;

const work = mkdtempSync(join(tmpdir(), "meshwright-growth-"));
try {
  console.log("  types       time   per type     memory");
  const rows = SIZES.map(measure);
  for (const { types, ms, mib } of rows) console.log(`${String(types).padStart(7)} ${`${(ms / 1000).toFixed(2)} s`.padStart(10)} ${`${(ms / types).toFixed(2)} ms`.padStart(10)} ${`${Math.round(mib)} MiB`.padStart(10)}`);
  const [, , middling, large] = rows;
  const ratio = large.ms / large.types / (middling.ms / middling.types);
  console.log(`a type among 5,000 costs ${ratio.toFixed(2)} of one among 1,000`);
  if (ratio > TOLERANCE) process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true });
}

function measure(types) {
  const spec = join(work, `spec${types}`);
  writeSpec(spec, types);
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--max-old-space-size=8192", "--input-type=module", "--eval", MEASURED, "generate", spec, "--out", join(work, `out${types}`)], { encoding: "utf8", maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(stderr);
  return { types, ms: performance.now() - start, mib: Number(/rss (\d+)/.exec(stderr)[1]) / 1024 };
}

/** Every second type is a message; each message refers to the structure before it, and some to a message's neighbour. */
function writeSpec(folder, types) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "meshwright.json"), JSON.stringify({ name: "growth", version: "1.0.0" }));
  for (let first = 0; first < types; first += PER_FILE) {
    const last = Math.min(first + PER_FILE, types);
    const body = Array.from({ length: last - first }, (_, i) => declaration(first + i)).join("\n");
    const imports = `import type { Compact, Counted, Json, Layout, Packed, Sized, Text, bool, f64, u16, u32, u64, u8 } from "meshwright/lang";\n`;
    writeFileSync(join(folder, `file${first / PER_FILE}.ts`), `${imports}\n${body}`);
  }
}

function declaration(n) {
  if (n % 2 === 0) return `/** A part, number ${n}. */\nexport interface Part${n} {\n  a: u32;\n  b: u64;\n  c: u16;\n  d: u8;\n  e: bool;\n  f: f64;\n}\n`;
  const word = WORDS[(n >> 1) % WORDS.length];
  const part = word === "Layout" ? `Counted<u8, Part${n - 1}[]>` : `Part${n - 1}`;
  const text = word.startsWith("Packed") ? "" : word === "Layout" ? "  name: Sized<u8, Text>;\n" : "  name: Text;\n  list: u32[];\n";
  return `/** A message, number ${n}. */\nexport interface Message${n} extends ${word} {\n${text}  part: ${part};\n}\n`;
}
