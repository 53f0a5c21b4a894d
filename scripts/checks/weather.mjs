/**
 * docs/weather.md, followed to the letter in a folder outside the project, whose name has a space. The word after a block's language says what it is:
 *   ```ts examples/…   that file, line for line
 *   ```text explain    what `meshwright explain` prints of the message that its first line names
 *   ```text files      files and folders that are there after the ```sh generate block; a comment may follow
 *   ```text output     what each ```sh run block prints
 *   ```sh install      a language's packages installed and its program built; these do not depend on each other
 *   ```sh run, verify  run after that in their order; a `verify` prints what it likes
 *   ```sh given        what the reader has chosen
 * Every command block begins in the project's root.
 */
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { meshwright } from "../prepare/prepare.mjs";
import { StepFailure } from "../run/command.mjs";
import { at } from "../run/paths.mjs";
import { codeBlocks } from "./readme.mjs";
import { packageChecks } from "./packages.mjs";

const spec = at("examples", "weather", "spec");
const languages = ["rust", "typescript", "python", "go", "c"];

/** Claims but those that name a file. */
const claims = new Set(["explain", "files", "output", "generate", "install", "run", "verify", "given"]);

/** `scratch` is a folder outside the project, the caller's to remove. */
export function weatherSteps(scratch) {
  const [demo, prefix] = ["weather station", "weather-prefix"].map((name) => join(scratch, name));
  for (const folder of [demo, prefix]) mkdirSync(folder);
  const page = new Page(codeBlocks(readFileSync(at("docs", "weather.md"), "utf8")), { DEMO: demo, PREFIX: prefix, ...settings(demo) });
  const made = "weather: the page and the packages";
  const exchange = "weather: five programs exchange files";
  const installs = page.named("install");
  return [
    [made, (log) => page.generate(log), { needs: ["generator"] }],
    ...languages.map((language, index) => [installName(language), async (log) => void (await page.run(log, installs[index])), { needs: [made] }]),
    [exchange, (log) => page.exchange(log), { needs: languages.map(installName) }],
    ...Object.entries(packageChecks).map(([language, check]) => [`weather: ${language} package`, (log) => check(log, { demo, env: page.env }), { needs: [installName(language), "build python"], after: [exchange] }]),
  ];
}

const installName = (language) => `weather: install for ${language}`;

/** What the project has installed already is not asked for again, and nothing that is built here stays. */
function settings(demo) {
  const npm = { npm_config_prefer_offline: "true", npm_config_audit: "false", npm_config_fund: "false" };
  return { CARGO_NET_OFFLINE: "true", CARGO_TARGET_DIR: join(demo, "target"), GOPROXY: "off", GOFLAGS: "-mod=mod", ...npm };
}

export class Page {
  constructor(blocks, env) {
    this.blocks = blocks;
    this.env = env;
  }

  named(claim) {
    return this.blocks.filter((block) => block.claim === claim);
  }

  async generate(log) {
    const [command] = this.named("generate");
    await this.run(log, command);
    const problems = [...this.wrongFiles(), ...this.missingFiles(), ...(await this.wrongDrawings(log))];
    const unknown = this.blocks.filter(({ claim }) => !claims.has(claim) && !claim.startsWith("examples/"));
    problems.push(...unknown.map(({ line, claim }) => `line ${line}: nothing says how to check "${claim}"`));
    if (this.named("install").length !== languages.length) problems.push(`it has ${this.named("install").length} install blocks, and there are ${languages.length} languages`);
    for (const problem of problems) log.write(`docs/weather.md, ${problem}\n`);
    if (problems.length > 0) throw new StepFailure(`${problems.length} things on the page are not true`);
    return `${this.blocks.length} blocks`;
  }

  /** Runs a block; resolves to what it printed. */
  async run(log, { code }) {
    const before = log.text.length;
    await log.run("bash", ["-euc", code], { env: this.env });
    return log.text.slice(before + `$ bash -euc ${code}\n`.length);
  }

  async exchange(log) {
    const [{ code: expected }] = this.named("output");
    const blocks = this.blocks.filter(({ claim }) => claim === "run" || claim === "verify");
    for (const block of blocks) {
      const printed = await this.run(log, block);
      if (block.claim === "run" && printed.trimEnd() !== expected) throw new StepFailure(`docs/weather.md, line ${block.line}: the program does not print what the page says`);
    }
    return `${blocks.length} runs`;
  }

  wrongFiles() {
    return this.blocks
      .filter(({ claim }) => claim.startsWith("examples/"))
      .filter(({ claim, code }) => !existsSync(at(claim)) || readFileSync(at(claim), "utf8").trimEnd() !== code)
      .map(({ line, claim }) => `line ${line}: this is not what ${claim} holds`);
  }

  missingFiles() {
    const [{ code, line }] = this.named("files");
    const paths = code.split("\n").map((text) => text.split(/\s/)[0]);
    return paths.filter((path) => !existsSync(join(this.env.DEMO, path))).map((path) => `line ${line}: there is no ${path}`);
  }

  async wrongDrawings(log) {
    const problems = [];
    for (const { code, line } of this.named("explain")) {
      const before = log.text.length;
      const [name] = code.split(" ");
      await log.run(process.execPath, [meshwright, "explain", name, "--spec", spec], { env: { NO_COLOR: "1" } });
      if (!log.text.slice(before).includes(code)) problems.push(`line ${line}: meshwright explain ${name} draws something else`);
    }
    return problems;
  }
}
