/** Lists and arrays. */
import type { TypeExpr } from "../../../ir/model.js";
import { exactSizeFault } from "../limits.js";
import type { Neutral } from "../neutral.js";
import { arrayOf } from "../neutral.js";
import { elementPath, refuse, refuseValue } from "../refusal.js";
import { readCount, writeSize } from "./lengths.js";
import type { BinaryReader } from "./reader.js";
import type { BinaryWriter } from "./writer.js";

type ListType = Extract<TypeExpr, { kind: "list" }>;
type ArrayType = Extract<TypeExpr, { kind: "array" }>;

export function readList(reader: BinaryReader, type: ListType, path: string): Neutral {
  const element = (index: number): Neutral => reader.value(type.element, elementPath(path, index));
  const count = readCount(reader, type.framing, type.limit, reader.least.of(type.element, reader.family), path);
  return count === undefined ? readToEnd(reader, type.limit, path, element) : Array.from({ length: count }, (_, index) => element(index));
}

/** Elements until the window ends; its bounds are judged with the place of the first one. */
export function readToEnd(reader: BinaryReader, limit: ListType["limit"], path: string, element: (index: number) => Neutral): Neutral[] {
  const start = reader.cursor.position;
  const elements: Neutral[] = [];
  while (reader.cursor.left > 0) {
    if (elements.length === limit.max) refuse("too_long", start, path);
    elements.push(element(elements.length));
  }
  if (elements.length < limit.min) refuse("out_of_range", start, path);
  return elements;
}

export function writeList(writer: BinaryWriter, type: ListType, value: Neutral | undefined, path: string): void {
  const elements = arrayOf(value, path);
  writeSize(writer, type.framing, type.limit, elements.length, { kind: "count", least: writer.writing.least.of(type.element, writer.family) }, path);
  elements.forEach((element, index) => writer.value(type.element, element, elementPath(path, index)));
}

export function readArray(reader: BinaryReader, type: ArrayType, path: string): Neutral {
  return Array.from({ length: type.size }, (_, index) => reader.value(type.element, elementPath(path, index)));
}

export function writeArray(writer: BinaryWriter, type: ArrayType, value: Neutral | undefined, path: string): void {
  const elements = arrayOf(value, path);
  const fault = exactSizeFault(type.size, elements.length);
  if (fault) refuseValue(fault, path);
  elements.forEach((element, index) => writer.value(type.element, element, elementPath(path, index)));
}
