/** What the spec fixes has a name, and is what encoders write. */
import { expect, it } from "vitest";
import {
  HANDSHAKE_INIT_MAGIC,
  HANDSHAKE_INIT_TYPE,
  MANIFEST_MAGIC,
  NodeId,
  PUNCH_KEEP_ALIVE_MAGIC,
  PunchKeepAlive,
} from "../src/index.js";

it("constants are what encoders write", () => {
  const bytes = PunchKeepAlive.encode({ sender: NodeId(7n), punchId: 9 });
  expect(new DataView(bytes.buffer, bytes.byteOffset).getUint16(0, true)).toBe(PUNCH_KEEP_ALIVE_MAGIC);
  expect([HANDSHAKE_INIT_MAGIC, HANDSHAKE_INIT_TYPE]).toEqual([0x4857, 1]);
  expect(String.fromCharCode(...MANIFEST_MAGIC)).toBe("REDM");
});
