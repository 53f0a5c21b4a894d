import { describe, expect, it } from "vitest";
import { lower } from "../src/codec/lower.js";
import { editDistance } from "../src/explain/find.js";
import { explain, explainer } from "../src/explain/explain.js";
import { show } from "../src/explain/terminal/show.js";
import { readSpec } from "../src/read/read.js";
import { fileURLToPath } from "node:url";
import type { BitsDef, Spec } from "../src/ir/model.js";
import { array, bytes, compact, constInt, embedded, enumeration, fixedBytes, int, json, layout, list, packed, prefix, ref, reserved, rest, spec, struct, text, union } from "./check/ir.js";

const shown = (model: Spec, type: string, width = 80): string => `\n${explain(lower(model), type, { color: false, width })}\n`;

describe("messages of a fixed size", () => {
  it("are drawn eight bytes a row, and listed", () => {
    const model = spec(
      struct("Header", { magic: constInt("u16", "22349"), kind: ref("Kind"), reserved: reserved(1), link: ref("Link"), key: fixedBytes(20), tail: array(3, int("u16")) }, packed(34)),
      struct("Link", { from: int("u16"), to: { ...int("u16"), endian: "be" } as never }),
      enumeration("Kind", { first: 1, second: 2 }),
    );
    expect(shown(model, "Header")).toBe(`
bad.Header  Packed, 34 bytes

         0        1        2        3        4        5        6        7
     ┌─────────────────┬────────┬────────┬─────────────────┬─────────────────┐
   0 │ magic           │ kind   │ reserv…│ link.from       │ link.to         │
     ├─────────────────┴────────┴────────┴─────────────────┴─────────────────┤
   8 │ key (20 bytes)                                                        │
     │                                                                       │
  16 │                                                                       │
     │                                   ┌───────────────────────────────────┤
  24 │                                   │ tail                              │
     ├─────────────────┬─────────────────┴───────────────────────────────────┘
  32 │                 │
     └─────────────────┘

offset  size  field
0       2     magic     u16 LE, always 0x574d
2       1     kind      Kind, u8: 1 first, 2 second
3       1     reserved  always zero
4       4     link      Link
8       20    key       20 bytes
28      6     tail      3 × u16 LE

Link
offset  size  field
0       2     from   u16 LE
2       2     to     u16 BE
`);
  });

  it("leave out rows that hold nothing but the middle of a value", () => {
    const lines = shown(spec(struct("Header", { key: fixedBytes(64) }, packed(64))), "Header").split("\n");
    expect(lines.slice(3, 11)).toEqual([
      "         0        1        2        3        4        5        6        7",
      "     ┌───────────────────────────────────────────────────────────────────────┐",
      "   0 │ key (64 bytes)                                                        │",
      "     │                                                                       │",
      "   ⋮ │                                                                       │",
      "     │                                                                       │",
      "  56 │                                                                       │",
      "     └───────────────────────────────────────────────────────────────────────┘",
    ]);
  });

  it("spell out bits", () => {
    const bits = { ...enumeration("Entry", {}), kind: "bits", repr: "u8", fields: [
      { name: "count", jsonName: "count", doc: { text: "How many." }, width: 6, content: { kind: "uint" } },
      { name: "", jsonName: "", doc: { text: "" }, width: 1, content: { kind: "reserved" } },
      { name: "last", jsonName: "last", doc: { text: "" }, width: 1, content: { kind: "bool" } },
    ] } as unknown as BitsDef;
    expect(shown(spec(bits, struct("Message", { entry: ref("Entry") }, packed(1))), "Entry")).toBe(`
bad.Entry  bit fields, u8, 1 byte

bits  name
0–5   count  number of 6 bits
             How many.
6            always zero
7     last   bool
`);
  });
});

describe("messages of variable size", () => {
  it("count from the last value of unknown size", () => {
    const model = spec(
      struct("Request", { service: text(prefix("u8"), { min: 1, max: 64 }), deadline: int("u64"), flags: int("u16"), headers: list(ref("Part"), prefix("u8")), header: embedded("Header"), body: bytes(rest) }, layout),
      struct("Part", { name: text(prefix("u16")), "value?": int("u8") }, undefined),
      struct("Header", { a: int("u32") }, packed(4)),
    );
    expect(shown(model, "Request")).toBe(`
bad.Request  Layout, at least 17 bytes

offset         size    field
0              1       service   u8: length, 1–64
1              length            UTF-8
after service  8       deadline  u64 LE
+8             2       flags     u16 LE
+10            1       headers   u8: count
+11                              that many: Part
after headers  4       header    message Header
+4             rest    body      bytes (to the end of the window)

Part
offset      size    field
0           2       name    u16 LE: length
2           length          UTF-8
after name          value?  if bytes are left: u8
`);
  });

  it("give varints their range, and unions their cases", () => {
    const model = spec(
      struct("Small", { version: constInt("u16", "300"), count: int("u32"), choice: ref("Choice"), names: list(text()) }, compact),
      union("Choice", [["one", "One"], ["none", null]], { repr: "u32" }),
      struct("One", { a: int("u8") }),
    );
    expect(shown(model, "Small")).toBe(`
bad.Small  Compact, at least 4 bytes

offset           size  field
0                2     version  varint u16, always 0x012c
after version    1–5   count    varint u32
after count            choice   Choice
after choice     1–10  names    varint u64: count
after its count                 that many: text (varint u64: length)

Choice
The tag (varint u32, 1–5 bytes), then the case:
tag  case  content
0    one   One
1    none  nothing

One
offset  size  field
0       1     a      u8
`);
  });
});

it("shows JSON by an example with notes", () => {
  const model = spec(
    struct("Document", { nodeId: int("u64"), "label?": text(), part: ref("Part"), parts: list(ref("Part")), events: list(ref("Event")) }, json),
    struct("Part", { "sizes=": list(int("u8", { min: "1" }), undefined, { min: 0, max: 4 }) }, undefined, true),
    union("Event", [["start", "Part"], ["stop", null]], { tagging: { style: "internal", tag: "type" } }),
  );
  expect(shown(model, "Document")).toBe(`
bad.Document  Json

{
  "node_id": 0,       u64
  "label": "…",       text, may be left out
  "part": {           Part
    "sizes": [1, …],  u8, at least 1, at most 4 of them, left out when empty
    …                 unknown members are kept
  },
  "parts": [{…}, …],  Part, as above
  "events": [{…}, …]  Event, below
}

Event
{
  "type": "start",
  "sizes": [1, …],  u8, at least 1, at most 4 of them, left out when empty
  …                 unknown members are kept
}
{"type": "stop"}
`);
});

describe("a type that is not there", () => {
  const model = spec(struct("PacketHeader", { a: int("u8") }, packed(1)), struct("Other", {}));

  it("brings near names to mind", () => {
    expect(() => shown(model, "PaketHaeder")).toThrow("The spec has no type PaketHaeder. Did you mean bad.PacketHeader?");
    expect(() => shown(model, "Nonsense")).toThrow("The spec has no type Nonsense.");
  });

  it.each([["abc", "abc", 0], ["abc", "acb", 1], ["", "abc", 3], ["kitten", "sitting", 3], ["Abc", "aBC", 0]])("measures %j and %j", (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance);
  });
});

describe("this project's own spec", () => {
  const { spec: own } = readSpec(fileURLToPath(new URL("../../spec", import.meta.url)));
  const explained = explainer(lower(own!));

  it.each([80, 120])("fits into %d columns", (width) => {
    for (const type of own!.types)
      for (const line of show(explained(type), { color: false, width }).split("\n")) expect(line.length, `${type.id}: ${line}`).toBeLessThanOrEqual(width);
  });
});
