/** The three ways of saying in JSON which case of a union it is. */
import { key, layOutJson, members, punctuation, string } from "./json.js";
import type { LayoutNode, Neutral } from "./node.js";
import type { Cursor, Sketch } from "./sketch.js";
import { Stopped } from "./sketch.js";
import type { UnitOf } from "./spec.js";

type Union = UnitOf<"union">;
type Case = Union["cases"][number];

/** `{"type":"start",…}`: the tag among the members of the case. */
export function internal(unit: Union, node: LayoutNode, at: Cursor, sketch: Sketch): Neutral {
  const found = taggedCase(unit, node, at, sketch);
  const payload = found.codec?.op === "unit" ? sketch.spec.struct(found.codec.type, found.codec.family) : { fields: [], open: false, type: "" };
  return { case: found.name, value: members(payload, node, at, sketch, true) };
}

/** `{"type":"start","content":…}`. */
export function adjacent(unit: Union, node: LayoutNode, at: Cursor, sketch: Sketch): Neutral {
  const found = taggedCase(unit, node, at, sketch);
  let value: Neutral = {};
  if (found.codec) {
    punctuation(",", node, at, sketch);
    key(node, at, sketch, "mark");
    value = layOutJson(found.codec, node, at, sketch);
  }
  punctuation("}", node, at, sketch);
  return { case: found.name, value };
}

/** `"stop"`, or `{"start":…}`. */
export function external(unit: Union, node: LayoutNode, at: Cursor, sketch: Sketch): Neutral {
  if (sketch.bytes[at.pos] !== "{".charCodeAt(0)) return { case: caseNamed(unit, string(node, "mark", at, sketch), node).name, value: {} };
  punctuation("{", node, at, sketch);
  const found = caseNamed(unit, key(node, at, sketch, "mark"), node);
  if (!found.codec) throw new Stopped();
  const value = layOutJson(found.codec, node, at, sketch);
  punctuation("}", node, at, sketch);
  return { case: found.name, value };
}

/** The opening brace and the tag, which comes first. */
function taggedCase(unit: Union, node: LayoutNode, at: Cursor, sketch: Sketch): Case {
  const { tagging } = unit;
  punctuation("{", node, at, sketch);
  const name = key(node, at, sketch, "mark");
  if (!tagging || tagging.style === "external" || name !== tagging.tag) throw new Stopped();
  return caseNamed(unit, string(node, "mark", at, sketch), node);
}

function caseNamed(unit: Union, name: string, node: LayoutNode): Case {
  const found = unit.cases.find(({ jsonName }) => jsonName === name);
  if (!found) throw new Stopped();
  node.cases.push(found.name);
  return found;
}
