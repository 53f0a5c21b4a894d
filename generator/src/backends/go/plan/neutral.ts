/** Expressions that stand for parsers and printers of neutral JSON. */
import type { Codec, Family } from "../../../codec/model.js";
import type { TypeId } from "../../../ir/model.js";
import { nilable, plain, shapeOf, type Shape } from "../native.js";
import type { Context } from "./context.js";

/** Open structs show what they do not know differently in JSON. */
export type Form = "Binary" | "JSON";

export const formOf = (family: Family): Form => (family === "json" ? "JSON" : "Binary");

/** The parser or printer of a named type. */
export function namedFunction(verb: "parse" | "print", type: TypeId, family: Family, ctx: Context): string {
  const { kind } = ctx.unit(type, family);
  const form = kind === "struct" || kind === "union" ? formOf(family) : "";
  return `${verb}${ctx.names.type(type)}${form}`;
}

export class NeutralExpressions {
  /** Sizes of arrays, whose parsers Go cannot write once for all sizes. */
  readonly byteArrays = new Set<number>();
  readonly arrays = new Set<number>();

  constructor(private readonly ctx: Context) {}

  parser(codec: Codec, type?: string): string {
    const { native } = this.ctx;
    const own = (): string => type ?? native.type(shapeOf(codec));
    switch (codec.op) {
      case "int":
        return `neutral.${numberName(codec.int)}[${own()}]`;
      case "float":
        return `neutral.Float${codec.bits}[${own()}]`;
      case "bool":
        return `neutral.Bool[${own()}]`;
      case "text":
        return `neutral.Text[${own()}]`;
      case "bytes":
        return `neutral.Bytes[${own()}]`;
      case "fixedBytes":
        this.byteArrays.add(codec.size);
        return `parseBytes${codec.size}[${own()}]`;
      case "brand":
        return this.parser(codec.codec, type ?? native.named(codec.type));
      case "list":
        return `neutral.List(${this.parser(codec.element)})`;
      case "array":
        this.arrays.add(codec.size);
        return `parseArray${codec.size}(${this.parser(codec.element)})`;
      case "map":
        return `neutral.Map(${this.parser(codec.key, this.keyType(codec))}, ${this.parser(codec.value)}, ${this.comparison(codec)})`;
      case "nullable":
        return `neutral.${nilable(shapeOf(codec.inner)) ? "Nilable" : "Pointer"}(${this.parser(codec.inner)})`;
      case "jsonValue":
        return "neutral.JSON";
      case "duration":
        return "neutral.Duration";
      case "socketAddress":
        return "neutral.Address";
      case "window":
        return this.parser(codec.content);
      case "unit":
        return namedFunction("parse", codec.type, codec.family, this.ctx);
      case "constInt":
      case "constBytes":
      case "reserved":
        throw new Error(`${codec.op} has no value`);
    }
  }

  printer(codec: Codec, type?: string): string {
    const { native } = this.ctx;
    const own = (): string => type ?? native.type(shapeOf(codec));
    switch (codec.op) {
      case "int":
        return `neutral.Append${numberName(codec.int)}[${own()}]`;
      case "float":
        return `neutral.AppendFloat[${own()}]`;
      case "bool":
        return `neutral.AppendBool[${own()}]`;
      case "text":
        return `neutral.AppendText[${own()}]`;
      case "bytes":
        return `neutral.AppendBytes[${own()}]`;
      case "fixedBytes":
        this.byteArrays.add(codec.size);
        return `printBytes${codec.size}[${own()}]`;
      case "brand":
        return this.printer(codec.codec, type ?? native.named(codec.type));
      case "list":
        return `neutral.AppendList(${this.printer(codec.element)})`;
      case "array":
        this.arrays.add(codec.size);
        return `printArray${codec.size}(${this.printer(codec.element)})`;
      case "map":
        return `neutral.AppendMap(${this.printer(codec.key, this.keyType(codec))}, ${this.printer(codec.value)}, ${this.comparison(codec)})`;
      case "nullable":
        return `neutral.${nullPrinter(shapeOf(codec.inner))}(${this.printer(codec.inner)})`;
      case "jsonValue":
        return "neutral.AppendJSON";
      case "duration":
        return "neutral.AppendDuration";
      case "socketAddress":
        return "neutral.AppendAddress";
      case "window":
        return this.printer(codec.content);
      case "unit":
        return namedFunction("print", codec.type, codec.family, this.ctx);
      case "constInt":
      case "constBytes":
      case "reserved":
        throw new Error(`${codec.op} has no value`);
    }
  }

  private keyType(codec: Extract<Codec, { op: "map" }>): string {
    return this.ctx.native.key(shapeOf(codec.key));
  }

  private comparison(codec: Extract<Codec, { op: "map" }>): string {
    const shape = plain(shapeOf(codec.key));
    if (shape.kind !== "array") return `cmp.Compare[${this.keyType(codec)}]`;
    this.byteArrays.add(shape.size);
    return `neutral.CompareBytes(bytesOf${shape.size}[${this.keyType(codec)}])`;
  }
}

function numberName(int: string): string {
  const name = int.startsWith("u") ? "Uint" : "Int";
  return int.endsWith("64") ? `${name}64` : name;
}

function nullPrinter(shape: Shape): string {
  if (!nilable(shape)) return "AppendPointer";
  return plain(shape).kind === "map" ? "AppendNilMap" : "AppendSlice";
}
