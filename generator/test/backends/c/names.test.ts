/** Odd names: every keyword of C and C++, names of the runtime, and names that clash once they are C's. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RESERVED_MEMBERS } from "../../../src/backends/c/reserved.js";
import { readSpec } from "../../../src/read/read.js";
import type { Spec } from "../../../src/ir/model.js";
import { vectorsOf } from "../../vectors/selfcheck.js";
import { cc, compilePeer, complaints, failedVectors, scratchFolder, sourcesIn, writePackage } from "./tools.js";

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

function read(files: Record<string, string>, name: string): Spec {
  const folder = scratchFolder();
  folders.push(folder);
  for (const [path, content] of Object.entries({ ...files, "meshwright.json": JSON.stringify({ name, version: "1.0.0" }) })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const { spec, diagnostics } = readSpec(folder);
  expect(diagnostics).toEqual([]);
  return spec!;
}

const members = (type: string): string =>
  [...RESERVED_MEMBERS]
    .filter((word) => /^[a-z][a-z0-9]*$/.test(word))
    .map((word) => `${word}: ${type};`)
    .join(" ");

const torture = {
  "arena.ts": `import type { Compact, Empty, Enum, Flags, Json, Layout, Map, Nullable, Tagged, Text, Internal, u8 } from "meshwright/lang";
    /** Ends a comment: *\\/ and starts one /* in it, a trigraph ??/ and a backslash at the end \\\\ */
    export interface Keywords extends Compact { ${members("u8")} hasX: u8; x?: u8; hasx: u8; out: u8; value: u8; r: u8; w: u8; at: u8; i: u8; unknown: u8; fooBar: u8; foo_bar: u8; items: u8[]; count: u8 }
    export interface JsonKeywords extends Json { ${members("u8")} first: u8; member: u8; object: u8; present?: Nullable<u8>; start: Text }
    export type Cases = Compact<Tagged<u8, { ${[...RESERVED_MEMBERS].filter((word) => /^[a-z][a-z0-9]*$/.test(word)).map((word) => `${word}: Empty;`).join(" ")} tag: { u: u8 }; size: { tag: u8 } }>>;
    export type Tags = Json<Internal<"tag", { tag: { value: u8 }; default: Empty }>>;
    /** Names of the runtime. */
    export interface Arena extends Layout { buffer: u8 }
    export interface Text_ extends Layout { u8: u8 }
    export interface U8List extends Compact { list: u8[] }
    /** Clash with what is made from another's name. */
    export interface Foo extends Compact { list: Foos[]; maps: Map<Text, Map<Text, Nullable<u8>>> }
    export interface Foos { at: u8 }
    export interface FoosList extends Compact { value: u8; kind: FooKind; flags: Flags<u8, FooFlag> }
    export type FooKind = Enum<u8, { size: 0; caseSize: 1 }>;
    export interface FooFlag { kindSize: 1; default: 2 }
  `,
  "other/arena.ts": `import type { Compact, u8 } from "meshwright/lang"; import type { Foo as First } from "../arena.js"; import type { Back } from "../ring.js";
    /** The same name in another module, and modules that need each other. */
    export interface Foo extends Compact { first: First; size: u8 }
    export interface Ring extends Compact { back?: Back }
  `,
  "ring.ts": `import type { Bit, Bits, Compact, Enum, u8 } from "meshwright/lang"; import type { Ring } from "./other/arena.js"; import type { Way } from "./way.js";
    export interface Back { rings: Ring[]; value: u8 }
    export interface Root extends Compact { ring?: Ring }
    /** Each of two modules packs the other's enum. */
    export type Gear = Enum<u8, { low: 0; high: 2 }>;
    export type Ways = Bits<u8, { way: Bit<4, Way>; other: Bit<4, Way> }>;
  `,
  "way.ts": `import type { Bit, Bits, Compact, Enum, u8 } from "meshwright/lang"; import type { Gear, Ways } from "./ring.js";
    export type Way = Enum<u8, { left: 1; right: 2 }>;
    export type Gears = Bits<u8, { gear: Bit<4, Gear>; other: Bit<4, Gear> }>;
    export interface Drive extends Compact { gears: Gears; ways: Ways }
  `,
};

/** A spec called `mw` is called as the runtime is. */
describe.skipIf(!cc).each(["double", "mw"])("odd names, in a spec called %s", (name) => {
  let spec: Spec;
  let folder: string;

  beforeAll(() => {
    spec = read(torture, name);
    folder = scratchFolder();
    folders.push(folder);
    writePackage(spec, folder);
  });

  it("mean what the spec says", { timeout: 60_000 }, () => {
    expect(compilePeer(folder)).toBe("");
    expect(failedVectors(join(folder, "peer.out"), vectorsOf(spec))).toEqual([]);
  });

  it("are names in C++, too", () => {
    const cpp = sourcesIn(join(folder, "generated/include"), ".h").map((header) => ["-include", header]);
    expect(complaints("c++", ["-fsyntax-only", "-Wall", "-Wextra", "-Werror", `-I${join(folder, "include")}`, `-I${join(folder, "generated/include")}`, ...cpp.flat(), "-x", "c++", "/dev/null"])).toBe("");
  });
});
