import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "vitest";
import { codeBlocks } from "../checks/readme.mjs";
import { Page } from "../checks/weather.mjs";
import { Log } from "../run/command.mjs";
import { at } from "../run/paths.mjs";

let demo;
let log;
beforeEach(() => {
  demo = mkdtempSync(join(tmpdir(), "weather page "));
  log = new Log("weather page test");
});
afterEach(() => {
  log.close();
  rmSync(demo, { recursive: true });
});

const page = (markdown) => new Page(codeBlocks(markdown), { DEMO: demo });
const program = "examples/weather/rust/main.rs";

test("a block that names a file must be that file", () => {
  const shown = readFileSync(at(program), "utf8");
  assert.deepEqual(page(`\`\`\`rust ${program}\n${shown}\`\`\`\n`).wrongFiles(), []);
  assert.deepEqual(page(`\`\`\`rust ${program}\n${shown.replace("fn main", "fn other")}\`\`\`\n`).wrongFiles(), [`line 1: this is not what ${program} holds`]);
  assert.deepEqual(page("```rust examples/gone.rs\n```\n").wrongFiles(), ["line 1: this is not what examples/gone.rs holds"]);
});

test("files that are listed must be there", () => {
  mkdirSync(join(demo, "clients"));
  writeFileSync(join(demo, "clients", "a.txt"), "");
  assert.deepEqual(page("```text files\nclients/a.txt   is there\nclients/b.txt   is not\n```\n").missingFiles(), ["line 1: there is no clients/b.txt"]);
});

test("commands see the reader's folder, and a run must print what the page says", async () => {
  const followed = page('```text output\nhello\n```\n```sh run\necho hello > "$DEMO/said"; cat "$DEMO/said"\n```\n```sh verify\necho whatever\n```\n');
  assert.equal(await followed.exchange(log), "2 runs");
  await assert.rejects(page("```text output\nhello\n```\n```sh run\necho goodbye\n```\n").exchange(log), /line 4: the program does not print/);
  await assert.rejects(page("```text output\nhello\n```\n```sh verify\nfalse\n```\n").exchange(log), /ended with status 1/);
});
