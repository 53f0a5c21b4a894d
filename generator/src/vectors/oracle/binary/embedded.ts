/** A whole message of an encoding of its own. */
import type { TypeId } from "../../../ir/model.js";
import { readJsonMessage } from "../json/message.js";
import { JsonWriter } from "../json/writer.js";
import type { Neutral } from "../neutral.js";
import { familyOf } from "../types.js";
import type { BinaryReader } from "./reader.js";
import type { BinaryWriter } from "./writer.js";

export function readEmbedded(reader: BinaryReader, id: TypeId, path: string): Neutral {
  const family = familyOf(reader.types.root(id));
  if (family !== "json") return reader.in(family).named(id, path);
  const { cursor } = reader;
  const value = readJsonMessage(reader.types, reader.depth, id, cursor.bytes, cursor.position, cursor.end, path, cursor.windowPath);
  cursor.position = cursor.end;
  return value;
}

export function writeEmbedded(writer: BinaryWriter, id: TypeId, value: Neutral | undefined, path: string): void {
  const family = familyOf(writer.types.root(id));
  if (family === "json") {
    const json = new JsonWriter(writer.writing);
    json.named(id, value, path);
    return writer.append(json);
  }
  const content = writer.nested(family);
  content.named(id, value, path);
  writer.append(content);
}
