/** Writes values in JSON; the counterpart of `reader.ts`. */
import type { StructDef, TypeDef, TypeExpr, TypeId } from "../../../ir/model.js";
import { durationParts } from "../duration.js";
import type { Neutral } from "../neutral.js";
import { boolOf, memberOf, objectOf } from "../neutral.js";
import { memberPath, refuseValue } from "../refusal.js";
import { addressFrom, addressText } from "../socketAddress.js";
import type { JsonMark, Mark, NumberType, Span, TokenType } from "../spans.js";
import type { Types } from "../types.js";
import { utf8Of } from "../utf8.js";
import type { Writing } from "../writing.js";
import { writeBytes } from "./bytes.js";
import { writeBits, writeEnum, writeFlags } from "./choices.js";
import { writeConstant } from "./constants.js";
import { writeFree } from "./free.js";
import { writeList } from "./lists.js";
import { writeMap } from "./maps.js";
import { writeFloat, writeInt } from "./numbers.js";
import { writeMembers } from "./objects.js";
import { writeStruct } from "./structs.js";
import { stringText } from "./strings.js";
import { writeText } from "./texts.js";
import { writeUnion } from "./unions.js";

type TokenKind = Extract<JsonMark, { kind: "token" }>["token"];

export class JsonWriter {
  readonly bytes: number[] = [];
  readonly spans: Span[] = [];

  constructor(readonly writing: Writing) {}

  get types(): Types {
    return this.writing.types;
  }

  get strict(): boolean {
    return this.writing.strict;
  }

  get position(): number {
    return this.bytes.length;
  }

  raw(text: string): void {
    for (const byte of utf8Of(text)) this.bytes.push(byte);
  }

  punctuation(mark: string, path: string): void {
    this.token(mark, path, "punctuation", "mark");
  }

  token(text: string, path: string, token: TokenKind, type: TokenType): void {
    const start = this.position;
    this.raw(text);
    this.mark(start, path, { kind: "token", token, type });
  }

  number(text: string, path: string, number: NumberType): void {
    const start = this.position;
    this.raw(text);
    this.mark(start, path, { kind: "token", token: "number", type: number.kind, number });
  }

  /** Notes what was written since `start`. */
  mark(start: number, path: string, mark: Mark): void {
    this.spans.push({ start, end: this.position, path, cases: this.writing.cases.join("."), mark });
  }

  value(type: TypeExpr, value: Neutral | undefined, path: string): void {
    switch (type.kind) {
      case "int":
        return writeInt(this, type, value, path);
      case "float":
        return writeFloat(this, type, value, path);
      case "bool":
        return this.token(String(boolOf(value, path)), path, "literal", "bool");
      case "text":
        return writeText(this, type, value, path);
      case "bytes":
      case "fixedBytes":
        return writeBytes(this, type, value, path);
      case "list":
      case "array":
        return writeList(this, type, value, path);
      case "map":
        return writeMap(this, type, value, path);
      case "const":
        return writeConstant(this, type, value, path);
      case "nullable":
        return value === null ? this.token("null", path, "literal", "nullable") : this.value(type.inner, value, path);
      case "jsonValue":
        return writeFree(this, value, path);
      case "duration":
        return this.duration(value, path);
      case "socketAddress": {
        const { octets, port } = addressFrom(value, path);
        return this.token(stringText(addressText(octets, port)), path, "string", "socketAddress");
      }
      case "sized":
        return this.value(type.inner, value, path);
      case "embedded":
      case "ref":
        return this.named(type.type, value, path);
      case "reserved":
        throw new Error(`reserved bytes have no JSON form ("${path}")`);
    }
  }

  named(id: TypeId, value: Neutral | undefined, path: string): void {
    const def = this.types.get(id);
    this.entered(def, path, () => this.definition(def, value, path));
  }

  /** The structure of a union's case, whose members stand beside the tag. */
  payload(id: TypeId, path: string, write: (def: StructDef) => void): void {
    const def = this.types.get(id);
    if (def.kind !== "struct") throw new Error(`${id} cannot stand beside a tag`);
    this.entered(def, path, () => write(def));
  }

  private entered(def: TypeDef, path: string, write: () => void): void {
    if (this.strict) this.writing.depth.of(def, () => refuseValue("too_deep", path), write);
    else write();
  }

  private definition(def: TypeDef, value: Neutral | undefined, path: string): void {
    switch (def.kind) {
      case "struct":
        return writeStruct(this, def, value, path);
      case "union":
        return writeUnion(this, def, value, path);
      case "enum":
        return writeEnum(this, def, value, path);
      case "flags":
        return writeFlags(this, def, value, path);
      case "bits":
        return writeBits(this, def, value, path);
      case "brand":
        return this.value(def.type, value, path);
    }
  }

  private duration(neutral: Neutral | undefined, path: string): void {
    const value = objectOf(neutral, path);
    const members = durationParts.map(({ name, type }) => ({
      name: () => name,
      write: () => writeInt(this, type, memberOf(value, name), memberPath(path, name)),
    }));
    writeMembers(this, path, members, "other");
  }
}
