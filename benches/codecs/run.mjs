// Times every language's codecs beside other libraries on the same content, in one run. `npm run bench:codecs`.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = fileURLToPath(new URL(".", import.meta.url));
const allLanguages = ["rust", "c", "go", "ts", "python"];

const { values: options } = parseArgs({
  options: {
    language: { type: "string", multiple: true, default: allLanguages },
    quick: { type: "boolean", default: false },
    out: { type: "string", default: join(here, "results.json") },
  },
});
for (const language of options.language) {
  if (!allLanguages.includes(language)) throw new Error(`no language "${language}"; there are ${allLanguages.join(", ")}`);
}

await run("content", join(here, "ts", "build.sh"), []);
const { writeContent, contentFolder } = await import("./content.mjs");
console.log(`content: ${writeContent()} files`);

const problems = [];
const results = [];
for (const language of options.language) {
  try {
    await timeLanguage(language);
  } catch (error) {
    problems.push(`${language}: ${error.message}`);
    console.error(`${language}: ${error.message}`);
  }
}
mkdirSync(join(options.out, ".."), { recursive: true });
writeFileSync(options.out, `${JSON.stringify(results, null, 1)}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;

async function timeLanguage(language) {
  const folder = join(here, language);
  const program = join(folder, "run");
  if (!existsSync(program)) throw new Error("has no bench program");
  await run(`${language}: build`, join(folder, "build.sh"), []);
  let count = 0;
  await run(`${language}: run`, program, [contentFolder, ...(options.quick ? ["--quick"] : [])], (line) => {
    const result = { language, ...JSON.parse(line) };
    results.push(result);
    console.log(`${language}: ${++count} ${result.library} ${result.message} ${result.op} ${result.ns} ns`);
  });
}

/** Runs a program to its end; each line of its output goes to `onLine`, or is shown. */
async function run(name, command, args, onLine = (line) => console.log(`${name}: ${line}`)) {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => (code === 0 ? resolve() : reject(new Error(`${name} ended with ${code === null ? signal : `status ${code}`}`))));
  });
  for await (const line of createInterface({ input: child.stdout })) onLine(line);
  await ended;
}
