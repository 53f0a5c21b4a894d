/** Reads values in the binary encodings, one concern a file; here they meet. */
import type { TypeDef, TypeExpr, TypeId } from "../../../ir/model.js";
import { bitsNeutral, enumNeutral, flagsNeutral } from "../choices.js";
import type { Depth } from "../depth.js";
import type { LeastSizes } from "../leastSize.js";
import type { Neutral } from "../neutral.js";
import { refuse } from "../refusal.js";
import type { BinaryFamily, Types } from "../types.js";
import { readAddress } from "./address.js";
import { readBytes, readFixedBytes } from "./bytes.js";
import { readConstant, readReserved } from "./constants.js";
import type { Cursor } from "./cursor.js";
import { readDuration } from "./duration.js";
import { readEmbedded } from "./embedded.js";
import { formOf, readInteger } from "./integers.js";
import { readArray, readList } from "./lists.js";
import { readMap } from "./maps.js";
import { readBool, readFloat, readInt } from "./numbers.js";
import { readStruct } from "./structs.js";
import { readSwitch } from "./switches.js";
import { readText } from "./texts.js";
import { readUnion } from "./unions.js";
import { readSized, sizedLimit } from "./windows.js";

export class BinaryReader {
  constructor(
    readonly types: Types,
    readonly least: LeastSizes,
    readonly family: BinaryFamily,
    readonly cursor: Cursor,
    readonly depth: Depth,
  ) {}

  /** A reader of the same input in another encoding. */
  in(family: BinaryFamily): BinaryReader {
    return new BinaryReader(this.types, this.least, family, this.cursor, this.depth);
  }

  /** Constants and reserved bytes are checked and give null. */
  value(type: TypeExpr, path: string): Neutral {
    switch (type.kind) {
      case "int":
        return readInt(this, type, path);
      case "float":
        return readFloat(this, type, path);
      case "bool":
        return readBool(this, path);
      case "text":
        return readText(this, type, path);
      case "bytes":
        return readBytes(this, type, path);
      case "fixedBytes":
        return readFixedBytes(this, type.size, path);
      case "list":
        return readList(this, type, path);
      case "array":
        return readArray(this, type, path);
      case "map":
        return readMap(this, type, path);
      case "const":
        return readConstant(this, type, path);
      case "reserved":
        return readReserved(this, type.size, path);
      case "nullable":
        return readSwitch(this, path) ? this.value(type.inner, path) : null;
      case "duration":
        return readDuration(this, path);
      case "socketAddress":
        return readAddress(this, path);
      case "sized":
        return readSized(this, type.framing, sizedLimit(this.types, type), path, () => this.value(type.inner, path));
      case "embedded":
        return readEmbedded(this, type.type, path);
      case "ref":
        return this.named(type.type, path);
      case "jsonValue":
        throw new Error(`free JSON has no binary form ("${path}")`);
    }
  }

  named(id: TypeId, path: string): Neutral {
    const def = this.types.get(id);
    const start = this.cursor.position;
    return this.depth.of(
      def,
      () => refuse("too_deep", start, path),
      () => this.definition(def, path),
    );
  }

  private definition(def: TypeDef, path: string): Neutral {
    const start = this.cursor.position;
    const integer = (repr: Parameters<typeof formOf>[0]): bigint => readInteger(this.cursor, repr, formOf(repr, "le", this.family), path);
    switch (def.kind) {
      case "struct":
        return readStruct(this, def, path);
      case "union":
        return readUnion(this, def, path);
      case "enum":
        return enumNeutral(def, integer(def.repr), path, (kind, where) => refuse(kind, start, where));
      case "flags":
        return flagsNeutral(def, integer(def.repr), path, (kind, where) => refuse(kind, start, where));
      case "bits":
        return bitsNeutral(this.types, def, integer(def.repr), path, (kind, where) => refuse(kind, start, where));
      case "brand":
        return this.value(def.type, path);
    }
  }
}
