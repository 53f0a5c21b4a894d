/** Constants are members like others. */
import type { TypeExpr } from "../../../ir/model.js";
import { checkConstant } from "../constants.js";
import type { Neutral } from "../neutral.js";
import { refuse } from "../refusal.js";
import { decodeText } from "./bytes.js";
import { integerAt } from "./numbers.js";
import type { JsonReader } from "./reader.js";
import { stringText } from "./strings.js";
import type { JsonWriter } from "./writer.js";

type ConstType = Extract<TypeExpr, { kind: "const" }>;

export function readConstant(reader: JsonReader, type: ConstType, path: string): Neutral {
  const start = reader.cursor.position;
  if (!isExpected(reader, type, path)) refuse("bad_constant", start, path);
  return null;
}

function isExpected({ cursor }: JsonReader, type: ConstType, path: string): boolean {
  if (type.of === "int") {
    const { start, text } = cursor.number(path);
    return integerAt(text, { int: type.int }, start, path) === BigInt(type.value);
  }
  const { start, text, canonical } = cursor.string(path);
  const fault = type.of === "bytes" ? decodeText("hex", text) : undefined;
  if (fault === "malformed") refuse(fault, start, path);
  if (fault === "non_canonical" || !canonical) refuse("non_canonical", start, path);
  return text === type.value;
}

export function writeConstant(writer: JsonWriter, type: ConstType, value: Neutral | undefined, path: string): void {
  checkConstant(type, value, path);
  if (type.of === "int") writer.token(type.value, path, "number", "const");
  else writer.token(stringText(type.value), path, "string", "const");
}
