/** Text as JSON strings. */
import type { TypeExpr } from "../../../ir/model.js";
import { patternFault, sizeFault } from "../limits.js";
import type { Neutral } from "../neutral.js";
import { textFrom } from "../neutral.js";
import type { RefusalKind } from "../refusal.js";
import { refuse, refuseValue } from "../refusal.js";
import { utf8Of } from "../utf8.js";
import type { JsonReader } from "./reader.js";
import { stringText } from "./strings.js";
import type { JsonWriter } from "./writer.js";

type TextType = Extract<TypeExpr, { kind: "text" }>;

/** Sizes count bytes of UTF-8, not of the escaped form. */
export function textFault(type: TextType, text: string): RefusalKind | undefined {
  return sizeFault(type.limit, utf8Of(text).length) ?? patternFault(type, text);
}

export function readText(reader: JsonReader, type: TextType, path: string): Neutral {
  const { start, text } = reader.cursor.plainString(path);
  const fault = textFault(type, text);
  if (fault) refuse(fault, start, path);
  return text;
}

export function writeText(writer: JsonWriter, type: TextType, value: Neutral | undefined, path: string): void {
  const text = textFrom(value, path);
  const fault = textFault(type, text);
  if (fault && writer.strict) refuseValue(fault, path);
  writer.token(stringText(text), path, "string", "text");
}
