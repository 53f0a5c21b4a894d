import assert from "node:assert/strict";
import { test } from "vitest";
import { rise } from "../../benches/codecs/report/growth.mjs";
import { growthPlot } from "../../benches/codecs/report/growth-plot.mjs";
import { ratioPlot } from "../../benches/codecs/report/ratio-plot.mjs";
import { comparisons } from "../../benches/codecs/report/ratios.mjs";
import { fillMarkers } from "../../benches/report/readme.mjs";
import { aimTable, gaps, growthTable, languageTable, sizeTable } from "../../benches/codecs/report/tables.mjs";

const timed = (language, library, op, ns, bytes = 64) => ({ language, library, version: "1.0", message: "PacketHeader", op, ns, bytes });
const results = [
  timed("go", "meshwright", "encode", 10),
  timed("go", "protobuf", "encode", 19, 70),
  timed("go", "meshwright", "decode", 10),
  timed("go", "protobuf", "decode", 20, 70),
  timed("python", "meshwright", "decode", 100),
  timed("python", "meshwright (accelerated)", "decode", 10),
  timed("python", "protobuf (pure Python)", "decode", 101, 70),
  timed("python", "protobuf", "decode", 9, 70),
  ...[64, 4096, 1 << 20].map((bytes) => ({ ...timed("go", "meshwright", "decode", bytes * 2, bytes), message: "GrowthText", growth: true })),
];

test("an aim is met from its ratio on, in each language against its own rival", () => {
  const cells = comparisons(results).flatMap(({ label, cells }) => cells.filter(({ ratio }) => ratio !== undefined).map(({ op, ratio, met }) => `${label} ${op} ${ratio} ${met}`));
  assert.deepEqual(cells, ["Go encode 1.9 false", "Go decode 2 true", "Python, pure decode 1.01 true", "Python, accelerated decode 0.9 false"]);
});

test("tables hold each ratio, and leave what was not timed open", () => {
  assert.match(aimTable(results), /PacketHeader: small, fixed \| 1\.90× ✗ \| 2\.00× ✓ \| – \| 1\.01× ✓ \| – \| 0\.90× ✗/);
  assert.match(languageTable(results, "go"), /PacketHeader \| encode \| 10 ns \| 1\.90× \|/);
  assert.match(sizeTable(results), /message \| meshwright \| protobuf, protobuf \(pure Python\) \|\n.*\n\| PacketHeader \| 64 \| 70 \|/);
  assert.ok(gaps(results).includes("Rust: meshwright was not timed"));
});

test("a byte that costs more in larger messages is found, unless memory explains it", () => {
  const points = (...costs) => costs.map((cost, index) => ({ bytes: 1024 * 4 ** index, cost }));
  assert.equal(rise({ points: points(1, 1.1, 1.9, 2.4) }), undefined);
  assert.equal(rise({ points: points(0.1, 0.1, 0.6) }), undefined);
  assert.equal(rise({ points: [{ bytes: 64, cost: 0.1 }, ...points(5, 5)] }), undefined);
  assert.deepEqual(rise({ points: points(1, 2, 8, 6) }), { from: { bytes: 1024, cost: 1 }, to: { bytes: 16_384, cost: 8 } });
  assert.match(growthTable(results), /Text \| decode \| Go \| 2\.0 \| – \| – \| 2\.0 \| – \| linear/);
});

test("plots are drawn from whatever was timed", () => {
  assert.equal(ratioPlot(results).match(/<circle/g).length, 4 + 3);
  assert.equal(growthPlot(results).match(/class="go curve"/g).length, 1);
});

test("text goes between markers, and nowhere else", () => {
  assert.equal(fillMarkers("a <!-- x -->old<!-- /x --> b", { x: "new" }), "a <!-- x -->\nnew\n<!-- /x --> b");
  assert.throws(() => fillMarkers("a", { x: "new" }), /no <!-- x -->/);
});
