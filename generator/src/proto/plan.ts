/** Decides everything that stands in .proto files, as plain data for the templates. */
import { headerLines } from "../backends/header.js";
import { findProtoPlaces } from "../check/places.js";
import type { Doc, EnumDef, Field, MessageUse, MethodDef, RootInfo, ServiceDef, Spec, StructDef, TypeDef, UnionDef } from "../ir/model.js";
import { commentLines, notesOf } from "./comments.js";
import { customJsonName, fieldName, filePath, methodName, packageName, valueName, ZERO } from "./names.js";
import { TypeNames } from "./types.js";

export interface ProtoFile {
  path: string;
  header: string[];
  package: string;
  imports: string[];
  definitions: (ProtoService | ProtoMessage | ProtoEnum)[];
}

export interface ProtoService {
  template: "service";
  comment: string[];
  name: string;
  methods: { comment: string[]; name: string; request: string; response: string; end: string }[];
}

export interface ProtoMessage {
  template: "message";
  comment: string[];
  name: string;
  /** Options, and what is reserved. */
  statements: string[];
  fields: ProtoField[];
  /** None or one. */
  oneofs: { name: string; fields: ProtoField[] }[];
  /** There is nothing inside. */
  empty: boolean;
}

export interface ProtoField {
  comment: string[];
  /** `repeated `, `optional `, or nothing. */
  label: string;
  type: string;
  name: string;
  number: number;
  /** ` [deprecated = true]`, or nothing. */
  options: string;
}

export interface ProtoEnum {
  template: "enum";
  comment: string[];
  name: string;
  statements: string[];
  values: { comment: string[]; name: string; number: number }[];
}

/** One file for each module that has Proto messages, types that these use, or services; sorted by path. */
export function planFiles(spec: Spec): ProtoFile[] {
  const types = new Map(spec.types.map((type) => [type.id, type]));
  const used = findProtoPlaces(spec, types).map(({ type }) => type).filter(({ kind }) => kind !== "brand");
  const services = spec.services ?? [];
  const modules = [...new Set([...used, ...services].map(({ module }) => module))];
  return modules
    .map((module) => {
      const names = new TypeNames(spec, types, module);
      const definitions = [
        ...services.filter((service) => service.module === module).sort(inSource).map((service) => planService(service, names)),
        ...used.filter((type) => type.module === module).sort(inSource).flatMap((type) => planType(type, names)),
      ];
      return { path: filePath(spec, module), header: headerLines(spec), package: packageName(spec, module), imports: names.imports(), definitions };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** As they were written, since files are read by people. */
function inSource({ source: a }: Pick<TypeDef, "source">, { source: b }: Pick<TypeDef, "source">): number {
  return a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1;
}

const DEPRECATED = "option deprecated = true;";

function planService({ name, doc, methods }: ServiceDef, names: TypeNames): ProtoService {
  const calls = new Set(methods.map((method) => methodName(method.name)));
  return { template: "service", comment: commentLines(doc), name, methods: methods.map((method) => planMethod(method, names, calls)) };
}

function planMethod({ name, doc, request, response }: MethodDef, names: TypeNames, calls: ReadonlySet<string>): ProtoService["methods"][number] {
  const use = ({ type, stream }: MessageUse): string => (stream ? "stream " : "") + names.of(type, calls);
  return { comment: commentLines(doc), name: methodName(name), request: use(request), response: use(response), end: doc.deprecated === undefined ? ";" : ` { ${DEPRECATED} }` };
}

function planType(type: TypeDef, names: TypeNames): (ProtoMessage | ProtoEnum)[] {
  if (type.kind === "struct") return [planStruct(type, names)];
  if (type.kind === "union") return [planUnion(type, names)];
  return type.kind === "enum" ? [planEnum(type)] : [];
}

function planStruct(type: StructDef, names: TypeNames): ProtoMessage {
  const reserved = statements(type.doc, type.reservedNumbers ?? [], (type.reservedNames ?? []).map(fieldName));
  const fields = type.fields.map((field) => planField(field, names));
  return {
    template: "message",
    comment: commentLines(type.doc, sizeOf(type.root)),
    name: type.name,
    statements: reserved,
    fields,
    oneofs: [],
    empty: reserved.length + fields.length === 0,
  };
}

function planField(field: Field, names: TypeNames): ProtoField {
  const { label, type } = names.field(field.type, field.optional);
  const json = customJsonName(field);
  return { comment: commentLines(field.doc, notesOf(field.type)), label, type, name: fieldName(field.name), number: field.number!, options: options(field.doc, json) };
}

/** A message with nothing but a choice: fields of other messages can then hold it like any type. */
function planUnion(type: UnionDef, names: TypeNames): ProtoMessage {
  const fields = type.cases.map((one) => ({
    comment: commentLines(one.doc),
    label: "",
    type: one.type === undefined ? names.empty() : names.of(one.type),
    name: fieldName(one.name),
    number: one.tag,
    options: options(one.doc, customJsonName(one)),
  }));
  return {
    template: "message",
    comment: commentLines(type.doc, sizeOf(type.root)),
    name: type.name,
    statements: statements(type.doc, type.reservedTags, type.reservedNames.map(fieldName)),
    fields: [],
    oneofs: [{ name: freeName("kind", new Set(fields.map(({ name }) => name))), fields }],
    empty: false,
  };
}

/** Fields and oneofs of a message share one scope. */
function freeName(wish: string, taken: ReadonlySet<string>): string {
  return taken.has(wish) ? freeName(`${wish}_`, taken) : wish;
}

function planEnum(type: EnumDef): ProtoEnum {
  const values = type.members.map(({ name, doc, value }) => ({ comment: commentLines(doc), name: valueName(type, name), number: value }));
  const zero = values.filter(({ number }) => number === 0);
  const first = zero.length > 0 ? zero : [{ comment: commentLines({ text: "Not said." }), name: valueName(type, ZERO), number: 0 }];
  const reserved = type.reservedValues.filter((value) => value !== 0);
  return {
    template: "enum",
    comment: commentLines(type.doc),
    name: type.name,
    statements: statements(type.doc, reserved, type.reservedNames.map((name) => valueName(type, name))),
    values: [...first, ...values.filter(({ number }) => number !== 0)],
  };
}

const sizeOf = (root: RootInfo | undefined): string[] => (root?.maxSize === undefined ? [] : [`At most ${root.maxSize} bytes in all.`]);

function options({ deprecated }: Doc, json: string | undefined): string {
  const set = [...(deprecated === undefined ? [] : ["deprecated = true"]), ...(json === undefined ? [] : [`json_name = ${JSON.stringify(json)}`])];
  return set.length === 0 ? "" : ` [${set.join(", ")}]`;
}

function statements({ deprecated }: Doc, numbers: readonly number[], names: readonly string[]): string[] {
  return [
    ...(deprecated === undefined ? [] : [DEPRECATED]),
    ...(numbers.length === 0 ? [] : [`reserved ${ranges(numbers).join(", ")};`]),
    ...(names.length === 0 ? [] : [`reserved ${names.map((name) => `"${name}"`).join(", ")};`]),
  ];
}

/** `3 to 5` for 3, 4, 5. */
function ranges(numbers: readonly number[]): string[] {
  const runs: { first: number; last: number }[] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && number <= run.last + 1) run.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs.map(({ first, last }) => (first === last ? String(first) : `${first} to ${last}`));
}
