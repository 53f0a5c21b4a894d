/** The conformance peer's dispatch: values between neutral JSON and C, over the public functions only. */
import type { BitsUnit, Codec, CodecUnit, EnumUnit, FieldCodec, FlagsUnit, StructUnit, UnionUnit } from "../../codec/model.js";
import type { StructDef, UnionDef } from "../../ir/model.js";
import { arrayAt, arrayParameter, element, member, type Context, type Place } from "./context.js";
import { brandPlace } from "./binary.js";
import { bitMembers, type BitMember } from "./definitions.js";
import { Sources, type FunctionPlan } from "./functions.js";
import { byteString, intBits, intLiteral, isSigned, stringLiteral } from "./literals.js";
import { memberNames } from "./names.js";
import type { Member } from "./natives.js";
import { shapeOfCodec } from "./shapes.js";
import { caseConstant, presence, presented } from "./structs.js";

export interface DispatchPlan {
  prototypes: { stem: string; family: string; type: string }[];
  functions: FunctionPlan[];
  roots: { id: string; stem: string; short: string; family: string; type: string; entry: string }[];
}

export function dispatchPlan(context: Context): DispatchPlan {
  const sources = new Sources();
  const values = new NeutralValues(context, sources);
  for (const unit of context.model.units) values.unit(unit);
  const named = (type: string, family: string): DispatchPlan["prototypes"][number] => ({ stem: stemOf(context, type), family, type: `${context.names.type(type)}_t` });
  return {
    prototypes: context.model.units.map(({ type, family }) => named(type, family)),
    functions: sources.functions,
    roots: context.model.roots.map(({ type, family }) => ({ id: type, ...named(type, family), short: stemOf(context, type), stem: context.names.type(type), entry: `{${stringLiteral(type)}, decode_${context.names.type(type)}, encode_${context.names.type(type)}}` })),
  };
}

const stemOf = (context: Context, id: string): string => context.names.type(id).slice(context.names.prefix.length + 1);

class NeutralValues {
  constructor(
    private readonly context: Context,
    private readonly sources: Sources,
  ) {}

  unit(unit: CodecUnit): void {
    switch (unit.kind) {
      case "struct":
        return this.struct(unit);
      case "union":
        return this.union(unit);
      case "enum":
        return this.enum(unit);
      case "flags":
        return this.flags(unit);
      case "bits":
        return this.bits(unit);
    }
  }

  /** From a `node` of a request into a place. */
  private take(codec: Codec, place: Place, stem: string): string {
    const at = `&${place.code}`;
    if (place.boxed) {
      const nullable = codec.op === "nullable";
      const inner = nullable ? codec.inner : codec;
      const expression = this.take(inner, member("(*value)"), `${stem}_boxed`).replaceAll("&(*value)", "value");
      return `${this.sources.add("peer_take_boxed", stem, { type: this.typeName(inner), nullable, expression })}(in, node, ${at})`;
    }
    switch (codec.op) {
      case "int":
        return `peer_take_${codec.int}(in, node, ${at})`;
      case "float":
        return `peer_take_f${codec.bits}(in, node, ${at})`;
      case "bool":
      case "text":
      case "bytes":
      case "duration":
        return `peer_take_${codec.op}(in, node, ${at})`;
      case "socketAddress":
        return `peer_take_socket_address(in, node, ${at})`;
      case "jsonValue":
        return `peer_take_text(in, node, ${at})`;
      case "fixedBytes":
        return `peer_take_fixed_bytes(in, node, ${codec.size}, ${arrayAt(place, "bytes")})`;
      case "brand":
        return this.take(codec.codec, brandPlace(codec, place), stem);
      case "window":
        return this.take(codec.content, place, stem);
      case "unit":
        return `take_${codec.family}_${stemOf(this.context, codec.type)}(in, node, ${at})`;
      case "nullable":
        return `${this.sources.add("peer_take_nullable", stem, { type: this.typeName(codec), expression: this.take(codec.inner, member("out->value"), `${stem}_value`) })}(in, node, ${at})`;
      case "list":
        return `${this.sources.add("peer_take_list", stem, { type: this.typeName(codec), element: this.typeName(codec.element), expression: this.take(codec.element, element("items[i]"), `${stem}_item`) })}(in, node, ${at})`;
      case "array": {
        const parameter = arrayParameter(this.context.natives, shapeOfCodec(codec.element), "out", false);
        return `${this.sources.add("peer_take_array", stem, { parameter, size: codec.size, expression: this.take(codec.element, member("out[i]"), `${stem}_item`) })}(in, node, ${arrayAt(place, "items")})`;
      }
      case "map": {
        const key = this.take(codec.key, member("entries[i].key"), `${stem}_key`);
        const value = this.take(codec.value, member("entries[i].value"), `${stem}_value`);
        return `${this.sources.add("peer_take_map", stem, { type: this.typeName(codec), entry: this.entryName(codec), key, value })}(in, node, ${at})`;
      }
      case "constInt":
        return isSigned(codec.int.int) ? `peer_take_signed_constant(in, node, ${intBits(codec.int.int)}, ${intLiteral(codec.int.int, codec.value)})` : `peer_take_unsigned_constant(in, node, ${intBits(codec.int.int)}, ${intLiteral(codec.int.int, codec.value)})`;
      case "constBytes":
      case "reserved":
        throw new Error(`${codec.op} is not taken by its codec`);
    }
  }

  /** Appends a value to an answer. */
  private give(codec: Codec, place: Place, stem: string): string {
    const at = place.code;
    if (place.boxed) {
      const nullable = codec.op === "nullable";
      const inner = nullable ? codec.inner : codec;
      const given = this.give(inner, member(`(*${at})`), stem).replaceAll(`&(*${at})`, at);
      return nullable ? `(${at} == NULL ? peer_give_literal(to, "null") : ${given})` : given;
    }
    switch (codec.op) {
      case "int":
        return `peer_give_${isSigned(codec.int) ? "signed" : "unsigned"}(to, ${intBits(codec.int)}, ${at})`;
      case "float":
        return `peer_give_float(to, ${codec.bits === 32 ? "(double)" : ""}${at})`;
      case "bool":
      case "text":
      case "bytes":
      case "duration":
        return `peer_give_${codec.op}(to, ${at})`;
      case "socketAddress":
        return `peer_give_socket_address(to, &${at})`;
      case "jsonValue":
        return `peer_give_text(to, ${at})`;
      case "fixedBytes":
        return `peer_give_fixed_bytes(to, ${arrayAt(place, "bytes")}, ${codec.size})`;
      case "brand":
        return this.give(codec.codec, brandPlace(codec, place), stem);
      case "window":
        return this.give(codec.content, place, stem);
      case "unit":
        return `give_${codec.family}_${stemOf(this.context, codec.type)}(to, &${at})`;
      case "nullable":
        return `${this.sources.add("peer_give_nullable", stem, { type: this.typeName(codec), expression: this.give(codec.inner, member("value->value"), `${stem}_value`) })}(to, &${at})`;
      case "list":
        return `${this.sources.add("peer_give_list", stem, { type: this.typeName(codec), expression: this.give(codec.element, element("value->items[i]"), `${stem}_item`) })}(to, &${at})`;
      case "array": {
        const parameter = arrayParameter(this.context.natives, shapeOfCodec(codec.element), "value", false);
        return `${this.sources.add("peer_give_array", stem, { parameter, size: codec.size, expression: this.give(codec.element, member("value[i]"), `${stem}_item`) })}(to, ${arrayAt(place, "items")})`;
      }
      case "map": {
        const key = this.give(codec.key, member("value->entries[i].key"), `${stem}_key`);
        const value = this.give(codec.value, member("value->entries[i].value"), `${stem}_value`);
        return `${this.sources.add("peer_give_map", stem, { type: this.typeName(codec), key, value })}(to, &${at})`;
      }
      case "constInt":
      case "constBytes":
      case "reserved":
        throw new Error(`${codec.op} is not part of the value`);
    }
  }

  private typeName(codec: Codec): string {
    return this.context.natives.typeName(shapeOfCodec(codec));
  }

  private entryName(codec: Extract<Codec, { op: "map" }>): string {
    const shape = shapeOfCodec(codec);
    if (shape.kind !== "map") throw new Error("a map has the shape of one");
    return `${this.context.natives.entryName(shape)}_t`;
  }

  private names(unit: CodecUnit): { type: string; take: string; give: string; stem: string } {
    const stem = `${unit.family}_${stemOf(this.context, unit.type)}`;
    return { type: `${this.context.names.type(unit.type)}_t`, take: `take_${stem}`, give: `give_${stem}`, stem };
  }

  private struct(unit: StructUnit): void {
    const type = this.context.type(unit.type) as StructDef;
    const { members, unknown } = this.context.natives.members(type);
    const byName = new Map(members.map((own) => [own.field.name, own]));
    const names = this.names(unit);
    const take = unit.fields.map((field) => this.takeField(type, field, byName.get(field.name), names.stem));
    const give = unit.fields.flatMap((field) => (byName.has(field.name) ? [this.giveField(field, byName.get(field.name)!, names.stem)] : []));
    if (unknown !== null) {
      const form = unit.family === "json" ? "members" : "bytes";
      take.push([`if (!peer_take_unknown_${form}(in, peer_member(in, object, "$unknown"), &out->${unknown})) return peer_in_field(in, "$unknown");`]);
      give.push([`if (!peer_give_unknown_${form}(to, value->${unknown}, &first)) return false;`]);
    }
    const fields = [...type.fields.map(({ name }) => name), ...(unknown === null ? [] : ["$unknown"])].map(stringLiteral);
    this.structFunctions(names, fields, take, give);
  }

  private structFunctions({ type, take: takeName, give: giveName, stem }: ReturnType<NeutralValues["names"]>, fields: string[], take: string[][], give: string[][]): void {
    const takeLines = take.flat();
    const giveLines = give.flat();
    this.sources.addUnit("peer_take_struct", takeName, { type, stem, fields: `{${fields.join(", ")}}`, count: fields.length, usesNode: takeLines.some((line) => line.includes("node = ")), lines: takeLines });
    this.sources.addUnit("peer_give_struct", giveName, { type, usesValue: giveLines.some((line) => line.includes("value->")), usesFirst: giveLines.length > 0, lines: giveLines });
  }

  private takeField(type: StructDef, field: FieldCodec, own: Member | undefined, unitStem: string): string[] {
    const fail = `return peer_in_field(in, "${field.name}");`;
    const find = `node = peer_member(in, object, "${field.name}");`;
    if (!own) return this.takeHidden(type, field, find, fail);
    const { direct, codec } = presented(field, own);
    const expression = this.take(codec, member(`out->${own.name}`, own.boxed), `take_in_${unitStem}_${own.name}`);
    if (!direct) return [find, `if (node == NULL) return peer_refuse_missing(in) || peer_in_field(in, "${field.name}");`, `if (!${expression}) ${fail}`];
    if (field.presence === "always") {
      const present = [find, `if (node == NULL) return peer_refuse_missing(in) || peer_in_field(in, "${field.name}");`];
      const test = own.has === null ? "node->type != MW_JSON_NULL" : `out->${own.has}`;
      return [...present, ...(own.has === null ? [] : [`out->${own.has} = node->type != MW_JSON_NULL;`]), `if (${test} && !${expression}) ${fail}`];
    }
    return [find, ...(own.has === null ? [] : [`out->${own.has} = node != NULL;`]), `if (node != NULL && !${expression}) ${fail}`];
  }

  private takeHidden(type: StructDef, field: FieldCodec, find: string, fail: string): string[] {
    const { codec } = field;
    if (codec.op === "reserved") return [find, `if (node != NULL && !peer_take_zeros(in, node, ${codec.size})) ${fail}`];
    if (codec.op === "constInt") return [find, `if (node != NULL && !${this.take(codec, member(""), "")}) ${fail}`];
    if (codec.op !== "constBytes") throw new Error(`${codec.op} is not hidden`);
    const { isText, bytes } = constantOf(type, field.name);
    return [find, `if (node != NULL && !peer_take_constant(in, node, ${isText}, ${byteString(bytes)}, ${bytes.length})) ${fail}`];
  }

  private giveField(field: FieldCodec, own: Member, unitStem: string): string[] {
    const { direct, codec } = presented(field, own);
    const expression = this.give(codec, member(`value->${own.name}`, own.boxed), `give_in_${unitStem}_${own.name}`);
    const key = `peer_give_key(to, "${field.name}", &first)`;
    if (!direct) return [`if (!${key} || !${expression}) return false;`];
    const there = presence(own, "value");
    if (field.presence === "always") return [`if (!${key} || !(${there} ? ${expression} : peer_give_literal(to, "null"))) return false;`];
    return [`if (${there} && !(${key} && ${expression})) return false;`];
  }

  private bits(unit: BitsUnit): void {
    const names = this.names(unit);
    const members = bitMembers(unit.def);
    const shown = new Map(members.map((own) => [own.field, own]));
    const take = unit.def.fields.flatMap((field) => {
      const find = `node = peer_member(in, object, "${field.name}");`;
      const fail = `return peer_in_field(in, "${field.name}");`;
      if (field.content.kind === "const") return [[find, `if (node != NULL && !peer_take_unsigned_constant(in, node, ${field.width > 32 ? 64 : 32}, ${field.content.value})) ${fail}`]];
      const own = shown.get(field);
      if (!own) return [];
      return [[find, `if (node == NULL) return peer_refuse_missing(in) || peer_in_field(in, "${field.name}");`, `if (!${this.takeBit(own, unit)}) ${fail}`]];
    });
    const give = members.map((own) => [`if (!peer_give_key(to, "${own.field.name}", &first) || !${this.giveBit(own, unit)}) return false;`]);
    const fields = unit.def.fields.filter(({ content }) => content.kind !== "reserved").map(({ name }) => stringLiteral(name));
    this.structFunctions(names, fields, take, give);
  }

  private takeBit({ field, member: name, shape }: BitMember, unit: BitsUnit): string {
    if (field.content.kind === "bool") return `peer_take_bool(in, node, &out->${name})`;
    if ("type" in field.content) return `take_${unit.family}_${stemOf(this.context, field.content.type)}(in, node, &out->${name})`;
    if (shape.kind !== "int") throw new Error("bits are integers");
    return `peer_take_${shape.int}(in, node, &out->${name})`;
  }

  private giveBit({ field, member: name }: BitMember, unit: BitsUnit): string {
    if (field.content.kind === "bool") return `peer_give_bool(to, value->${name})`;
    if ("type" in field.content) return `give_${unit.family}_${stemOf(this.context, field.content.type)}(to, &value->${name})`;
    return `peer_give_unsigned(to, ${field.width > 32 ? 64 : 32}, value->${name})`;
  }

  private union(unit: UnionUnit): void {
    const names = this.names(unit);
    const type = this.context.type(unit.type) as UnionDef;
    const members = memberNames(unit.cases.map(({ name }) => name));
    const cases = unit.cases.map((one, index) => {
      const boxed = one.payload !== null && this.context.natives.boxed(unit.type, one.payload);
      const own = members[index]!;
      return {
        name: one.name,
        constant: caseConstant(this.context, type, one.name),
        take: one.codec === null ? "peer_take_unit(in, node)" : `(node != NULL || peer_refuse_missing(in)) && ${this.take(one.codec, member(`out->u.${own}`, boxed), `take_in_${names.stem}_${own}`)}`,
        give: one.codec === null ? 'peer_give_literal(to, "{}")' : this.give(one.codec, member(`value->u.${own}`, boxed), `give_in_${names.stem}_${own}`),
      };
    });
    this.sources.addUnit("peer_take_union", names.take, { type: names.type, cases });
    this.sources.addUnit("peer_give_union", names.give, { type: names.type, cases });
  }

  private enum(unit: EnumUnit): void {
    const names = this.names(unit);
    const { int } = unit.int;
    const members = unit.members.map(({ name, value }) => `{${stringLiteral(name)}, ${enumNumber(int, value)}}`);
    this.sources.addUnit("peer_enum", names.take, { ...names, members, count: members.length, int, bits: intBits(int), sign: isSigned(int) ? "signed" : "unsigned" });
  }

  private flags(unit: FlagsUnit): void {
    const names = this.names(unit);
    const flags = unit.flags.map(({ name, bit }) => `{${stringLiteral(name)}, ${bit}}`);
    this.sources.addUnit("peer_flags", names.take, { ...names, members: flags, count: flags.length, table: flags.length > 0 ? `${names.stem}_flags` : "NULL" });
  }
}

/** In neutral JSON text is text and bytes are hex, whatever the encoding makes of a constant. */
function constantOf(type: StructDef, name: string): { isText: boolean; bytes: Uint8Array } {
  const constant = type.fields.find((field) => field.name === name)!.type;
  if (constant.kind !== "const" || constant.of === "int") throw new Error(`${type.id}.${name} is no constant of bytes`);
  return { isText: constant.of === "text", bytes: Buffer.from(constant.value, constant.of === "text" ? "utf8" : "hex") };
}

/** Tables hold every number as 64 bits. */
function enumNumber(int: EnumUnit["int"]["int"], value: number): string {
  return isSigned(int) ? `(uint64_t)${intLiteral("i64", value)}` : intLiteral("u64", value);
}

