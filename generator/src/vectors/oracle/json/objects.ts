/** JSON objects with declared members: order, duplicates, unknown and missing ones. */
import { refuse } from "../refusal.js";
import type { JsonMark, JsonMember } from "../spans.js";
import { readFree } from "./free.js";
import type { JsonReader } from "./reader.js";
import { stringText } from "./strings.js";
import type { JsonWriter } from "./writer.js";

export interface Member {
  jsonName: string;
  path: string;
  required: boolean;
  read(path: string): void;
}

export interface Reading {
  /** The object's tag, read already: another one is a duplicate. */
  tag?: { jsonName: string; path: string };
  /** Members that nobody knows are kept here, as text. */
  keep?: string[];
}

/** A whole object, or with `tag` what follows its first member. */
export function readMembers(reader: JsonReader, path: string, members: Member[], { tag, keep }: Reading = {}): void {
  const { cursor } = reader;
  const seen = new Set<string>(tag ? [tag.jsonName] : []);
  const positions = new Map(members.map((member, index) => [member.jsonName, index]));
  let last = -1;
  if (!tag) cursor.expect("{", path);
  let close = cursor.position;
  let first = !tag;
  while (!cursor.accept("}", path)) {
    if (!first) cursor.expect(",", path);
    first = false;
    const { start, text } = cursor.plainString(path);
    const index = positions.get(text);
    const member = index === undefined ? undefined : members[index]!;
    const known = member ?? (tag?.jsonName === text ? tag : undefined);
    if (!known && !keep) refuse("unknown_field", start, path);
    if (seen.has(text)) refuse("duplicate_key", start, known?.path ?? path);
    if (index !== undefined && index < last) refuse("non_canonical", start, member!.path);
    seen.add(text);
    last = index ?? members.length;
    cursor.expect(":", path);
    if (member) member.read(member.path);
    else {
      readFree(reader, path);
      keep!.push(cursor.text(start, cursor.position));
    }
    close = cursor.position;
  }
  const missing = members.find(({ jsonName, required }) => required && !seen.has(jsonName));
  if (missing) refuse("missing_field", close, missing.path);
}

export interface WrittenMember {
  /** Called just before the member is written, since a key may be refused. */
  name(): string;
  /** What the key stands for; `member` if it does not say. */
  type?: "tag";
  write(): void;
}

export function writeMembers(writer: JsonWriter, path: string, members: WrittenMember[], type: Extract<JsonMark, { kind: "object" }>["type"], raw = ""): void {
  const start = writer.position;
  const written: JsonMember[] = [];
  writer.punctuation("{", path);
  for (const member of members) {
    if (written.length > 0) writer.punctuation(",", path);
    const from = writer.position;
    const name = member.name();
    writer.token(stringText(name), path, "key", member.type ?? "member");
    writer.punctuation(":", path);
    const valueStart = writer.position;
    member.write();
    written.push({ name, start: from, valueStart, end: writer.position });
  }
  if (raw !== "") writer.raw(written.length > 0 ? `,${raw}` : raw);
  writer.punctuation("}", path);
  writer.mark(start, path, { kind: "object", members: written, type });
}

