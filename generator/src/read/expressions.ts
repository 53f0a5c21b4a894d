/** Reads the type of a field, element or case: words of the vocabulary, and references to other types. */
import { Node } from "ts-morph";
import type { Framing, IntName, TypeExpr } from "../ir/model.js";
import type { Context } from "./context.js";
import { namesAType, readDeclaration, readNamed, type Naming } from "./declarations.js";
import { peel } from "./roots.js";
import { EMPTY, literal, resolveReference, settle, type Bound, type Reference, type Scope } from "./words.js";

type Word = Extract<Reference, { kind: "word" }>;
/** Reads one word; reports and returns undefined when it makes no sense. */
type Rule = (context: Context, word: Word, naming: Naming) => TypeExpr | undefined;

const NO_LIMIT = { min: 0, max: null };
const NATURAL: Framing = { kind: "natural" };
const INTS = new Set<string>(["u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64"]);

/** `naming` is for types that are written in place and need a name. */
export function readType(context: Context, bound: Bound, naming: Naming): TypeExpr | undefined {
  const { node, scope } = settle(bound);
  if (Node.isArrayTypeNode(node)) {
    const element = readType(context, { node: node.getElementTypeNode(), scope }, naming);
    return element && { kind: "list", framing: NATURAL, limit: NO_LIMIT, element };
  }
  if (Node.isTypeLiteral(node)) return readInPlace(context, { node, scope }, naming);
  if (!Node.isTypeReference(node)) return unknown(context, node, node.getText());
  const reference = resolveReference(node, scope);
  if (reference.kind === "bound") return readType(context, reference.bound, naming);
  if (reference.kind === "unknown") return unknown(context, node, reference.text);
  if (reference.kind === "declared") return readDeclared(context, reference, bound, naming);
  const rule = RULES[reference.name];
  if (rule) return rule(context, reference, naming);
  context.report("MW1007", node, `${reference.name} cannot stand here.`, HINTS[reference.name] ?? "See docs/spec-language.md for what it goes around.");
  return undefined;
}

function unknown(context: Context, node: Node, text: string): undefined {
  const basics: Record<string, string> = { number: "Say how wide it is: u32, i64, f64.", string: "Write Text.", boolean: "Write bool.", bigint: "Write u64 or i64.", Uint8Array: "Write Bytes.", Date: "Write Timestamp<\"ms\">.", Array: "Write Type[]." };
  context.report("MW1001", node, `${text} is not a word of the vocabulary or a type of this spec.`, basics[text] ?? "Import it from \"meshwright/lang\", or declare it in the spec.");
}

function readDeclared(context: Context, { declaration, args, node }: Extract<Reference, { kind: "declared" }>, bound: Bound, naming: Naming): TypeExpr | undefined {
  if (args.length > 0) {
    context.report("MW1006", node, `${declaration.getName()}<…> has no name of its own here.`, `Write export type MyName = ${settle(bound).node.getText()}, and use that.`);
    return undefined;
  }
  const named = readDeclaration(context, declaration);
  if (named.kind === "unusable") return undefined;
  if (named.kind === "type") return referTo(context, named.id);
  context.openAliases.add(declaration);
  const type = readType(context, named.bound, naming);
  context.openAliases.delete(declaration);
  return type;
}

/** A brand stands in place, with the framing of its place. */
function referTo(context: Context, id: string): TypeExpr {
  const target = context.types.get(id);
  return target?.kind === "brand" ? ({ ...target.type, brand: id } as TypeExpr) : { kind: "ref", type: id };
}

function readInPlace(context: Context, bound: Bound, naming: Naming): TypeExpr | undefined {
  const peeled = peel(context, bound);
  if (!namesAType(peeled)) return undefined;
  readNamed(context, peeled, naming);
  return { kind: "ref", type: naming.id };
}

const int = (name: IntName): TypeExpr => ({ kind: "int", int: name, endian: "le" });

const simple =
  (type: TypeExpr): Rule =>
  () =>
    structuredClone(type);

/** A choice written in place; flags and enums whose members stand in an interface are called after that. */
const inPlace: Rule = (context, word, naming) => {
  const table = word.args[1] && settle(word.args[1]).node;
  const reference = table && Node.isTypeReference(table) ? resolveReference(table, word.args[1]!.scope) : undefined;
  if (reference?.kind !== "declared") return readInPlace(context, { node: word.node as never, scope: word.args[0]?.scope ?? new Map() }, naming);
  const { declaration } = reference;
  const known = context.ids.get(declaration);
  const name = declaration.getName();
  const own: Naming = { id: context.idOf(declaration), module: context.moduleOf(declaration.getSourceFile()), name, node: declaration };
  if (known === undefined) {
    context.ids.set(declaration, own.id);
    if (Node.isExportable(declaration) && !declaration.isExported()) context.report("MW1005", declaration, `${name} is used but not exported.`, "Put export before it.");
    readNamed(context, { core: { node: word.node as never, scope: word.args[0]!.scope }, open: false }, own);
  }
  const target = context.types.get(own.id);
  const repr = word.args[0] && intName(word.args[0]);
  if ((target?.kind === "flags" || target?.kind === "enum") && target.repr !== repr)
    context.report("MW1007", word.node, `${name} is ${target.repr} in one place and ${String(repr)} here.`, "Give it one width: declare export type Name = Flags<…> once and use that.");
  return { kind: "ref", type: own.id };
};

const RULES: Record<string, Rule> = {
  ...Object.fromEntries([...INTS].map((name) => [name, simple(int(name as IntName))])),
  f32: simple({ kind: "float", bits: 32, endian: "le" }),
  f64: simple({ kind: "float", bits: 64, endian: "le" }),
  bool: simple({ kind: "bool" }),
  Text: simple({ kind: "text", framing: NATURAL, limit: NO_LIMIT }),
  JsonValue: simple({ kind: "jsonValue" }),
  SocketAddress: simple({ kind: "socketAddress" }),
  Enum: inPlace,
  Flags: inPlace,
  Bits: inPlace,
  Tagged: inPlace,
  External: inPlace,
  Internal: inPlace,
  Adjacent: inPlace,
  Open: inPlace,
  Bytes: (context, word) => {
    if (!word.args[0]) return { kind: "bytes", framing: NATURAL, limit: NO_LIMIT, json: "base64" };
    const size = count(context, word, 0);
    return size === undefined ? undefined : { kind: "fixedBytes", size, json: "base64" };
  },
  Hex: (context, word, naming) => jsonForm(context, word, naming, "hex"),
  Ints: (context, word, naming) => jsonForm(context, word, naming, "ints"),
  Fixed: (context, word, naming) => {
    const element = argument(context, word, 0, naming);
    const size = count(context, word, 1);
    return element && size !== undefined ? { kind: "array", size, element } : undefined;
  },
  Map: (context, word, naming) => {
    const key = argument(context, word, 0, naming);
    const value = argument(context, word, 1, naming);
    return key && value && { kind: "map", framing: NATURAL, limit: NO_LIMIT, key, value };
  },
  Nullable: (context, word, naming) => {
    const inner = argument(context, word, 0, naming);
    return inner && { kind: "nullable", inner };
  },
  Reserved: (context, word) => {
    const size = count(context, word, 0);
    return size === undefined ? undefined : { kind: "reserved", size };
  },
  Const: constant,
  Be: (context, word, naming) => {
    const type = argument(context, word, 0, naming);
    if (type?.kind === "int" || type?.kind === "float") return { ...type, endian: "be" };
    return type && misplaced(context, word, "Be turns around numbers only.", "Write Be<u32>.");
  },
  Unit: (context, word, naming) => withUnit(context, word, argument(context, word, 0, naming), word.args[1]),
  Timestamp: (context, word, naming) => {
    const repr: TypeExpr | undefined = word.args[1] ? argument(context, word, 1, naming) : int("u64");
    return withUnit(context, word, repr, word.args[0], "since the Unix epoch");
  },
  Duration: (context, word, naming) => {
    if (!word.args[0]) return { kind: "duration" };
    return withUnit(context, word, word.args[1] ? argument(context, word, 1, naming) : int("u64"), word.args[0]);
  },
  Limit: limited,
  Pattern: (context, word, naming) => {
    const type = argument(context, word, 0, naming);
    const pattern = word.args[1] && literal(word.args[1]);
    if (type?.kind !== "text") return type && misplaced(context, word, "A pattern is for text.", 'Write Pattern<Text, "[a-z]+">.');
    if (typeof pattern !== "string") return notLiteral(context, word, "a regular expression as text");
    return { ...type, pattern };
  },
  Embedded: (context, word, naming) => {
    const type = argument(context, word, 0, naming);
    if (type?.kind !== "ref") return type && misplaced(context, word, "Embedded goes around a message with an encoding of its own.", "A type without one takes the encoding around it: leave Embedded out.");
    const embedded: TypeExpr = { kind: "embedded", type: type.type };
    return isPacked(word.args[0]!) ? embedded : { kind: "sized", framing: NATURAL, limit: NO_LIMIT, inner: embedded };
  },
  Sized: (context, word, naming) => framed(context, word, argument(context, word, 1, naming), "bytes"),
  Counted: (context, word, naming) => framed(context, word, argument(context, word, 1, naming), "elements"),
  Rest: (context, word, naming) => frame(context, word, argument(context, word, 0, naming), { kind: "rest" }),
};

/** What may stand around an encoding. */
const WRAPPERS = new Set(["Open", "MaxSize"]);

const HINTS: Record<string, string> = {
  Tag: "It numbers a case of a union.",
  Empty: "It is a case of a union without content.",
  OmitEmpty: "It goes around the whole type of a field: name: OmitEmpty<u8>.",
  Bit: "It is a field of Bits.",
  Retired: "It is the last argument of Enum, Flags, Bits and unions, or stands after extends.",
  Field: "It numbers a field of a structure; a case of a union is numbered with Tag.",
  Stream: "Streams are what methods of services take and give.",
};

/** Whether a message is Packed has to be known before its body is read, since it may contain the one being read. */
function isPacked(bound: Bound, seen = new Set<Node>()): boolean {
  const { node, scope } = settle(bound);
  return Node.isTypeReference(node) && leadsToPacked(node, scope, seen);
}

/** Through wrappers, other names, generic types, and what a structure extends. */
function leadsToPacked(node: Parameters<typeof resolveReference>[0], scope: Scope, seen: Set<Node>): boolean {
  const reference = resolveReference(node, scope);
  if (reference.kind === "word") return reference.name === "Packed" || (WRAPPERS.has(reference.name) && reference.args.length > 0 && isPacked(reference.args.at(-1)!, seen));
  if (reference.kind !== "declared" || seen.has(reference.declaration)) return false;
  const { declaration } = reference;
  seen.add(declaration);
  if (Node.isInterfaceDeclaration(declaration)) return declaration.getExtends().some((clause) => leadsToPacked(clause, EMPTY, seen));
  return Node.isTypeAliasDeclaration(declaration) && isPacked({ node: declaration.getTypeNodeOrThrow(), scope: EMPTY }, seen);
}

function argument(context: Context, word: Word, index: number, naming: Naming): TypeExpr | undefined {
  const bound = word.args[index];
  if (bound) return readType(context, bound, naming);
  return misplacedArguments(context, word);
}

function misplacedArguments(context: Context, word: Word): undefined {
  context.report("MW1002", word.node, `${word.name} lacks an argument.`, "See docs/spec-language.md for what it takes.");
}

function misplaced(context: Context, word: Word, message: string, help: string): undefined {
  context.report("MW1007", word.node, message, help);
}

function notLiteral(context: Context, word: Word, what: string): undefined {
  context.report("MW1003", word.node, `${word.name} needs ${what}.`, "It must stand in the spec as a literal.");
}

function count(context: Context, word: Word, index: number): number | undefined {
  const bound = word.args[index];
  if (!bound) return misplacedArguments(context, word);
  const value = literal(bound);
  return typeof value === "bigint" && value >= 0n ? Number(value) : notLiteral(context, word, "a whole number that is not negative");
}

function jsonForm(context: Context, word: Word, naming: Naming, json: "hex" | "ints"): TypeExpr | undefined {
  const type = argument(context, word, 0, naming);
  if (type?.kind === "bytes" || type?.kind === "fixedBytes") return { ...type, json };
  return type && misplaced(context, word, `${word.name} is a way to write bytes in JSON.`, `Write ${word.name}<Bytes<32>>.`);
}

function constant(context: Context, word: Word, naming: Naming): TypeExpr | undefined {
  const type = argument(context, word, 0, naming);
  const value = word.args[1] && literal(word.args[1]);
  if (!type) return undefined;
  if (type.kind === "int" && typeof value === "bigint") return { kind: "const", of: "int", int: type.int, endian: type.endian, value: value.toString() };
  if (type.kind === "text" && typeof value === "string") return { kind: "const", of: "text", value };
  if (type.kind === "bytes" && typeof value === "string" && /^([0-9a-f]{2})+$/.test(value)) return { kind: "const", of: "bytes", value };
  return notLiteral(context, word, "an integer type and its value, Text and its text, or Bytes and lower-case hex digits");
}

function withUnit(context: Context, word: Word, type: TypeExpr | undefined, bound: Bound | undefined, suffix?: string): TypeExpr | undefined {
  const unit = bound && literal(bound);
  if (!type) return undefined;
  if (typeof unit !== "string") return notLiteral(context, word, "a unit as text");
  if (type.kind !== "int" && type.kind !== "float") return misplaced(context, word, "Only numbers have a unit.", `Write ${word.name}<…> around an integer.`);
  return { ...type, unit: suffix ? `${unit} ${suffix}` : unit };
}

function limited(context: Context, word: Word, naming: Naming): TypeExpr | undefined {
  const type = argument(context, word, 0, naming);
  if (!type) return undefined;
  const [min, max] = [word.args[1] && literal(word.args[1]), word.args[2] && literal(word.args[2])];
  if (type.kind === "float") {
    if (typeof min === "string" || min === undefined || typeof max === "string") return notLiteral(context, word, "numbers as bounds");
    return { ...type, min: Number(min), ...(max !== undefined && { max: Number(max) }) };
  }
  if (typeof min !== "bigint" || (word.args[2] && typeof max !== "bigint")) return notLiteral(context, word, "whole numbers as bounds");
  if (type.kind === "int") return { ...type, min: min.toString(), ...(typeof max === "bigint" && { max: max.toString() }) };
  if ("limit" in type) return { ...type, limit: { min: Number(min), max: typeof max === "bigint" ? Number(max) : null } };
  return misplaced(context, word, "Limit bounds numbers, and the sizes of text, bytes, lists, maps and windows.", "Put it around the field inside that is to be bounded.");
}

function framed(context: Context, word: Word, type: TypeExpr | undefined, of: "bytes" | "elements"): TypeExpr | undefined {
  const prefix = word.args[0] && readType(context, word.args[0], { id: "", module: "", name: "", node: word.node });
  if (!type || !prefix) return undefined;
  if (prefix.kind !== "int" || !prefix.int.startsWith("u")) return misplaced(context, word, `${word.name} needs an unsigned integer for the length.`, `Write ${word.name}<u16, …>.`);
  const elements = type.kind === "list" || type.kind === "map";
  if (elements !== (of === "elements"))
    return misplaced(context, word, `${word.name} counts ${of}.`, of === "bytes" ? "For lists and maps write Counted<u16, …>." : "For text, bytes and structures write Sized<u16, …>.");
  return frame(context, word, type, { kind: "prefix", int: prefix.int, endian: prefix.endian });
}

function frame(context: Context, word: Word, type: TypeExpr | undefined, framing: Framing): TypeExpr | undefined {
  if (!type) return undefined;
  if ("framing" in type) return { ...type, framing };
  if (type.kind === "ref" || type.kind === "embedded") return { kind: "sized", framing, limit: NO_LIMIT, inner: type };
  return misplaced(context, word, `${word.name} goes around text, bytes, lists, maps and structures.`, "A value of fixed size says where it ends by itself.");
}

/** The integer that a bound names, if it does. */
export function intName(bound: Bound): IntName | undefined {
  const { node, scope } = settle(bound);
  if (!Node.isTypeReference(node)) return undefined;
  const reference = resolveReference(node, scope);
  return reference.kind === "word" && INTS.has(reference.name) ? (reference.name as IntName) : undefined;
}
