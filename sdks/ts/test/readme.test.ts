/** The examples of the README compile under the strictest settings, and print what they say. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "dist", "readme");
const examples = [...readFileSync(join(root, "README.md"), "utf8").matchAll(/```ts\n(.*?)```/gs)].map(
  ([, code], i) => ({ code: code!, file: join(folder, `example-${i}.ts`) }),
);

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  for (const { code, file } of examples) writeFileSync(file, code);
});

describe.each(examples)("$file", ({ code, file }) => {
  test("prints what it says", () => {
    const { outputText } = ts.transpileModule(code, {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
    });
    const script = file.replace(/ts$/, "mjs");
    writeFileSync(script, outputText);
    const said = [...code.matchAll(/console\.log\(.*\/\/ (.*)/g)].map(([, line]) => line);
    expect(execFileSync(process.execPath, [script], { encoding: "utf8" }).trimEnd().split("\n")).toStrictEqual(said);
  });
});

test("they compile", () => {
  const path = join(root, "test", "tsconfig.json");
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path, (file) => ts.sys.readFile(file)).config,
    ts.sys,
    join(root, "test"),
  );
  const program = ts.createProgram(
    examples.map(({ file }) => file),
    options,
  );
  expect(
    ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
  ).toStrictEqual([]);
});
