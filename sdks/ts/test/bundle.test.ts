/** Programs that use few messages get little code. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { expect, test } from "vitest";
import { ownModel } from "./support/spec.js";

const folder = fileURLToPath(new URL("../dist/bundle", import.meta.url));

async function bundle(name: string, source: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const input = join(folder, `${name}.mjs`);
  writeFileSync(input, source);
  const build = await rolldown({ input, logLevel: "silent" });
  const { output } = await build.generate({ format: "esm", minify: true });
  return output[0].code;
}

test("one binary message brings neither JSON nor other messages", async () => {
  const code = await bundle(
    "binary",
    'import { PacketHeader } from "@meshwright/sdk";\nconsole.log(PacketHeader.decode(new Uint8Array(64)));\n',
  );
  expect(["sessionId", "toolId", "is white space"].map((text) => code.includes(text))).toStrictEqual([
    true,
    false,
    false,
  ]);
  expect(code.length).toBeLessThan(7_000);
});

test("one JSON message brings no others", async () => {
  const code = await bundle(
    "json",
    'import { ToolEvent } from "@meshwright/sdk";\nconsole.log(ToolEvent.decode(new Uint8Array(64)));\n',
  );
  expect(["toolId", "sessionId"].map((text) => code.includes(text))).toStrictEqual([true, false]);
  expect(code.length).toBeLessThan(20_000);
});

/** Bytes of minified code that a message and its parts may take, on average. */
const MESSAGE = 2_000;

test("nothing needs Node", async () => {
  const code = await bundle("all", 'export * from "@meshwright/sdk";\n');
  expect(/["'`]node:|\bprocess\.|\bBuffer\.|\brequire\(/.exec(code)?.[0]).toBeUndefined();
  expect(code.length).toBeLessThan(ownModel().roots.length * MESSAGE);
});
