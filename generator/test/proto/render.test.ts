/** What .proto files look like. `MESHWRIGHT_UPDATE=1` writes the expected ones anew, to be read before they are committed. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { protoFiles, protoText } from "../../src/proto/render.js";
import { readSpec } from "../../src/read/read.js";
import { json, spec, struct, text } from "../check/ir.js";

const odd = readSpec(fileURLToPath(new URL("spec", import.meta.url))).spec!;

it.each(protoFiles(odd))("$path", ({ path, content }) => {
  const expected = fileURLToPath(new URL(`expected/${path.split("/").at(-1)}`, import.meta.url));
  if (process.env["MESHWRIGHT_UPDATE"]) writeFileSync(expected, content);
  expect(content).toBe(readFileSync(expected, "utf8"));
});

it("shows one definition by itself", () => {
  expect(protoText(odd, "shop.money.Money")).toBe("// An amount.\nmessage Money {\n  string currency = 1;\n  int64 cents = 2;\n}");
});

it("makes no file of a spec without Proto messages", () => {
  expect(protoFiles(spec(struct("Message", { a: text() }, json)))).toEqual([]);
});
