/** Refusals on all vectors: the decoder's, at a place that the page can show. */
import { describe, expect, it } from "vitest";
import { inspect, tryAll } from "../layout/inspect.js";
import type { LayoutNode } from "../layout/node.js";
import { bytesOf, spec, vectorsByType } from "./vectors.js";

const all = vectorsByType();
const bytesNamed = (type: string, name: string): Uint8Array => bytesOf(all.find(([id]) => id === type)![1].find((vector) => vector.name === name)!);

function holds(node: LayoutNode, wanted: LayoutNode): boolean {
  return node === wanted || node.children.some((child) => holds(child, wanted));
}

describe.each(all)("%s", (type, vectors) => {
  it("is shown as the vectors say", () => {
    for (const vector of vectors) {
      const bytes = bytesOf(vector);
      const result = inspect(spec, type, bytes);
      if (result.verdict === "accepted") {
        expect([vector.verdict, result.agrees], vector.name).toEqual(["valid", true]);
        continue;
      }
      const { kind, offset, path } = result.refusal;
      expect({ kind, offset, path }, vector.name).toEqual(vector.verdict);
      const { mark, layout } = result;
      expect([mark.start, mark.node.path, holds(layout.root, mark.node)], vector.name).toEqual([offset, path, true]);
      expect(mark.end > mark.start && mark.end <= Math.max(bytes.length, offset + 1), `${vector.name}: ${mark.start}–${mark.end} of ${bytes.length}`).toBe(true);
      expect(layout.pieces.every(({ start, end }) => start >= offset || end <= offset), vector.name).toBe(true);
    }
  });
});

describe("a refusal", () => {
  it("marks all that is left of a field that is cut off", () => {
    const bytes = bytesNamed("wire.packet.PacketHeader", "flags none").subarray(0, 50);
    expect(inspect(spec, "wire.packet.PacketHeader", bytes)).toMatchObject({ refusal: { kind: "truncated" }, mark: { start: 48, end: 50, node: { path: "channel" } } });
  });

  it("marks surplus bytes to the end", () => {
    const bytes = new Uint8Array([...bytesNamed("wire.packet.PacketHeader", "flags none"), 1, 2, 3]);
    expect(inspect(spec, "wire.packet.PacketHeader", bytes)).toMatchObject({ refusal: { kind: "trailing_bytes" }, mark: { start: 64, end: 67, node: { path: "" } } });
  });
});

describe("all types", () => {
  it("names those that take the bytes first", () => {
    const [first, ...others] = tryAll(bytesNamed("wire.packet.PacketHeader", "flags none"));
    expect(first).toEqual({ type: "wire.packet.PacketHeader" });
    expect(others.length).toBe(spec.roots.size - 1);
  });

  it("survives any bytes", () => {
    let seed = 1;
    const next = (): number => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) >>> 16;
    for (let round = 0; round < 300; round++) {
      const bytes = Uint8Array.from({ length: next() % 96 }, () => next() & (round % 3 === 0 ? 0x03 : 0xff));
      for (const type of spec.roots.keys()) {
        const result = inspect(spec, type, bytes);
        if (result.verdict === "accepted") expect(result.agrees, `${type} ${Buffer.from(bytes).toString("hex")}`).toBe(true);
      }
    }
  });
});
