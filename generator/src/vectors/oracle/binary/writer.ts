/** Writes values in the binary encodings; the counterpart of `reader.ts`. */
import type { IntName, TypeDef, TypeExpr, TypeId } from "../../../ir/model.js";
import { bitsInteger, enumNumber, flagsMask } from "../choices.js";
import type { Neutral } from "../neutral.js";
import { refuseValue } from "../refusal.js";
import type { Mark, Span } from "../spans.js";
import { shifted } from "../spans.js";
import type { BinaryFamily, Types } from "../types.js";
import type { Writing } from "../writing.js";
import { writeAddress } from "./address.js";
import { writeBytes, writeFixedBytes } from "./bytes.js";
import { writeConstant, writeReserved } from "./constants.js";
import { writeDuration } from "./duration.js";
import { writeEmbedded } from "./embedded.js";
import { formOf, integerBytes } from "./integers.js";
import { writeArray, writeList } from "./lists.js";
import { writeMap } from "./maps.js";
import { writeBool, writeFloat, writeInt } from "./numbers.js";
import { writeStruct } from "./structs.js";
import { writeSwitch } from "./switches.js";
import { writeText } from "./texts.js";
import { writeUnion } from "./unions.js";
import { sizedLimit, writeSized } from "./windows.js";

export class BinaryWriter {
  readonly bytes: number[] = [];
  readonly spans: Span[] = [];

  constructor(
    readonly writing: Writing,
    readonly family: BinaryFamily,
  ) {}

  get types(): Types {
    return this.writing.types;
  }

  get strict(): boolean {
    return this.writing.strict;
  }

  /** A writer of its own buffer, whose work is added by `append`. */
  nested(family = this.family): BinaryWriter {
    return new BinaryWriter(this.writing, family);
  }

  put(bytes: Iterable<number>): void {
    for (const byte of bytes) this.bytes.push(byte);
  }

  /** Notes what was written since `start`. */
  mark(start: number, path: string, mark: Mark): void {
    this.spans.push({ start, end: this.bytes.length, path, cases: this.writing.cases.join("."), mark });
  }

  append(other: { bytes: Iterable<number>; spans: Span[] }): void {
    const by = this.bytes.length;
    this.put(other.bytes);
    for (const span of other.spans) this.spans.push(shifted(span, by));
  }

  value(type: TypeExpr, value: Neutral | undefined, path: string): void {
    switch (type.kind) {
      case "int":
        return writeInt(this, type, value, path);
      case "float":
        return writeFloat(this, type, value, path);
      case "bool":
        return writeBool(this, value, path);
      case "text":
        return writeText(this, type, value, path);
      case "bytes":
        return writeBytes(this, type, value, path);
      case "fixedBytes":
        return writeFixedBytes(this, type.size, value, path);
      case "list":
        return writeList(this, type, value, path);
      case "array":
        return writeArray(this, type, value, path);
      case "map":
        return writeMap(this, type, value, path);
      case "const":
        return writeConstant(this, type, value, path);
      case "reserved":
        return writeReserved(this, type.size, path);
      case "nullable":
        writeSwitch(this, value !== null, path);
        return value === null ? undefined : this.value(type.inner, value, path);
      case "duration":
        return writeDuration(this, value, path);
      case "socketAddress":
        return writeAddress(this, value, path);
      case "sized":
        return writeSized(this, type.framing, sizedLimit(this.types, type), path, (content) => content.value(type.inner, value, path));
      case "embedded":
        return writeEmbedded(this, type.type, value, path);
      case "ref":
        return this.named(type.type, value, path);
      case "jsonValue":
        throw new Error(`free JSON has no binary form ("${path}")`);
    }
  }

  named(id: TypeId, value: Neutral | undefined, path: string): void {
    const def = this.types.get(id);
    const write = (): void => this.definition(def, value, path);
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
        return this.choice(def.repr, enumNumber(def, value, path), { kind: "enum", type: def.id }, path);
      case "flags":
        return this.choice(def.repr, flagsMask(def, value, path), { kind: "flags", type: def.id }, path);
      case "bits":
        return this.choice(def.repr, bitsInteger(this.types, def, value, path), { kind: "bits", type: def.id }, path);
      case "brand":
        return this.value(def.type, value, path);
    }
  }

  private choice(int: IntName, number: bigint, use: { kind: "enum" | "flags" | "bits"; type: TypeId }, path: string): void {
    const start = this.bytes.length;
    const form = formOf(int, "le", this.family);
    this.put(integerBytes(int, form, number));
    this.mark(start, path, { kind: "integer", int, form, use });
  }
}
