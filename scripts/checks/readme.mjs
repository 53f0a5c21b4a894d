/**
 * Every code block of README.md, checked for what it claims. The word after a block's language says what that is:
 *   ```ts spec         a spec; it is what stands in `my-spec/` when the commands run
 *   ```go run          a program on the package generated from that spec; it must print the line that README.md says all of them print
 *   ```go generated    lines that code generated from that spec for that language holds, in this order
 *   ```sh              commands; `meshwright …` is run, an npm script must be in package.json
 * Blocks without a claim (text, mermaid) are pictures.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { meshwright } from "../prepare/prepare.mjs";
import { StepFailure } from "../run/command.mjs";
import { at } from "../run/paths.mjs";
import { runProgram, runnable } from "./programs.mjs";

const pictures = ["text", "mermaid", ""];
/** README language to folder of `--out`. */
const packages = { rust: "rust", ts: "typescript", python: "python", go: "go", c: "c" };

export async function checkReadme(log) {
  const readme = readFileSync(at("README.md"), "utf8");
  const blocks = codeBlocks(readme);
  const printed = /print the same line: `([0-9a-f]+)`/.exec(readme)?.[1];
  const folder = mkdtempSync(join(tmpdir(), "meshwright-readme-"));
  try {
    const problems = [];
    const spec = blocks.filter(({ language, claim }) => language === "ts" && claim === "spec");
    if (spec.length !== 1) throw new StepFailure(`README.md has ${spec.length} blocks of \`\`\`ts spec; it needs one`);
    writeSpec(join(folder, "my-spec"), spec[0].code);
    const clients = join(folder, "clients");
    await log.run(process.execPath, [meshwright, "generate", "./my-spec", "--out", clients], { cwd: folder });
    for (const block of blocks) {
      if (block.claim === "generated") problems.push(...checkExcerpt(block, join(clients, packages[block.language] ?? block.language)));
      else if (block.claim === "run") problems.push(...(await checkProgram(block, printed, clients, folder, log)));
      else if (block.language === "sh") problems.push(...checkCommands(block, folder));
      else if (block !== spec[0] && !pictures.includes(block.language)) problems.push(`line ${block.line}: nothing says how to check this ${block.language} block`);
    }
    for (const problem of problems) log.write(`README.md, ${problem}\n`);
    if (problems.length > 0) throw new StepFailure(`${problems.length} snippets are not true`);
    return `${blocks.length} blocks`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function checkProgram(block, printed, clients, folder, log) {
  if (!runnable.includes(block.language)) return [`line ${block.line}: nothing says how to run ${block.language}`];
  const output = await runProgram(block, clients, folder, log);
  return printed !== undefined && output.split("\n").includes(printed) ? [] : [`line ${block.line}: the ${block.language} program does not print ${printed}`];
}

export function codeBlocks(markdown) {
  const blocks = [];
  let open = null;
  for (const [index, text] of markdown.split("\n").entries()) {
    const fence = /^\s*```\s*(\S*)\s*(\S*)/.exec(text);
    if (open && fence) {
      blocks.push({ ...open, code: open.lines.join("\n") });
      open = null;
    } else if (fence) open = { language: fence[1], claim: fence[2], line: index + 1, lines: [] };
    else open?.lines.push(text);
  }
  return blocks;
}

function writeSpec(folder, code) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "meshwright.json"), JSON.stringify({ name: "my-spec", version: "0.1.0" }));
  writeFileSync(join(folder, "weather.ts"), `${code}\n`);
}

/** The lines, white space around them apart, must follow each other in one file; a line of dots skips some. */
export function checkExcerpt({ code, language, line }, folder) {
  const wanted = code.split("\n").map((text) => text.trim()).filter((text) => text !== "" && !/^\W*(…|\.\.\.)\W*$/.test(text));
  const files = readdirSync(folder, { recursive: true }).map((file) => join(folder, file)).filter((file) => statSync(file).isFile());
  const best = files.map((file) => linesFound(wanted, readFileSync(file, "utf8").split("\n").map((text) => text.trim()))).sort((a, b) => b - a)[0] ?? 0;
  return best === wanted.length ? [] : [`line ${line}: no generated ${language} file holds: ${wanted[best]}`];
}

/** How many of the wanted lines stand in the file, in order. */
function linesFound(wanted, lines) {
  let at = 0;
  for (const text of lines) if (at < wanted.length && text === wanted[at]) at++;
  return at;
}

export function checkCommands({ code, line }, folder) {
  const { scripts } = JSON.parse(readFileSync(at("package.json"), "utf8"));
  return code.split("\n").flatMap((text, index) => {
    const words = text.replace(/\s#.*$/, "").trim().split(/\s+/);
    const problem = text.trim() === "" || text.trim().startsWith("#") ? null : checkCommand(words, scripts, folder);
    return problem === null ? [] : [`line ${line + 1 + index}: ${problem}`];
  });
}

/** Null if it is as it should be. */
function checkCommand(words, scripts, folder) {
  const [program, ...rest] = words;
  if (program === "npm") {
    const name = rest[0] === "run" ? rest[1] : rest[0];
    if (scripts[name] === undefined && name !== "install") return `package.json has no script "${name}"`;
    return name === "meshwright" ? runMeshwright(rest.slice(rest.indexOf("--") + 1), folder) : null;
  }
  if (program === "npx" && rest[0] === "meshwright") return runMeshwright(rest.slice(1), folder);
  if (program === "meshwright") return runMeshwright(rest, folder);
  return ["git", "cd"].includes(program) ? null : `nothing says how to check the command ${program}`;
}

function runMeshwright(args, folder) {
  if (args[0] === "watch") return null;
  try {
    execFileSync(process.execPath, [meshwright, ...args], { cwd: folder, stdio: "pipe" });
    return null;
  } catch (error) {
    return `meshwright ${args.join(" ")} failed: ${String(error.stderr).trim()}`;
  }
}
