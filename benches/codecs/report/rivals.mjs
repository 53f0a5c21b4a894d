/** Which libraries are compared in which language, and what is aimed at. */

/** In the order in which they are shown. */
export const languages = [
  { id: "rust", name: "Rust" },
  { id: "c", name: "C" },
  { id: "go", name: "Go" },
  { id: "ts", name: "TypeScript" },
  { id: "python", name: "Python" },
];

/** Smallest first in the mind of a reader, not in bytes. */
export const messages = [
  { id: "PacketHeader", what: "small, fixed" },
  { id: "MachineReport", what: "large, fixed" },
  { id: "Order", what: "nested four deep" },
  { id: "Profile", what: "twenty texts" },
  { id: "SampleArray", what: "1,000 structures" },
  { id: "Drawing", what: "120 tagged unions" },
  { id: "Inventory", what: "map of 100" },
  { id: "Invoice", what: "JSON document" },
];

export const operations = ["encode", "decode"];

/** A comparison with an aim: `ours` is to be at least `times` as fast as `theirs`. */
export const aims = {
  rust: [{ ours: "meshwright", theirs: "protobuf", times: 2 }],
  c: [{ ours: "meshwright", theirs: "protobuf", times: 2 }],
  go: [{ ours: "meshwright", theirs: "protobuf", times: 2 }],
  ts: [{ ours: "meshwright", theirs: "protobuf-es", times: 2 }],
  python: [
    { ours: "meshwright", theirs: "protobuf (pure Python)", times: 1, label: "Python, pure" },
    { ours: "meshwright (accelerated)", theirs: "protobuf", times: 1, label: "Python, accelerated" },
  ],
};
