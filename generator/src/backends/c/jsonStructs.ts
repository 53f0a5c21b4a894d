/** Structs, unions, enums, flags and bit fields in JSON. */
import type { BitsUnit, Codec, EnumUnit, FieldCodec, FlagsUnit, StructUnit, UnionUnit } from "../../codec/model.js";
import type { StructDef, UnionDef } from "../../ir/model.js";
import { member, withoutBrand, type Context } from "./context.js";
import { bitMembers, type BitMember } from "./definitions.js";
import type { Sources } from "./functions.js";
import { JsonExpressions, literal } from "./json.js";
import { byteString, intBits, intLiteral, intMax, intMin, isSigned, jsonName, stringLiteral } from "./literals.js";
import { memberNames } from "./names.js";
import type { Member } from "./natives.js";
import { caseConstant, presence, presented } from "./structs.js";

interface JsonMember {
  token: string;
  field: string;
  required: boolean;
  /** Statements after the key, in the decoder's switch, and the local variable that they need. */
  read: string[];
  local: "start" | "present" | null;
  /** Statements in the encoder. */
  write: string[];
}

export class JsonStructs {
  private readonly expressions: JsonExpressions;

  constructor(
    private readonly context: Context,
    private readonly sources: Sources,
  ) {
    this.expressions = new JsonExpressions(context, sources);
  }

  struct(unit: StructUnit): void {
    const type = this.context.type(unit.type) as StructDef;
    const { members, unknown } = this.context.natives.members(type);
    const byName = new Map(members.map((one) => [one.field.name, one]));
    const stem = this.context.names.type(unit.type);
    this.object(stem, unit.recursionHead, unit.fields.map((field) => this.field(stem, field, byName.get(field.name))), unknown);
  }

  bits(unit: BitsUnit): void {
    const stem = this.context.names.type(unit.type);
    this.object(stem, unit.recursionHead, bitMembers(unit.def).map((bit) => this.bitField(stem, bit)), null);
  }

  private object(stem: string, head: boolean, members: JsonMember[], unknown: string | null): void {
    const type = `${stem}_t`;
    const keys = members.map(({ token, field, required }) => `{${token}, "${field}", ${required}}`);
    const table = members.length > 0 ? this.sources.add("json_keys", `${stem}_keys`, { keys }) : "NULL";
    this.sources.addUnit("json_read_members", `${stem}_read_json_members`, { type, table, count: keys.length, words: Math.ceil(keys.length / 64), usesStart: members.some(({ local }) => local === "start"), usesPresent: members.some(({ local }) => local === "present"), unknown: unknown === null ? "NULL" : `&out->${unknown}`, members: members.map(({ read }, index) => ({ index, lines: read })) });
    this.sources.addUnit("json_read_struct", `${stem}_read_json`, { type, head, members: `${stem}_read_json_members` });
    const usesValue = unknown !== null || members.some(({ write }) => write.some((line) => line.includes("value->")));
    const tail = unknown === null ? "true" : `mw_json_write_unknown(w, ${table}, ${keys.length}, tag, value->${unknown}, first)`;
    this.sources.addUnit("json_write_members", `${stem}_write_json_members`, { type, usesValue, usesFirst: members.length > 0 || unknown !== null, open: unknown !== null, lines: members.flatMap(({ write }) => write), tail });
    this.sources.addUnit("json_write_struct", `${stem}_write_json`, { type, head, open: unknown !== null, members: `${stem}_write_json_members` });
  }

  private field(stem: string, field: FieldCodec, own: Member | undefined): JsonMember {
    const { direct, codec } = presented(field, own);
    const name = own?.name ?? "constant";
    const read = this.readConstantHex(field) ?? this.expressions.read(codec, member(own ? `out->${name}` : "", own?.boxed), `read_json_${stem}_${name}`);
    const write = this.expressions.write(codec, member(own ? `value->${name}` : "", own?.boxed), `write_json_${stem}_${name}`);
    const nullable = direct && field.presence === "always";
    const key = jsonName(field.jsonName);
    return {
      token: key,
      field: field.name,
      required: field.presence === "always" || field.presence === "hidden",
      read: this.readLines(field, own, read, direct, nullable),
      local: field.presence === "omitEmpty" ? "start" : nullable && own!.has === null ? "present" : null,
      write: this.writeLines(field, own, write, direct, nullable, field.jsonName),
    };
  }

  /** A constant of bytes must be hex before it can be another one. */
  private readConstantHex({ codec }: FieldCodec): string | undefined {
    if (codec.op !== "constBytes" || codec.of !== "bytes") return undefined;
    return `mw_json_read_constant_hex(r, ${byteString(Buffer.from(codec.hex, "hex"))}, ${codec.size})`;
  }

  private readLines(field: FieldCodec, own: Member | undefined, read: string, direct: boolean, nullable: boolean): string[] {
    const fail = `return mw_in_field(&r->failure, "${field.name}");`;
    if (field.presence === "omitEmpty") {
      const late = `return mw_refuse_field(r, MW_CODEC_NON_CANONICAL, start, "${field.name}", "is empty and must be left out");`;
      return [`start = r->at;`, `if (!${read}) ${fail}`, `if (${this.compareEmpty(field.codec, `out->${own!.name}`, "==")}) ${late}`];
    }
    if (!direct) return [`if (!${read}) ${fail}`];
    const flag = own!.has === null ? "present" : `out->${own!.has}`;
    if (nullable) return [`if (!mw_json_read_present(r, &${flag}) || (${flag} && !${read})) ${fail}`];
    return [...(own!.has === null ? [] : [`${flag} = true;`]), `if (!${read}) ${fail}`];
  }

  private writeLines(field: FieldCodec, own: Member | undefined, write: string, direct: boolean, nullable: boolean, jsonName: string): string[] {
    const fail = `return mw_in_field(&w->failure, "${field.name}");`;
    const key = `if (!mw_json_write_member(w, ${byteString(Buffer.from(`${JSON.stringify(jsonName)}:`, "utf8"))}, &first)) return false;`;
    const always = [key, `if (!${write}) ${fail}`];
    if (field.presence === "omitEmpty") return [`if (${this.compareEmpty(field.codec, `value->${own!.name}`, "!=")}) {`, ...indent(always), "}"];
    if (!direct) return always;
    const there = presence(own!, "value");
    if (nullable) return [key, `if (!(${there} ? ${write} : ${literal("null")})) ${fail}`];
    return [`if (${there}) {`, ...indent(always), "}"];
  }

  /** Whether an omit-when-empty field is left out, or is not; minus zero is not empty. */
  private compareEmpty(codec: Codec, place: string, operator: "==" | "!="): string {
    const plain = withoutBrand(codec);
    switch (plain.op) {
      case "text":
      case "bytes":
        return `${place}.size ${operator} 0`;
      case "list":
      case "map":
        return `${place}.count ${operator} 0`;
      case "bool":
        return `${operator === "==" ? "!" : ""}${place}`;
      case "float":
        return `mw_f${plain.bits}_bits(${place}) ${operator} 0`;
      default:
        return `${place} ${operator} 0`;
    }
  }

  private bitField(stem: string, { field, member: name, shape }: BitMember): JsonMember {
    const codec = bitCodec(field.content, shape.kind === "int" ? shape.int : "u8", field.width);
    const fail = (failure: string): string => `return mw_in_field(&${failure}->failure, "${field.name}");`;
    const key = byteString(Buffer.from(`${JSON.stringify(field.jsonName)}:`, "utf8"));
    return {
      token: jsonName(field.jsonName),
      field: field.name,
      required: true,
      local: null,
      read: [`if (!${this.expressions.read(codec, member(`out->${name}`), `read_json_${stem}_${name}`)}) ${fail("r")}`],
      write: [`if (!mw_json_write_member(w, ${key}, &first)) return false;`, `if (!${this.expressions.write(codec, member(`value->${name}`), `write_json_${stem}_${name}`)}) ${fail("w")}`],
    };
  }

  union(unit: UnionUnit): void {
    const { context } = this;
    const type = context.type(unit.type) as UnionDef;
    const stem = context.names.type(unit.type);
    const style = unit.tagging!;
    const members = memberNames(unit.cases.map(({ name }) => name));
    const names = this.sources.add("json_names", `${stem}_cases`, { names: unit.cases.map(({ jsonName: name }) => jsonName(name)) });
    const count = unit.cases.length;
    const units = style.style === "internal" ? "" : this.sources.add("json_units", `${stem}_units`, { units: unit.cases.map(({ codec }) => codec === null) });
    let open = `mw_json_open_external(r, ${names}, ${units}, ${count}, &found)`;
    if (style.style === "internal") open = `mw_json_open_tagged(r, ${this.tagName(style.tag)}, ${stringLiteral(style.tag)}, ${names}, ${count}, &found)`;
    let adjacent = "";
    if (style.style === "adjacent") {
      adjacent = this.sources.add("json_adjacent", `${stem}_adjacent`, { initializer: `{${jsonName(style.tag)}, ${jsonName(style.content)}, ${stringLiteral(style.tag)}}` });
      open = `mw_json_open_adjacent(r, &${adjacent}, ${names}, ${units}, ${count}, &found)`;
    }
    const cases = unit.cases.map((one, index) => {
      const boxed = one.payload !== null && context.natives.boxed(unit.type, one.payload);
      const place = (value: string): ReturnType<typeof member> => member(`${value}->u.${members[index]!}`, boxed);
      const shared = { index, constant: caseConstant(context, type, one.name), jsonName: one.jsonName };
      if (style.style === "internal") return { ...shared, ...this.internalCase(one.codec, style.tag, one.jsonName, stem, members[index]!, boxed) };
      const read = one.codec === null ? "true" : this.expressions.read(one.codec, place("out"), `read_json_${stem}_${members[index]!}`);
      const write = one.codec === null ? "true" : this.expressions.write(one.codec, place("value"), `write_json_${stem}_${members[index]!}`);
      return { ...shared, ...(style.style === "external" ? externalCase(one, read, write) : adjacentCase(one, read, write, adjacent, style)) };
    });
    this.sources.addUnit("json_read_union", `${stem}_read_json`, { type: `${stem}_t`, head: unit.recursionHead, open, tagged: style.style === "internal", tag: style.style === "internal" ? jsonName(style.tag) : "", tagField: style.style === "internal" ? style.tag : "", cases });
    this.sources.addUnit("json_write_union", `${stem}_write_json`, { type: `${stem}_t`, head: unit.recursionHead, cases });
  }

  private tagName(tag: string): string {
    return `(mw_json_name_t)${jsonName(tag)}`;
  }

  /** The members of the case stand beside the tag. */
  private internalCase(codec: Codec | null, tag: string, name: string, stem: string, own: string, boxed: boolean): { read: string; write: string } {
    const open = literal(`{${JSON.stringify(tag)}:${JSON.stringify(name)}`);
    const close = "mw_write_u8(w, '}')";
    if (codec === null) return { read: "mw_json_end_members(r, &object)", write: `${open} && ${close}` };
    if (codec.op !== "unit") throw new Error("only a struct can stand beside a tag");
    const payload = this.context.names.type(codec.type);
    const unit = this.context.unit(codec.type, "json");
    const tagKey = unit.kind === "struct" && unit.open ? `{${jsonName(tag)}, ${stringLiteral(tag)}, true}` : null;
    const data = { type: `${payload}_t`, payload, head: unit.recursionHead, boxed, tagKey };
    const read = this.sources.add("json_read_beside", `read_json_${stem}_${own}`, data);
    const write = this.sources.add("json_write_beside", `write_json_${stem}_${own}`, data);
    return { read: `${read}(r, &object, &out->u.${own})`, write: `${open} && ${write}(w, ${boxed ? "" : "&"}value->u.${own}) && ${close}` };
  }

  enum(unit: EnumUnit): void {
    const stem = this.context.names.type(unit.type);
    const { int } = unit.int;
    const wide = isSigned(int) ? "signed" : "unsigned";
    const data = {
      type: `${stem}_t`,
      stem,
      members: unit.members.map(({ jsonName: name, value }, index) => ({ index, token: jsonName(name), value: intLiteral(int, value) })),
      count: unit.members.length,
      open: unit.open,
      openRead: `mw_json_read_${int}(r, ${intMin(int)}, ${intMax(int)}, out)`,
      openWrite: `mw_json_write_${wide}(w, ${intMin(int)}, ${intMax(int)}, *value)`,
    };
    this.sources.addUnit("json_enum", stem, data);
  }

  flags(unit: FlagsUnit): void {
    const stem = this.context.names.type(unit.type);
    const mask = BigInt(unit.mask);
    const full = mask === (1n << BigInt(intBits(unit.int.int))) - 1n;
    const flags = unit.flags.map(({ jsonName: name, bit }) => ({ token: jsonName(name), bit }));
    this.sources.addUnit("json_flags", stem, { type: `${stem}_t`, stem, flags, count: flags.length, names: flags.length > 0 ? `${stem}_names` : "NULL", bits: flags.length > 0 ? `${stem}_bits` : "NULL", mask: full ? "" : `UINT64_C(0x${mask.toString(16)})` });
  }
}

function bitCodec(content: BitMember["field"]["content"], int: "u8" | "u16" | "u32" | "u64" | string, width: number): Codec {
  if (content.kind === "bool") return { op: "bool", form: "json" };
  if ("type" in content) return { op: "unit", type: content.type, family: "json" };
  const max = (1n << BigInt(width)) - 1n;
  return { op: "int", int: int as "u8", form: "json", min: null, max: max.toString() };
}

function externalCase(one: UnionUnit["cases"][number], read: string, write: string): { read: string; write: string } {
  if (one.codec === null) return { read: "true", write: literal(JSON.stringify(one.jsonName)) };
  return { read: `${read} && mw_json_close_external(r)`, write: `${literal(`{${JSON.stringify(one.jsonName)}:`)} && ${write} && mw_write_u8(w, '}')` };
}

function adjacentCase(one: UnionUnit["cases"][number], read: string, write: string, table: string, style: { tag: string; content: string }): { read: string; write: string } {
  const tag = `{${JSON.stringify(style.tag)}:${JSON.stringify(one.jsonName)}`;
  if (one.codec === null) return { read: `mw_json_close_adjacent(r, &${table}, true)`, write: literal(`${tag}}`) };
  return { read: `${read} && mw_json_close_adjacent(r, &${table}, false)`, write: `${literal(`${tag},${JSON.stringify(style.content)}:`)} && ${write} && mw_write_u8(w, '}')` };
}

const indent = (lines: string[]): string[] => lines.map((line) => `  ${line}`);
