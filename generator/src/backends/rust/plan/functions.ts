/** Plans the functions and tables that were asked for: their signatures here, their bodies by encoding. */
import type { BitsUnit, EnumUnit, FlagsUnit, StructUnit, UnionUnit } from "../../../codec/model.js";
import type { BitsDef, EnumDef } from "../../../ir/model.js";
import * as binaryRead from "../codec/binary-read.js";
import * as binaryWrite from "../codec/binary-write.js";
import * as bits from "../codec/bits.js";
import * as jsonRead from "../codec/json-read.js";
import * as jsonWrite from "../codec/json-write.js";
import { fillFields, needsOffset, parseFields, shapeLines } from "../codec/runs.js";
import { initialiser } from "../codec/locals.js";
import { array, literal, signature } from "../layout.js";
import { stringLiteral } from "../words.js";
import { scalar, type Context } from "./context.js";
import type { Role } from "./items.js";

/** The lines of one item of a type's `impl`. */
export function itemLines(context: Context, role: Role): string[] {
  switch (role) {
    case "shape":
      return shapeLines(context, `pub(crate) const SHAPE_${context.family.toUpperCase()}: ${context.scope.use("read")}::Shape = `, struct(context).fields, 4);
    case "memberTable":
      return jsonRead.memberTable(context, membersOf(context));
    case "nameTable":
      return nameTable(context);
    case "nameless":
      return namelessLines(context.shared.natives.def(context.owner) as EnumDef);
    case "fromNumber":
      return bits.unpackLines(context, context.shared.natives.def(context.owner) as BitsDef);
    case "toNumber":
      return bits.packLines(context, context.shared.natives.def(context.owner) as BitsDef);
    case "parse":
      return parseLines(context);
    case "fill":
      return fillLines(context);
    case "read":
    case "readInside":
      return readLines(context, role);
    case "write":
    case "writeInside":
      return writeLines(context, role);
    case "readMembers":
      return [
        ...signature(4, "pub(crate) fn read_members", [context.jsonReader, `mut members: ${context.scope.use("json")}::read::Members`], context.decoded("Self")),
        ...jsonRead.membersBody(context, struct(context)),
        "    }",
      ];
    case "writeMembers": {
      const body = jsonWrite.membersBody(context, struct(context));
      return [...signature(4, "pub(crate) fn write_members", ["&self", body.length === 1 ? `_${context.writer}` : context.writer, ...(struct(context).open ? ["tag: Option<&'static str>"] : [])], context.encoded), ...body, "    }"];
    }
  }
}

const struct = (context: Context): StructUnit => context.unit(context.owner, context.family) as StructUnit;

function membersOf(context: Context): { jsonName: string; name: string }[] {
  const def = context.shared.natives.def(context.owner);
  if (def.kind === "bits") return jsonRead.namedBits(def);
  return (context.unit(context.owner, "json") as StructUnit).fields;
}

function nameTable(context: Context): string[] {
  const unit = context.unit(context.owner, "json") as FlagsUnit;
  const items = unit.flags.map(({ jsonName, bit }) => ({ callee: "", args: [stringLiteral(jsonName), String(1n << BigInt(bit))] }));
  return array(4, `const NAMES: &'static [(&'static str, ${unit.int.int})] = &`, items, ";");
}

function namelessLines(def: EnumDef): string[] {
  return [
    `    fn nameless(number: ${def.repr}) -> Option<Self> {`,
    "        Some(Self::from(number)).filter(|variant| matches!(variant, Self::Unknown(_)))",
    "    }",
  ];
}

/** What a program in another crate should be able to take in as a few loads or stores. */
const INLINE = "    #[inline]";
const inlined = ({ family, owner, shared }: Context): string[] => (family !== "json" && shared.sizes.ofUnit(owner, family) !== null ? [INLINE] : []);

function parseLines(context: Context): string[] {
  const unit = context.unit(context.owner, context.family);
  const size = context.shared.sizes.ofUnit(context.owner, context.family)!;
  const head = (offset: string): string[] => [INLINE, ...signature(4, `pub(crate) fn parse_${context.family}`, [`run: &[u8; ${size}]`, `${offset}: usize`], context.decoded("Self"))];
  switch (unit.kind) {
    case "struct": {
      const members = unit.fields.filter(({ presence }) => presence !== "hidden").map((field) => initialiser(context, field));
      const offset = unit.fields.some(({ codec }) => needsOffset(codec)) ? "at" : "_at";
      return [...head(offset), ...parseFields(context, unit.fields, 8), ...literal(8, "Ok(", "Self", members, ")"), "    }"];
    }
    case "enum": {
      const number = numberOf(unit);
      if (unit.open) return [...head("_at"), `        Ok(Self::from(${number}))`, "    }"];
      return [...head("at"), `        let number = ${number};`, `        ${context.scope.use("check")}::variant(Self::from_number(number), number, at)`, "    }"];
    }
    case "flags":
      return [...head("at"), `        let bits = ${numberOf(unit)};`, `        ${context.scope.use("check")}::flags(Self::from_bits(bits), bits, at)`, "    }"];
    case "bits":
      return [...head("at"), `        ${context.function("fromNumber", context.owner, "fixed")}(${numberOf(unit)}, at)`, "    }"];
    case "union":
      throw new Error(`the union ${unit.type} cannot stand in a run`);
  }
}

const numberOf = ({ int }: EnumUnit | FlagsUnit | BitsUnit): string => `${int.int}::from_${int.form}_bytes(*run)`;

function fillLines(context: Context): string[] {
  const unit = struct(context);
  const size = context.shared.sizes.ofUnit(context.owner, context.family)!;
  return [
    INLINE,
    ...signature(4, `pub(crate) fn fill_${context.family}`, ["&self", `run: &mut [u8; ${size}]`], context.encoded),
    ...fillFields(context, unit.fields, (field) => binaryWrite.placeOf(context, field), 8, "run"),
    "        Ok(())",
    "    }",
  ];
}

function readLines(context: Context, role: "read" | "readInside"): string[] {
  const { family, scope } = context;
  const unit = context.unit(context.owner, family);
  const inside = role === "readInside";
  const body = (): string[] => {
    if (unit.recursionHead && !inside) {
      const module = family === "json" ? `${scope.use("json")}::read` : scope.use("read");
      return [`        ${module}::nested(${family === "json" ? "j" : "r"}, ${context.function("readInside", context.owner, family)})`];
    }
    if (family === "json") return jsonReadBody(context);
    if (context.shared.sizes.ofUnit(context.owner, family) !== null) return [runCall(context)];
    switch (unit.kind) {
      case "struct":
        return binaryRead.structBody(context, unit);
      case "union":
        return binaryRead.unionBody(context, unit);
      case "enum":
        return binaryRead.enumBody(context, unit);
      case "flags":
        return binaryRead.flagsBody(context, unit);
      case "bits":
        return bits.readBody(context, unit);
    }
  };
  const lines = body();
  const unused = lines.some((line) => /\b[rj]\b/.test(line)) ? "" : "_";
  const visibility = inside ? "" : "pub(crate) ";
  return [...inlined(context), ...signature(4, `${visibility}fn read_${family}${inside ? "_inside" : ""}`, [unused + (family === "json" ? context.jsonReader : context.reader)], context.decoded("Self")), ...lines, "    }"];
}

function runCall(context: Context): string {
  const { family, owner, scope } = context;
  const read = scope.use("read");
  const shape = context.unit(owner, family).kind === "struct" ? `&${context.function("shape", owner, family)}` : `&${read}::Shape::Value`;
  return `        ${read}::run(r, ${shape}, ${context.function("parse", owner, family)})`;
}

function jsonReadBody(context: Context): string[] {
  const unit = context.unit(context.owner, "json");
  switch (unit.kind) {
    case "struct":
      return jsonRead.structBody(context);
    case "union":
      return jsonRead.unionBody(context, unit);
    case "enum":
      return jsonRead.enumBody(context, unit);
    case "flags":
      return [`        ${context.scope.use("json")}::read::flags(j, ${context.function("nameTable", context.owner, "json")}).map(Self)`];
    case "bits":
      return bits.readJsonBody(context, unit.def);
  }
}

function writeLines(context: Context, role: "write" | "writeInside"): string[] {
  const { family, owner, scope } = context;
  const unit = context.unit(owner, family);
  const inside = role === "writeInside";
  const body = (): string[] => {
    if (unit.recursionHead && !inside) return [`        ${scope.use("write")}::nested(self, w, ${context.function("writeInside", owner, family)})`];
    if (family === "json") return jsonWriteBody(context);
    switch (unit.kind) {
      case "struct":
        if (context.shared.sizes.ofUnit(owner, family) !== null) return [`        ${scope.use("write")}::run(self, w, ${context.function("fill", owner, family)})`];
        return binaryWrite.structBody(context, unit);
      case "union":
        return binaryWrite.unionBody(context, unit);
      case "enum":
        return [`        ${scope.use("write")}::${scalar(unit.int)}(&self.number(), w)`];
      case "flags":
        return [`        ${scope.use("write")}::${scalar(unit.int)}(&self.0, w)`];
      case "bits":
        context.function("toNumber", owner, "fixed");
        return [`        ${scope.use("write")}::${scalar(unit.int)}(&self.pack()?, w)`];
    }
  };
  const lines = body();
  const unused = lines.some((line) => /\bw\b/.test(line)) ? "" : "_";
  return [...inlined(context), ...signature(4, `${inside ? "" : "pub(crate) "}fn write_${family}${inside ? "_inside" : ""}`, ["&self", unused + context.writer], context.encoded), ...lines, "    }"];
}

function jsonWriteBody(context: Context): string[] {
  const unit = context.unit(context.owner, "json");
  const write = `${context.scope.use("json")}::write`;
  switch (unit.kind) {
    case "struct":
      return jsonWrite.structBody(context);
    case "union":
      return jsonWrite.unionBody(context, unit as UnionUnit);
    case "enum":
      return [unit.open ? `        ${write}::open_variant(self.name(), self.number(), w)` : `        ${write}::variant(self.name(), w)`];
    case "flags":
      return [`        ${write}::flags(self.0, w, ${context.function("nameTable", context.owner, "json")})`];
    case "bits":
      return bits.writeJsonBody(context, unit.def);
  }
}
