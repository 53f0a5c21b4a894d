/** The classes of a module, as the templates print them. */
import { constantsOf, spelled, type FixedValue } from "../../ir/constants.js";
import type { BitsDef, Field, StructDef, TypeDef, UnionDef } from "../../ir/model.js";
import type { Family, RootCodec } from "../../codec/model.js";
import { docstring, rootNote, typeNote } from "./docs.js";
import { annotation, emptyValue, named, valueFields } from "./natives.js";
import type { Scope } from "./scope.js";
import { alternatives, bytesLiteral, call, layOut, LINE_LENGTH, stringLiteral } from "./source.js";

export interface Declaration {
  /** Which template prints it. */
  template: "message" | "enumeration" | "union" | "brand";
  name: string;
  doc: string[];
  [part: string]: unknown;
}

export function declare(type: TypeDef, scope: Scope): Declaration {
  const name = scope.model.className(type.id);
  const notes = "root" in type && type.root ? [rootNote(type.root)] : [];
  const doc = docstring(type.doc, type.kind === "brand" ? 0 : 1, notes, `\`${type.id}\` of the spec.`);
  const member = (item: { name: string }): string => scope.model.member(type.id, item.name);
  switch (type.kind) {
    case "struct":
      return { template: "message", name, doc, constants: constants(type, scope), fields: structFields(type, scope), methods: methodsOf(type.id, scope) };
    case "bits": {
      const fields = type.fields.filter(({ content }) => content.kind !== "reserved" && content.kind !== "const");
      return {
        template: "message",
        name,
        doc,
        constants: constants(type, scope),
        fields: fields.map((bits) => ({ line: `${member(bits)}: ${bitsAnnotation(bits.content, scope)}`, doc: docstring(noted(bits.doc.text, `${bits.width} bits`, bits.doc), 1) })),
        methods: [],
      };
    }
    case "enum":
      return { template: "enumeration", name, doc, base: "IntEnum", members: type.members.map((one) => ({ line: `${member(one)} = ${one.value}`, doc: optionalDoc(one.doc) })) };
    case "flags":
      return {
        template: "enumeration",
        name,
        doc,
        base: "IntFlag",
        members: type.flags.map((one) => ({ line: `${member(one)} = 0x${(1n << BigInt(one.bit)).toString(16).toUpperCase()}`, doc: optionalDoc(one.doc) })),
      };
    case "union":
      return declareUnion(type, name, doc, scope);
    case "brand": {
      const note = typeNote(type.type);
      const base = annotation({ ...type.type, brand: undefined } as never, scope);
      return { template: "brand", name, base, doc: docstring(noted(type.doc.text, note, type.doc), 0, [], `\`${type.id}\` of the spec.`) };
    }
  }
}

const optionalDoc = (doc: Field["doc"]): string[] => (doc.text === "" && doc.since === undefined && doc.deprecated === undefined ? [] : docstring(doc, 1));

/** The note in brackets behind the text, or alone. */
const noted = (text: string, note: string, doc: Field["doc"]): Field["doc"] => ({ ...doc, text: note === "" ? text : text === "" ? `${note}.` : `${text} (${note})` });

function constants(type: StructDef | BitsDef, scope: Scope): { lines: string[]; doc: string[] }[] {
  return constantsOf(type).map(({ name, doc, value }) => ({ lines: constantLines(`${scope.model.constant(type.id, name)}: typing.ClassVar`, value), doc: docstring(doc, 1) }));
}

function constantLines(head: string, value: FixedValue): string[] {
  if (value.of === "int") return layOut([`${head}[int] = ${spelled(value.value).replace(/^0x(.*)/, (_, digits: string) => `0x${digits.toUpperCase()}`)}`], 1);
  const literal = value.of === "text" ? stringLiteral(value.value) : bytesLiteral(value.hex);
  const [, callee, argument] = /^(bytes\.fromhex)\((.*)\)$/.exec(literal) ?? [];
  if (callee !== undefined) return layOut([call(`${head}[bytes] = ${callee}`, [argument!])], 1);
  const line = `${head}[${value.of === "text" ? "str" : "bytes"}] =`;
  const fits = 4 + line.length + 1 + literal.length <= LINE_LENGTH;
  return fits ? [`    ${line} ${literal}`] : [`    ${line} (`, `        ${literal}`, "    )"];
}

function structFields(type: StructDef, scope: Scope): { line: string; doc: string[] }[] {
  const fields = valueFields(type).map((field) => ({
    line: `${scope.model.member(type.id, field.name)}: ${fieldAnnotation(field, scope)}`,
    doc: optionalDoc(noted(field.doc.text, typeNote(field.type), field.doc)),
  }));
  const unknown = { line: 'unknown: bytes = b""', doc: ['    """What a later version of the message has behind the fields known here: bytes, or JSON members as text."""'] };
  return type.open ? [...fields, unknown] : fields;
}

function fieldAnnotation(field: Field, scope: Scope): string {
  const type = annotation(field.type, scope);
  if (field.optional) return `${type} | None = None`;
  if (!field.omitEmpty) return type;
  const { value, factory } = emptyValue(field.type, scope);
  if (factory !== undefined) return `${type} = dataclasses.field(default_factory=${factory})`;
  // A value made of another module's type has to wait until that module is there.
  return value.startsWith("_") ? `${type} = dataclasses.field(default_factory=lambda: ${value})` : `${type} = ${value}`;
}

function bitsAnnotation(content: { kind: string; type?: string }, scope: Scope): string {
  if (content.type !== undefined) return named(content.type, scope);
  return content.kind === "bool" ? "bool" : "int";
}

interface Method {
  decorator: string;
  head: string;
  doc: string[];
  body: string[];
}

const codecName = (family: Family): string => (family === "json" ? "json" : "binary");

function decodeCall({ type, family, maxSize }: RootCodec, scope: Scope): string[] {
  const decode = scope.runtime("_messages", `decode_${codecName(family)}`);
  return layOut([call(`return ${decode}`, [scope.read(family, type), "data", `"${scope.model.className(type)}"`, String(maxSize ?? "None")])]);
}

function encodeCall({ type, family, maxSize }: RootCodec, scope: Scope): string[] {
  const encode = scope.runtime("_messages", `encode_${codecName(family)}`);
  return layOut([call(`return ${encode}`, [scope.write(family, type), "self", `"${scope.model.className(type)}"`, String(maxSize ?? "None")])]);
}

const DECODE_DOC = ['"""Reads a whole message. Raises ``DecodeError`` with kind, offset and path."""'];
const ENCODE_DOC = ['"""The message\'s one byte string. Raises ``EncodeError``, or ``TypeError`` for a value of the wrong type."""'];

function methodsOf(id: string, scope: Scope): Method[] {
  const root = scope.model.roots.get(id);
  if (!root) return [];
  const buffer = scope.runtime("_messages", "Buffer");
  return [
    { decorator: "@classmethod", head: `def decode(cls, data: ${buffer}) -> ${scope.model.className(id)}:`, doc: DECODE_DOC, body: decodeCall(root, scope) },
    { decorator: "", head: "def encode(self) -> bytes:", doc: ENCODE_DOC, body: encodeCall(root, scope) },
  ];
}

function declareUnion(type: UnionDef, name: string, doc: string[], scope: Scope): Declaration {
  const root = scope.model.roots.get(type.id);
  const caseNames = type.cases.map((one) => scope.model.member(type.id, one.name));
  const aliases: string[] = [];
  /** A payload's class, under another name where a case's class would hide it. Quoted, since it may stand further down. */
  const payload = (id: string): string => {
    const annotation = named(id, scope);
    if (!caseNames.includes(annotation.split(".")[0]!)) return `"${annotation}"`;
    const alias = `_${name}_${annotation.replace(".", "")}`;
    const line = `${alias}: typing.TypeAlias = "${annotation}"`;
    if (!aliases.includes(line)) aliases.push(line);
    return alias;
  };
  const cases = type.cases.map((one, index) => ({
    name: caseNames[index]!,
    base: one.type === undefined ? scope.runtime("_unions", "UnitCase") : `${scope.runtime("_unions", "Case")}[${payload(one.type)}]`,
    doc: docstring(one.doc, 2, [], `Case \`${one.name}\`.`),
    encode: root ? { doc: ENCODE_DOC, body: encodeCall(root, scope) } : null,
  }));
  const alias = layOut([alternatives("Case: typing.TypeAlias = ", cases.map((one) => one.name))], 1);
  const decode = root ? { head: `def decode(data: ${scope.runtime("_messages", "Buffer")}) -> ${name}.Case:`, doc: DECODE_DOC, body: decodeCall(root, scope) } : null;
  return { template: "union", name, doc, aliases, cases, alias, decode };
}
