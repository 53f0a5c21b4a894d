/** `meshwright watch` as its user meets it: what is edited, however it is edited, is what comes out. */
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { random } from "../random.js";
import { readTree, Watching } from "./watching.js";

const message = (name: string, fields = "  id: u32;\n"): string => `import type { Layout, u8, u32 } from "meshwright/lang";\n\nexport interface ${name} extends Layout {\n${fields}}\n`;

let watching: Watching;
let out: string;
/** Paths below the spec folder. */
const at = (path: string): string => join(watching.folder, "spec", path);
const save = (path: string, text: string): void => watching.write(join("spec", path), text);
const generated = (): string[] => readdirSync(join(out, "go"), { recursive: true, encoding: "utf8" }).sort();
const asCold = (): Promise<void> => watching.untilAsCold({ out, language: ["go"] });
const start = async (): Promise<void> => {
  watching.start("--out", out, "-l", "go");
  await watching.until("watching");
};

beforeEach(() => {
  watching = new Watching();
  out = join(watching.folder, "out");
  save("ping.ts", message("Ping"));
});
afterEach(() => watching.remove());

describe("an edit", () => {
  it("made the moment it says that it watches is generated", async () => {
    await start();
    save("ping.ts", message("Pong"));
    await asCold();
    expect(await watching.stop()).toBe(0);
  });

  it("made during the first run is generated", async () => {
    watching.start("--out", out, "-l", "go");
    await watching.until("go ");
    save("ping.ts", message("Pong"));
    await asCold();
  });

  it("that puts another file in a file's place, as editors do, is generated", async () => {
    await start();
    for (const name of ["Pong", "Peng"]) {
      save("ping.ts.tmp", message(name));
      renameSync(at("ping.ts.tmp"), at("ping.ts"));
      await asCold();
    }
  });

  it("that changes nothing runs nothing", async () => {
    await start();
    const from = watching.printed.length;
    save("ping.ts", message("Ping"));
    save("notes.md", "not spec");
    await new Promise((resolve) => setTimeout(resolve, 300));
    save("ping.ts", message("Pong"));
    await watching.until("up to date", { from });
    await asCold();
    expect(watching.printed.slice(from).split("up to date")).toHaveLength(2);
  });

  it("in a burst of edits is generated, in few runs", async () => {
    await start();
    const from = watching.printed.length;
    for (let n = 0; n < 200; n++) save(`burst${n % 10}.ts`, message(`Burst${n}`));
    await asCold();
    expect(watching.printed.slice(from).split("up to date").length).toBeLessThan(10);
  });
});

describe("files and folders", () => {
  it("that come are read, however deep, and leave when they go", async () => {
    await start();
    save("deep/er/new.ts", message("New"));
    await asCold();
    save("deep/er/new.ts", message("Newer"));
    await asCold();
    rmSync(at("deep/er/new.ts"));
    await asCold();
  });

  it("that are moved in, renamed and moved out are followed", async () => {
    await start();
    watching.write("elsewhere/part/one.ts", message("One"));
    renameSync(join(watching.folder, "elsewhere/part"), at("part"));
    await asCold();
    renameSync(at("part/one.ts"), at("part/two.ts"));
    await asCold();
    renameSync(at("part"), at("whole"));
    await asCold();
    save("whole/two.ts", message("Two"));
    await asCold();
    renameSync(at("whole"), join(watching.folder, "elsewhere/whole"));
    await asCold();
  });

  it("that go and come back under the same name are followed", async () => {
    save("part/one.ts", message("One"));
    await start();
    rmSync(at("part"), { recursive: true });
    mkdirSync(at("part"));
    save("part/one.ts", message("Other"));
    await asCold();
    save("part/one.ts", message("Another"));
    await asCold();
  });

  it("that others refer to are missed when they go, and found when they come back", async () => {
    save("user.ts", `import type { Layout } from "meshwright/lang";\nimport type { Ping } from "./ping.js";\n\nexport interface User extends Layout {\n  ping: Ping;\n}\n`);
    save("ping.ts", message("Ping").replace(" extends Layout", "").replace("Layout, ", ""));
    await start();
    const kept = readFileSync(at("ping.ts"), "utf8");
    rmSync(at("ping.ts"));
    await watching.until("Cannot find module './ping.js'");
    save("ping.ts", kept.replace("u32;", "u8;"));
    await asCold();
  });
});

describe("a fault", () => {
  it("is shown, leaves what was generated, and is over when it is mended", async () => {
    await start();
    const before = generated();
    save("ping.ts", message("Ping", "  name: Nonsense;\n"));
    await watching.until("ping.ts:4:9: error");
    await watching.until("nothing was written");
    expect(generated()).toEqual(before);
    save("ping.ts", message("Mended"));
    await asCold();
  });

  it("that is there at the start is shown as well", async () => {
    save("ping.ts", message("Ping", "  name: Nonsense;\n"));
    await start();
    expect(watching.printed).toContain("ping.ts:4:9: error");
    save("ping.ts", message("Mended"));
    await asCold();
  });

  it("in meshwright.json is one, too", async () => {
    await start();
    save("meshwright.json", "{");
    await watching.until("error MW0002");
    save("meshwright.json", JSON.stringify({ name: "watched", version: "2.0.0" }));
    await asCold();
  });

  it("ends it when the folder goes", async () => {
    await start();
    rmSync(at("."), { recursive: true });
    expect(await watching.ended).toBe(1);
    expect(watching.printed).toContain("is gone");
  });
});

describe("the outputs of meshwright.json", () => {
  const outputs = (folders: object): void => save("meshwright.json", JSON.stringify({ name: "watched", version: "1.0.0", outputs: folders }));

  it("are read after each edit", async () => {
    outputs({ go: { codecs: "../a/generated" } });
    watching.start();
    await watching.until("watching");
    outputs({ go: { codecs: "../b/generated" }, python: { codecs: "../c/generated" } });
    await watching.until("up to date", { times: 2 });
    expect(existsSync(join(watching.folder, "b/generated"))).toBe(true);
    expect(readdirSync(join(watching.folder, "c/generated"))).not.toEqual([]);
    outputs({ go: { codecs: "../b/made" } });
    await watching.until('the folder must be called "generated"');
    outputs({ python: { codecs: "../d/generated" } });
    await watching.until("up to date", { times: 3 });
    expect(existsSync(join(watching.folder, "d/generated"))).toBe(true);
  });
});

it("comes to what a cold run makes after any edits, in all languages", { timeout: 120_000 }, async () => {
  const { below, pick } = random(7);
  const files = ["ping.ts", "a/one.ts", "a/two.ts", "b/three.ts"];
  const edits = [
    () => save(pick(files), message(`Name${below(1000)}`, Array.from({ length: 1 + below(4) }, (_, n) => `  f${n}: ${pick(["u8", "u32", "u8[] & never", "Missing"].slice(0, below(8) === 0 ? 4 : 2))};\n`).join(""))),
    () => rmSync(at(pick(files.slice(1))), { force: true }),
    () => save("meshwright.json", JSON.stringify({ name: "watched", version: `1.0.${below(9)}` })),
  ];
  watching.start("--out", out, "--peers");
  await watching.until("watching");
  for (let round = 0; round < 4; round++) {
    for (let n = below(4); n >= 0; n--) pick([edits[0]!, edits[0]!, edits[1]!, edits[2]!])();
    // Every second round ends in whatever state it is in, sound or not.
    if (round % 2 === 1) for (const file of files.filter((file) => existsSync(at(file)))) save(file, message(`Sound${below(1000)}${files.indexOf(file)}`));
    if (round % 2 === 1) await watching.untilAsCold({ out, peers: true });
  }
  expect(readTree(out)).toEqual(watching.generateApart("--peers"));
});
