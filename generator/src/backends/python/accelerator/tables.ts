/** What the extension has to find in Python's modules when they are loaded: classes and their fields, enums, flags, messages. */
import type { TypeDef, UnionDef } from "../../../ir/model.js";
import type { RootCodec } from "../../../codec/model.js";
import type { Accelerator } from "./context.js";
import { quoted } from "./literals.js";

interface Table {
  /** Which template prints it. */
  template: "accelerator_class" | "accelerator_enum" | "accelerator_flags";
  /** What it is called in C. */
  table: string;
  /** In its Python module. */
  name: string;
  /** Fields or members, as C's list. */
  items: string;
  count: number;
  /** Flags only: the function that makes a set. */
  maker: string;
}

export interface Root {
  stem: string;
  table: string;
  name: string;
  encoders: string;
  count: number;
  maxSize: string;
  read: string;
  write: string;
}

export interface Module {
  name: string;
  table: string;
  classes: string;
  enums: string;
  flags: string;
  roots: string;
}

const list = (items: string[]): string => [...items.map((item) => `&${item}`), "NULL"].join(", ");
const classTable = (table: string, name: string, fields: string[]): Table => ({ template: "accelerator_class", table, name: quoted(name), items: fields.map(quoted).join(", "), count: fields.length, maker: "" });

export function tablesOf(type: TypeDef, accelerator: Accelerator): Table[] {
  const { model } = accelerator;
  const [table, name] = [accelerator.table(type.id), model.className(type.id)];
  const member = (item: { name: string }): string => quoted(model.member(type.id, item.name));
  switch (type.kind) {
    case "struct":
    case "bits":
      return [classTable(table, name, accelerator.fields(type.id))];
    case "union":
      return caseClasses(type, accelerator).map(({ one, className }) => classTable(accelerator.table(type.id, model.member(type.id, one.name)), className, one.type === undefined ? [] : ["value"]));
    case "enum":
      return [{ template: "accelerator_enum", table, name: quoted(name), items: type.members.map(member).join(", "), count: type.members.length, maker: "" }];
    case "flags":
      return [{ template: "accelerator_flags", table, name: quoted(name), items: "", count: 0, maker: quoted(`_flag_set_${model.stem(type.id)}`) }];
    case "brand":
      return [];
  }
}

const caseClasses = (type: UnionDef, { model }: Accelerator): { one: UnionDef["cases"][number]; className: string }[] =>
  type.cases.map((one) => ({ one, className: `${model.className(type.id)}.${model.member(type.id, one.name)}` }));

export function rootOf({ type, family, maxSize }: RootCodec, accelerator: Accelerator): Root {
  const { model } = accelerator;
  const def = model.types.get(type)!;
  const name = model.className(type);
  const encoders = def.kind === "union" ? caseClasses(def, accelerator).map(({ className }) => className) : [name];
  const [stem, depth] = [accelerator.stem(type), model.countsDepth(family, type) ? ", 0" : ""];
  const beside = family === "json" && model.standsBesideTag(type) ? ", 0" : "";
  return {
    stem,
    table: `root_${stem}`,
    name: quoted(name),
    encoders: encoders.map(quoted).join(", "),
    count: encoders.length,
    maxSize: maxSize === null ? "UINT64_MAX" : String(maxSize),
    read: `${accelerator.read(family, type)}(r${depth}${beside})`,
    write: `${accelerator.write(family, type)}(w, value${depth}${beside})`,
  };
}

/** `roots` are those of the module. */
export function moduleOf(id: string, index: number, tables: Table[], roots: Root[]): Module {
  const of = (template: Table["template"]): string => list(tables.filter((table) => table.template === template).map(({ table }) => table));
  return { name: quoted(id), table: `module_${index}`, classes: of("accelerator_class"), enums: of("accelerator_enum"), flags: of("accelerator_flags"), roots: list(roots.map(({ table }) => table)) };
}
