// A spec of as many types as one likes, of the mix that real ones have: parts, messages in each encoding, enums, flags, bits, unions,
// rings, chains, protobuf and services.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Types in one file: as many as people put there. */
const PER_FILE = 50;
const WORDS = "Bit, Bits, Brand, Bytes, Compact, Const, Counted, Embedded, Empty, Enum, External, Field, Flags, Internal, Json, Layout, Limit, Map, Nullable, Packed, Pattern, Proto, Rest, Service, Sized, Stream, Tag, Tagged, Text, bool, f64, i32, u16, u32, u64, u8";

/** Writes the spec's files. `types` is a multiple of ten. */
export function writeSpec(folder, types) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "meshwright.json"), JSON.stringify({ name: "growth", version: "1.0.0" }));
  for (let first = 0; first < types; first += PER_FILE) {
    const file = first / PER_FILE;
    const imports = [`import type { ${WORDS} } from "meshwright/lang";`, ...(file === 0 ? [] : [`import type { Part${first - PER_FILE} } from "./file${file - 1}.js";`])];
    const groups = [];
    for (let n = first; n < Math.min(first + PER_FILE, types); n += 10) groups.push(group(n, first));
    writeFileSync(join(folder, `file${file}.ts`), `${imports.join("\n")}\n\n${groups.join("\n")}`);
  }
}

/** Ten types. `first` is the number of the file's first one. */
function group(n, first) {
  const shared = first === 0 ? first : first - PER_FILE;
  const before = n === first ? undefined : n - 10;
  return `/** A part, number ${n}. */
export interface Part${n} {
  id: u32;
  /** In millimetres. */
  width: u64;
  kind: Kind${n};
  options: Options${n};
  ratio: f64;
}

/** What there is of it. */
export type Kind${n} = Enum<u16, { ${members(n % 100 === 0 ? 200 : 8, (i) => `member${i}: ${i}`)} }>;

/** What may be done with it. */
export type Options${n} = Flags<u8, { readable: 1; writable: 2; hidden: 8 }>;

/** Of fixed size. */
export interface Header${n} extends Packed<32> {
  magic: Const<u16, ${n}>;
  kind: Kind${n};
  part: Part${n};
  rest: Bytes<5>;
}

/** Fields in order. */
export interface Frame${n} extends Layout {
  header: Embedded<Header${n}>;
  name: Sized<u8, Pattern<Text, "[a-z][a-z0-9_]*">>;
  parts: Counted<u8, Part${n}[]>;
  chain: Link${n};
  body: Rest<Bytes>;
}

/** Each holds the one before it. */
export interface Link${n} {
  value: u16;${before === undefined ? "" : `\n  next: Link${before};`}
}

/** One of several. */
export type Choice${n} = Tagged<u32, { ${members(n % 100 === 0 ? 60 : 5, (i) => (i < 2 ? `case${i}: Node${n}` : `case${i}: Empty`))} }>;

/** It may hold itself. */
export interface Node${n} {
  label: Text;
  count: Limit<u32, 1, 1000>;
  other: Nullable<Part${shared}>;
  children: Node${n}[];
  choice?: Choice${n};
}

/** Fields with lengths of their own. */
export interface Document${n} extends ${n % 20 === 0 ? "Json" : "Compact"} {
  title: Text;
  tags: Text[];
  part: Part${n};
  node?: Node${n};
  byName: Map<Text, i32>;
}

/** For others' tools. */
export interface Request${n} extends Proto {
  id: Field<1, u64>;
  names: Field<2, Text[]>;${before === undefined ? "" : `\n  before?: Field<3, Request${before}>;`}
}
${n % 100 === 0 ? `\n/** Serves requests. */\nexport interface Server${n} extends Service<"server-${n}"> {\n  get(request: Request${n}): Request${n};\n  list(request: Request${n}): Stream<Request${n}>;\n}\n` : ""}`;
}

const members = (count, member) => Array.from({ length: count }, (_, i) => member(i)).join("; ");
