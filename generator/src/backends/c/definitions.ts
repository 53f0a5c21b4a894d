/** The definitions of types as text, each with what has to be complete before it. */
import type { BitField, BitsDef, BrandDef, EnumDef, FlagsDef, IntName, StructDef, TypeDef, UnionDef } from "../../ir/model.js";
import { snakeCase } from "../../names/words.js";
import { comment } from "./docs.js";
import { cInt, intBits, intLiteral, isSigned } from "./literals.js";
import { memberNames, upperWords, type Names } from "./names.js";
import { isNamed, type Container, type Natives } from "./natives.js";
import { shapeOf, type Shape } from "./shapes.js";

export interface Definition {
  /** The C type that it completes, without `_t`. */
  name: string;
  /** The structs that it defines, whose names can be declared beforehand. */
  structs: string[];
  /** C types that must be complete before it, without `_t`. */
  needs: string[];
  lines: string[];
}

export class Definitions {
  constructor(
    private readonly names: Names,
    private readonly natives: Natives,
  ) {}

  type(type: TypeDef): Definition {
    switch (type.kind) {
      case "struct":
        return this.struct(type);
      case "union":
        return this.union(type);
      case "enum":
        return this.enum(type);
      case "flags":
        return this.flags(type);
      case "bits":
        return this.bits(type);
      case "brand":
        return this.brand(type);
    }
  }

  /** A map's entries by themselves: they may hold what holds the map. */
  container(container: Container): Definition[] {
    const { natives } = this;
    const body = (name: string, doc: string, lines: string[], needs: Shape[]): Definition => ({
      name,
      structs: [name],
      needs: needs.flatMap((shape) => this.complete(shape)),
      lines: [`/** ${doc} */`, `struct ${name} {`, ...lines.map((line) => `  ${line}`), "};"],
    });
    const { name } = container;
    switch (container.kind) {
      case "list":
        return [body(name, "A list: `count` items.", [`const ${natives.typeName(container.element)} *items;`, "size_t count;"], [])];
      case "map": {
        const { entry, key, value } = container;
        return [
          body(entry, `One entry of a \`${name}_t\`.`, [`${natives.declare(key, "key", false)};`, `${natives.declare(value, "value", false)};`], [key, value]),
          body(name, "A map: `count` entries in any order; decoders sort them.", [`const ${entry}_t *entries;`, "size_t count;"], []),
        ];
      }
      case "option":
        return [body(name, "A value, or null.", ["bool has_value;", `${natives.declare(container.inner, "value", false)};`], [container.inner])];
      case "array":
        return [body(name, "An array as one value.", [`${natives.declare(container.of, container.of.kind === "fixedBytes" ? "bytes" : "items", false)};`], [container.of])];
    }
  }

  /** What a member of this shape needs to see complete. */
  private complete(shape: Shape): string[] {
    if (isNamed(shape)) return [this.names.type(shape.type)];
    if (shape.kind === "array") return this.complete(shape.element);
    if (shape.kind === "list" || shape.kind === "map" || shape.kind === "nullable") return [this.natives.typeName(shape).replace(/_t$/, "")];
    return [];
  }

  private struct(type: StructDef): Definition {
    const name = this.names.type(type.id);
    const { members, unknown } = this.natives.members(type);
    const lines = members.flatMap(({ field, name: member, has, shape, boxed, maybe }) => [
      ...comment(field.doc, "  ", boxed && maybe ? ["NULL when it is not there."] : boxed ? ["Never NULL."] : []),
      ...(has === null ? [] : [`  bool ${has};`]),
      `  ${this.natives.declare(shape, member, boxed)};`,
    ]);
    if (unknown !== null) lines.push("  /** What a newer generation of this type has behind what is known here; in JSON the text of its members, else bytes. */", `  mw_bytes_t ${unknown};`);
    return {
      name,
      structs: [name],
      needs: members.filter(({ boxed }) => !boxed).flatMap(({ shape }) => this.complete(shape)),
      lines: [...comment(type.doc, ""), `struct ${name} {`, ...orNothing(lines), "};"],
    };
  }

  private union(type: UnionDef): Definition {
    const name = this.names.type(type.id);
    const members = memberNames(type.cases.map((one) => one.name));
    const cases = type.cases.map((one) => ({ ...one, constant: this.names.constant(`${type.id}#${one.name}`, upperWords(this.stem(type), "case", one.name)) }));
    const contents = cases.flatMap((one, index) => (one.type === undefined ? [] : [`    ${this.natives.declare({ kind: "named", type: one.type }, members[index]!, this.natives.boxed(type.id, one.type))};`]));
    return {
      name,
      structs: [name],
      needs: type.cases.flatMap((one) => (one.type === undefined || this.natives.boxed(type.id, one.type) ? [] : [this.names.type(one.type)])),
      lines: [
        `/** The cases of \`${name}_t\`. */`,
        `typedef enum ${name}_case {`,
        ...cases.flatMap(({ doc, constant }) => [...comment(doc, "  "), `  ${constant},`]).map((line, index, all) => (index === all.length - 1 ? line.replace(/,$/, "") : line)),
        `} ${name}_case_t;`,
        "",
        ...comment(type.doc, ""),
        `struct ${name} {`,
        `  ${name}_case_t tag;`,
        ...(contents.length === 0 ? [] : ["  union {", ...contents, "  } u;"]),
        "};",
      ],
    };
  }

  private enum(type: EnumDef): Definition {
    const name = this.names.type(type.id);
    const fits = type.members.every(({ value }) => value >= -0x80000000 && value <= 0x7fffffff);
    const members = type.members.map((member) => ({ ...member, constant: this.names.constant(`${type.id}#${member.name}`, upperWords(this.stem(type), member.name)) }));
    const constants = fits
      ? [`enum ${name} {`, ...members.flatMap(({ doc, constant, value }, index) => [...comment(doc, "  "), `  ${constant} = ${value}${index === members.length - 1 ? "" : ","}`]), "};"]
      : members.flatMap(({ doc, constant, value }) => [...comment(doc, ""), `#define ${constant} ${intLiteral(type.repr, value)}`]);
    return { name, structs: [], needs: [], lines: [...comment(type.doc, "", type.open ? ["Open: a number without a name is kept."] : []), `typedef ${cInt(type.repr)} ${name}_t;`, ...constants] };
  }

  private flags(type: FlagsDef): Definition {
    const name = this.names.type(type.id);
    const digits = intBits(type.repr) / 4;
    const constants = type.flags.flatMap((flag) => {
      const constant = this.names.constant(`${type.id}#${flag.name}`, upperWords(this.stem(type), flag.name));
      return [...comment(flag.doc, ""), `#define ${constant} ${unsignedMacro(type.repr)}(0x${(1n << BigInt(flag.bit)).toString(16).padStart(digits, "0")})`];
    });
    return { name, structs: [], needs: [], lines: [...comment(type.doc, "", ["A set of these, joined by `|`."]), `typedef ${cInt(type.repr)} ${name}_t;`, ...constants] };
  }

  private bits(type: BitsDef): Definition {
    const name = this.names.type(type.id);
    const fields = bitMembers(type);
    const lines = fields.flatMap(({ field, member, shape }) => [...comment(field.doc, "  ", field.content.kind === "uint" ? [`Takes ${field.width} bits.`] : []), `  ${this.natives.declare(shape, member, false)};`]);
    return { name, structs: [name], needs: fields.flatMap(({ shape }) => this.complete(shape)), lines: [...comment(type.doc, ""), `struct ${name} {`, ...orNothing(lines), "};"] };
  }

  private brand(type: BrandDef): Definition {
    const name = this.names.type(type.id);
    const shape = shapeOf(type.type)!;
    const doc = comment(type.doc, "");
    if (shape.kind === "fixedBytes") return { name, structs: [name], needs: [], lines: [...doc, `struct ${name} {`, `  uint8_t bytes[${shape.size}];`, "};"] };
    return { name, structs: [], needs: [], lines: [...doc, `typedef ${this.natives.typeName(shape)} ${name}_t;`] };
  }

  /** The type's words, without the prefix that every constant gets. */
  private stem(type: TypeDef): string {
    return this.names.type(type.id).slice(this.names.prefix.length + 1);
  }
}

export interface BitMember {
  field: BitField;
  member: string;
  shape: Shape;
  /** The lowest bit. */
  shift: number;
}

/** Those fields of a bit field that are part of the value. */
export function bitMembers(type: BitsDef): BitMember[] {
  let shift = 0;
  const placed = type.fields.map((field) => {
    const own = { field, shift };
    shift += field.width;
    return own;
  });
  const shown = placed.filter(({ field }) => field.content.kind !== "const" && field.content.kind !== "reserved");
  const members = memberNames(shown.map(({ field }) => snakeCase(field.name)));
  return shown.map((own, index) => ({ ...own, member: members[index]!, shape: bitShape(own.field) }));
}

function bitShape({ content, width }: BitField): Shape {
  if (content.kind === "bool") return { kind: "bool" };
  if ("type" in content) return { kind: "named", type: content.type };
  return { kind: "int", int: width <= 8 ? "u8" : width <= 16 ? "u16" : width <= 32 ? "u32" : "u64" };
}

/** C has no structs without members. */
const orNothing = (lines: string[]): string[] => (lines.length > 0 ? lines : ["  /** Keeps the struct from being empty, which C does not allow. */", "  uint8_t empty;"]);

const unsignedMacro = (int: IntName): string => `${isSigned(int) ? "INT" : "UINT"}${intBits(int)}_C`;
