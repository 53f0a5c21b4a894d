/** Buffers that grow while a prefix is written before what it announces. */
import { expect, test } from "vitest";
import { VAR_U64 } from "../../src/codec/binary/prefix.js";
import { writeText } from "../../src/codec/binary/write-values.js";
import { Writer } from "../../src/codec/binary/writer.js";

test("no byte is lost wherever a buffer grows", () => {
  for (let filled = 900; filled <= 1024; filled++)
    for (const text of ["", "x", "é", "x".repeat(20), "x".repeat(127), "é".repeat(100)]) {
      const w = new Writer();
      w.pos = filled;
      const parts = [text, text, "z"];
      for (const part of parts) writeText(w, VAR_U64, part);
      const expected = parts.flatMap((part) => {
        const bytes = Buffer.from(part);
        return [...(bytes.length < 128 ? [bytes.length] : [(bytes.length & 127) | 128, bytes.length >> 7]), ...bytes];
      });
      expect(Buffer.from(w.bytes.subarray(filled, w.pos)).equals(Buffer.from(expected)), `${filled}, ${text}`).toBe(
        true,
      );
    }
});
