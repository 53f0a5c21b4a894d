/** Seconds and nanoseconds. */
import type { TypeExpr } from "../../../ir/model.js";
import { durationParts } from "../duration.js";
import type { Neutral } from "../neutral.js";
import { emptyObject, memberOf, objectOf } from "../neutral.js";
import { memberPath } from "../refusal.js";
import type { BinaryReader } from "./reader.js";
import type { BinaryWriter } from "./writer.js";

export function readDuration(reader: BinaryReader, path: string): Neutral {
  const value = emptyObject();
  for (const { name, type } of durationParts) value[name] = reader.value(type satisfies TypeExpr, memberPath(path, name));
  return value;
}

export function writeDuration(writer: BinaryWriter, neutral: Neutral | undefined, path: string): void {
  const value = objectOf(neutral, path);
  for (const { name, type } of durationParts) writer.value(type, memberOf(value, name), memberPath(path, name));
}
