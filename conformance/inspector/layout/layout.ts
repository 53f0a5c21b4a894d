/** Lays a message out: a tree of fields, and the pieces of the input that they take. */
import { layOutBinary, surplus } from "./binary.js";
import { layOutJson } from "./json.js";
import { shortName } from "./label.js";
import type { Layout, Neutral } from "./node.js";
import { Sketch, Stopped, type Cursor } from "./sketch.js";
import type { SpecIndex } from "./spec.js";

/** `refusedAt`: where a decoder gave up; what begins after it stays out. */
export function layOut(spec: SpecIndex, type: string, bytes: Uint8Array, refusedAt = Infinity): Layout {
  const found = spec.roots.get(type);
  if (!found) throw new Error(`the description has no message ${type}`);
  const sketch = new Sketch(bytes, spec, refusedAt);
  const at: Cursor = { pos: 0, end: bytes.length };
  const root = sketch.node(null, "", shortName(type), at);
  const doc = spec.doc(type).text;
  if (doc !== undefined) root.doc = doc;
  let value: Neutral | undefined;
  try {
    const walk = found.family === "json" ? layOutJson : layOutBinary;
    const whole = walk({ op: "unit", type, family: found.family }, root, at, sketch);
    surplus(root, at, sketch);
    value = whole;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  }
  return { root, pieces: sketch.pieces, value };
}
