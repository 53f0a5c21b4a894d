/** Reads values in JSON, one concern a file; here they meet. */
import type { StructDef, TypeDef, TypeExpr, TypeId } from "../../../ir/model.js";
import type { Depth } from "../depth.js";
import { durationParts } from "../duration.js";
import type { Neutral } from "../neutral.js";
import { emptyObject } from "../neutral.js";
import { memberPath, refuse } from "../refusal.js";
import { parseAddress, addressText } from "../socketAddress.js";
import type { Types } from "../types.js";
import { readBytes } from "./bytes.js";
import { readBits, readEnum, readFlags } from "./choices.js";
import { readConstant } from "./constants.js";
import type { JsonCursor } from "./cursor.js";
import { readFree } from "./free.js";
import { readList } from "./lists.js";
import { readMap } from "./maps.js";
import { readFloat, readInt } from "./numbers.js";
import { readMembers } from "./objects.js";
import { readStruct } from "./structs.js";
import { readText } from "./texts.js";
import { readUnion } from "./unions.js";

export class JsonReader {
  constructor(
    readonly types: Types,
    readonly cursor: JsonCursor,
    readonly depth: Depth,
  ) {}

  value(type: TypeExpr, path: string): Neutral {
    switch (type.kind) {
      case "int":
        return readInt(this, type, path);
      case "float":
        return readFloat(this, type, path);
      case "bool":
        return this.bool(path);
      case "text":
        return readText(this, type, path);
      case "bytes":
      case "fixedBytes":
        return readBytes(this, type, path);
      case "list":
      case "array":
        return readList(this, type, path);
      case "map":
        return readMap(this, type, path);
      case "const":
        return readConstant(this, type, path);
      case "nullable":
        return this.cursor.peek(path) === "n" ? this.null(path) : this.value(type.inner, path);
      case "jsonValue":
        return readFree(this, path);
      case "duration":
        return this.duration(path);
      case "socketAddress":
        return this.address(path);
      case "sized":
        return this.value(type.inner, path);
      case "embedded":
      case "ref":
        return this.named(type.type, path);
      case "reserved":
        throw new Error(`reserved bytes have no JSON form ("${path}")`);
    }
  }

  named(id: TypeId, path: string): Neutral {
    const def = this.types.get(id);
    return this.entered(def, path, () => this.definition(def, path));
  }

  /** The structure of a union's case, whose members stand beside the tag. */
  payload(id: TypeId, path: string, read: (def: StructDef) => Neutral): Neutral {
    const def = this.types.get(id);
    if (def.kind !== "struct") throw new Error(`${id} cannot stand beside a tag`);
    return this.entered(def, path, () => read(def));
  }

  private entered(def: TypeDef, path: string, read: () => Neutral): Neutral {
    const start = this.cursor.position;
    return this.depth.of(def, () => refuse("too_deep", start, path), read);
  }

  private definition(def: TypeDef, path: string): Neutral {
    switch (def.kind) {
      case "struct":
        return readStruct(this, def, path);
      case "union":
        return readUnion(this, def, path);
      case "enum":
        return readEnum(this, def, path);
      case "flags":
        return readFlags(this, def, path);
      case "bits":
        return readBits(this, def, path);
      case "brand":
        return this.value(def.type, path);
    }
  }

  private bool(path: string): Neutral {
    const word = this.cursor.peek(path) === "f" ? "false" : "true";
    this.cursor.literal(word, path);
    return word === "true";
  }

  private null(path: string): Neutral {
    this.cursor.literal("null", path);
    return null;
  }

  private duration(path: string): Neutral {
    const value = emptyObject();
    const members = durationParts.map(({ name, type }) => ({
      jsonName: name,
      path: memberPath(path, name),
      required: true,
      read: (own: string) => {
        value[name] = readInt(this, type, own);
      },
    }));
    readMembers(this, path, members);
    return value;
  }

  private address(path: string): Neutral {
    const { start, text, canonical } = this.cursor.string(path);
    const address = parseAddress(text);
    if (!address) refuse("malformed", start, path);
    const spelling = addressText(address.octets, address.port);
    if (!canonical || spelling !== text) refuse("non_canonical", start, path);
    return spelling;
  }
}
