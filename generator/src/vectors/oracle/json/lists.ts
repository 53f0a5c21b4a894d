/** JSON arrays: lists, arrays, and what else is written as one. */
import type { SizeLimit, TypeExpr } from "../../../ir/model.js";
import { exactSizeFault, sizeFault } from "../limits.js";
import type { Neutral } from "../neutral.js";
import { arrayOf } from "../neutral.js";
import { elementPath, refuse, refuseValue } from "../refusal.js";
import type { JsonReader } from "./reader.js";
import type { JsonWriter } from "./writer.js";

type ListType = Extract<TypeExpr, { kind: "list" }>;
type ArrayType = Extract<TypeExpr, { kind: "array" }>;

/**
 * `element` is called for each, with its path. What follows `[` or `,` belongs to the element there; `,` and `]` to the array. One element too many is
 * refused before it is read, at the bracket.
 */
export function readElements(reader: JsonReader, path: string, limit: SizeLimit, element: (path: string) => void): void {
  const { cursor } = reader;
  const start = cursor.expect("[", path);
  let count = 0;
  if (!cursor.accept("]", elementPath(path, 0)))
    do {
      if (count === limit.max) refuse("too_long", start, path);
      element(elementPath(path, count++));
    } while (!endOf(reader, path));
  const fault = sizeFault(limit, count);
  if (fault) refuse(fault, start, path);
}

function endOf({ cursor }: JsonReader, path: string): boolean {
  if (cursor.accept("]", path)) return true;
  cursor.expect(",", path);
  return false;
}

export function writeElements<Element>(writer: JsonWriter, path: string, elements: Element[], write: (element: Element, index: number) => void): void {
  const start = writer.position;
  writer.punctuation("[", path);
  const written = elements.map((element, index) => {
    if (index > 0) writer.punctuation(",", path);
    const from = writer.position;
    write(element, index);
    return { start: from, end: writer.position };
  });
  writer.punctuation("]", path);
  writer.mark(start, path, { kind: "array", elements: written });
}

export function readList(reader: JsonReader, type: ListType | ArrayType, path: string): Neutral {
  const limit = type.kind === "list" ? type.limit : { min: type.size, max: type.size };
  const elements: Neutral[] = [];
  readElements(reader, path, limit, (own) => elements.push(reader.value(type.element, own)));
  return elements;
}

export function writeList(writer: JsonWriter, type: ListType | ArrayType, value: Neutral | undefined, path: string): void {
  const elements = arrayOf(value, path);
  const fault = type.kind === "list" ? sizeFault(type.limit, elements.length) : exactSizeFault(type.size, elements.length);
  if (fault && (writer.strict || type.kind === "array")) refuseValue(fault, path);
  writeElements(writer, path, elements, (element, index) => writer.value(type.element, element, elementPath(path, index)));
}
