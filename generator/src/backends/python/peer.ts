/** The peer's dispatch: what every message looks like, as tables for the hand-written conversions. */
import type { CodecModel } from "../../codec/model.js";
import type { BitField, BitsDef, EnumDef, Field, FlagsDef, IntName, StructDef, TypeDef, TypeExpr, UnionDef } from "../../ir/model.js";
import { assignNames } from "../../names/table.js";
import type { GeneratedFile } from "../backend.js";
import { floatLiteral } from "./codecs/readSlots.js";
import { highest, lowest } from "./codecs/slots.js";
import { headerOf, render } from "./files.js";
import { PythonModel } from "./model.js";
import { call, dict, flat, imported, layOut, list, type Piece, stringLiteral } from "./source.js";
import { valueFields } from "./natives.js";

/** Names that the generated file has besides the spec's modules. */
const RESERVED = new Set([
  "Address", "Bool", "Choice", "DecodeError", "Duration", "EncodeError", "Entries", "Enumeration", "Field", "FlagSet", "Float", "FreeJson", "Int", "Items", "JsonText", "Nullable",
  "Octets", "ROOTS", "Ref", "Root", "SHAPES", "SPEC_HASH", "Shape", "SocketAddress", "Span", "Struct", "Text", "VERSION", "Variants", "float_text", "parse_float",
]);

/** `sdk` is the package to speak through. */
export function peerFiles(source: CodecModel, sdk: string): GeneratedFile[] {
  const model = new PythonModel(source);
  const tables = new Tables(model);
  const shapes = source.types.flatMap((type) => tables.entry(type));
  const roots = source.roots.map(({ type, family }) => `${stringLiteral(type)}: ${flat(call("Root", [tables.className(type), family === "json" ? "True" : "False"]))}`);
  const data = {
    header: headerOf(source),
    sdk,
    version: source.spec.version,
    modules: tables.imports(sdk),
    words: layOut([imported("from shapes import ", [...tables.words, "Root", "Shape"].sort())]),
    shapes: layOut([dict("SHAPES: dict[str, Shape] = ", shapes)]),
    roots: layOut([dict("ROOTS: dict[str, Root] = ", roots)]),
  };
  return [{ path: "__init__.py", content: render("dispatch", data) }];
}

class Tables {
  /** Words of `shapes` in use. */
  readonly words = new Set<string>();
  private readonly aliases: ReadonlyMap<string, string>;

  constructor(private readonly model: PythonModel) {
    this.aliases = assignNames([...model.modules().keys()].map((module) => [module, model.path(module).join("_")] as const), RESERVED);
  }

  className(id: string): string {
    const { module } = this.model.types.get(id)!;
    return `${this.aliases.get(module)!}.${this.model.className(id)}`;
  }

  /** Sorted as ruff would; names from the same module stand together unless they are renamed. */
  imports(sdk: string): string[] {
    const whole = ["SPEC_HASH"];
    const renamed: string[] = [];
    for (const [module, alias] of this.aliases) {
      const path = this.model.path(module);
      const name = path.at(-1)!;
      if (path.length === 1 && name === alias) whole.push(name);
      else renamed.push(`from ${[sdk, "generated", ...path.slice(0, -1)].join(".")} import ${name} as ${alias}`);
    }
    return [...layOut([imported(`from ${sdk}.generated import `, whole)]), ...renamed.sort()];
  }

  /** `"wire.packet.PacketHeader": Struct(…)`; brands stand in place. */
  entry(type: TypeDef): Piece[] {
    if (type.kind === "brand") return [];
    const shape = this.named(type);
    return [{ ...shape, prefix: `${stringLiteral(type.id)}: ${shape.prefix}` }];
  }

  private word(name: string, items: Piece[]): ReturnType<typeof call> {
    this.words.add(name);
    return call(name, items);
  }

  private named(type: Exclude<TypeDef, { kind: "brand" }>): ReturnType<typeof call> {
    switch (type.kind) {
      case "struct":
        return this.struct(type);
      case "bits":
        return this.bits(type);
      case "union":
        return this.union(type);
      case "enum":
        return this.enumeration(type);
      case "flags":
        return this.flags(type);
    }
  }

  private struct(type: StructDef): ReturnType<typeof call> {
    const fields = valueFields(type).map((field) => this.field(type.id, field));
    const hidden = type.fields.flatMap((field) => constantEntry(field));
    return this.word("Struct", [this.className(type.id), list("", fields), dict("", hidden), ...(type.open ? ["open=True"] : [])]);
  }

  private field(owner: string, { name, type, optional }: Field): Piece {
    return this.word("Field", [stringLiteral(name), stringLiteral(this.model.member(owner, name)), this.shape(type), ...(optional ? ["optional=True"] : [])]);
  }

  private bits(type: BitsDef): ReturnType<typeof call> {
    const fields = type.fields.flatMap((bits) => {
      const shape = this.bitField(bits);
      return shape === null ? [] : [this.word("Field", [stringLiteral(bits.name), stringLiteral(this.model.member(type.id, bits.name)), shape])];
    });
    const hidden = type.fields.flatMap(({ name, content }) => (content.kind === "const" ? [`${stringLiteral(name)}: ${content.value}`] : []));
    return this.word("Struct", [this.className(type.id), list("", fields), dict("", hidden)]);
  }

  private bitField({ content, width }: BitField): Piece | null {
    switch (content.kind) {
      case "uint":
        return this.word("Int", [width > 32 ? '"u64"' : '"u32"', "0", String((1n << BigInt(width)) - 1n)]);
      case "bool":
        return this.word("Bool", []);
      case "enum":
      case "flags":
        return this.word("Ref", [stringLiteral(content.type)]);
      default:
        return null;
    }
  }

  private union(type: UnionDef): ReturnType<typeof call> {
    const cases = type.cases.map((one) => {
      const cls = `${this.className(type.id)}.${this.model.member(type.id, one.name)}`;
      return this.word("Choice", [stringLiteral(one.name), cls, ...(one.type === undefined ? [] : [this.word("Ref", [stringLiteral(one.type)])])]);
    });
    return this.word("Variants", [list("", cases)]);
  }

  private enumeration(type: EnumDef): ReturnType<typeof call> {
    const cls = this.className(type.id);
    const members = type.members.map(({ name }) => `${stringLiteral(name)}: ${cls}.${this.model.member(type.id, name)}`);
    return this.word("Enumeration", [cls, dict("", members), this.int(type.repr), ...(type.open ? ["open=True"] : [])]);
  }

  private flags(type: FlagsDef): ReturnType<typeof call> {
    const cls = this.className(type.id);
    return this.word("FlagSet", [cls, dict("", type.flags.map(({ name }) => `${stringLiteral(name)}: ${cls}.${this.model.member(type.id, name)}`))]);
  }

  private int(int: IntName, min?: string, max?: string): Piece {
    return this.word("Int", [`"${int}"`, min ?? String(lowest(int)), max ?? String(highest(int))]);
  }

  private shape(type: TypeExpr): Piece {
    const sizes = ({ min, max }: { min: number; max: number | null }): string[] => (max !== null ? [String(min), String(max)] : min > 0 ? [String(min)] : []);
    switch (type.kind) {
      case "int":
        return this.int(type.int, type.min, type.max);
      case "float": {
        const bounds = [type.min === undefined ? [] : [`low=${floatLiteral(type.min)}`], type.max === undefined ? [] : [`high=${floatLiteral(type.max)}`]].flat();
        return this.word("Float", [String(type.bits), ...bounds]);
      }
      case "bool":
        return this.word("Bool", []);
      case "text":
        return this.word("Text", [...sizes(limitOf(type)), ...(type.pattern === undefined ? [] : [`pattern=${stringLiteral(type.pattern)}`])]);
      case "bytes":
        return this.word("Octets", sizes(limitOf(type)));
      case "fixedBytes":
        return this.word("Octets", [String(type.size), String(type.size)]);
      case "list":
        return this.word("Items", [this.shape(type.element), ...sizes(limitOf(type))]);
      case "array":
        return this.word("Items", [this.shape(type.element), String(type.size), String(type.size)]);
      case "map":
        return this.word("Entries", [this.shape(type.key), this.shape(type.value), ...sizes(limitOf(type))]);
      case "nullable":
        return this.word("Nullable", [this.shape(type.inner)]);
      case "jsonValue":
        return this.word("FreeJson", []);
      case "duration":
        return this.word("Span", []);
      case "socketAddress":
        return this.word("Address", []);
      case "sized":
        return this.shape(type.inner);
      case "embedded":
      case "ref":
        return this.word("Ref", [stringLiteral(type.type)]);
      case "const":
      case "reserved":
        throw new Error(`${type.kind} has no place in a value`);
    }
  }
}

/** What a prefix can say bounds a size as well. */
function limitOf({ framing, limit }: Extract<TypeExpr, { kind: "text" | "bytes" | "list" | "map" }>): { min: number; max: number | null } {
  const capacity = framing.kind === "prefix" && framing.int !== "u64" ? Number(highest(framing.int)) : null;
  return { min: limit.min, max: capacity === null ? limit.max : Math.min(limit.max ?? capacity, capacity) };
}

/** A constant's neutral form; reserved bytes have none. */
function constantEntry({ name, type }: Field): string[] {
  if (type.kind === "reserved") return [`${stringLiteral(name)}: None`];
  if (type.kind !== "const") return [];
  const wide = type.of === "int" && type.int.endsWith("64");
  return [`${stringLiteral(name)}: ${type.of === "int" && !wide ? type.value : stringLiteral(type.value)}`];
}
