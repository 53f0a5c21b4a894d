/** Reads named declarations: interfaces and type aliases become types; aliases of plain expressions stay transparent. */
import { Node, type InterfaceDeclaration, type TypeAliasDeclaration } from "ts-morph";
import type { TypeId } from "../ir/model.js";
import type { Context } from "./context.js";
import { isMaskTable, readBits, readBrand, readEnum, readFlags, readUnion, UNION_WORDS } from "./choices.js";
import { peel, type Peeled } from "./roots.js";
import { readInterface, readLiteralStruct } from "./structs.js";
import { EMPTY, resolveReference, settle, type Bound, type Declaration, type Scope } from "./words.js";

/** Where a type gets its name from, and what is known of it before its body is read. */
export interface Naming {
  id: TypeId;
  module: string;
  name: string;
  /** Carries the doc comment and the position. */
  node: Node;
}

/** A declaration as others refer to it. */
export type Named = { kind: "type"; id: TypeId } | { kind: "transparent"; bound: Bound } | { kind: "unusable" };

const NAMED_WORDS = new Set(["Enum", "Flags", "Bits", "Brand", ...UNION_WORDS]);
/** Designed, documented, and not generated yet. */
const LATER_WORDS = new Set(["Axis", "Stream"]);

export function readDeclaration(context: Context, declaration: Declaration): Named {
  const known = context.ids.get(declaration);
  if (known !== undefined) return { kind: "type", id: known };
  if (Node.isInterfaceDeclaration(declaration)) return readNamedInterface(context, declaration);
  if (Node.isTypeAliasDeclaration(declaration)) return readAlias(context, declaration);
  if (Node.isClassDeclaration(declaration)) refuseLater(context, declaration, "A handle");
  else context.report("MW1004", declaration, `${declaration.getName()} is a TypeScript enum.`, `Write type ${declaration.getName()} = Enum<u8, { … }>, which says how wide it is.`);
  return { kind: "unusable" };
}

function readNamedInterface(context: Context, declaration: InterfaceDeclaration): Named {
  if (generic(context, declaration)) return { kind: "unusable" };
  if (isMaskTable(declaration)) {
    context.report("MW1007", declaration.getNameNode(), `${declaration.getName()} lists numbers and is not a type by itself.`, `Write Flags<u8, ${declaration.getName()}> or Enum<u8, ${declaration.getName()}>.`);
    return { kind: "unusable" };
  }
  if (isService(declaration)) {
    context.report("MW1007", declaration.getNameNode(), `${declaration.getName()} is a service and is not a type.`, "Use the messages of its methods.");
    return { kind: "unusable" };
  }
  const naming = register(context, declaration);
  context.later(() => readInterface(context, declaration, naming, EMPTY));
  return { kind: "type", id: naming.id };
}

function readAlias(context: Context, declaration: TypeAliasDeclaration): Named {
  if (generic(context, declaration)) return { kind: "unusable" };
  const node = declaration.getTypeNodeOrThrow();
  const word = headWord({ node, scope: EMPTY });
  if (word !== undefined && LATER_WORDS.has(word)) {
    refuseLater(context, declaration, word);
    return { kind: "unusable" };
  }
  const peeled = peel(context, { node, scope: EMPTY });
  if (!namesAType(peeled)) {
    if (peeled.root || peeled.open) context.report("MW1007", declaration.getNameNode(), `${declaration.getName()} has an encoding but is neither a structure nor a union.`, "Give the encoding to a structure that has this as a field.");
    if (context.openAliases.has(declaration)) {
      context.report("MW1007", declaration.getNameNode(), `${declaration.getName()} stands for itself.`, "Make it a structure or a union, which may contain themselves.");
      return { kind: "unusable" };
    }
    return { kind: "transparent", bound: peeled.core };
  }
  const naming = register(context, declaration);
  const read = (): void => readNamed(context, peeled, naming);
  if (leadsOn(peeled.core)) context.later(read);
  else read();
  return { kind: "type", id: naming.id };
}

/** Structures and unions, which may be links of a chain. Of all else, whoever refers to it looks at what it is. */
function leadsOn(core: Bound): boolean {
  const { node, scope } = settle(core);
  if (!Node.isTypeReference(node)) return true;
  const reference = resolveReference(node, scope);
  if (reference.kind === "word") return UNION_WORDS.includes(reference.name);
  return reference.kind === "declared" && Node.isInterfaceDeclaration(reference.declaration);
}

/** Reads a type that gets its name from `naming`: of an alias, or made up for one written in place. */
export function readNamed(context: Context, peeled: Peeled, naming: Naming): void {
  const { node, scope } = settle(peeled.core);
  if (Node.isTypeLiteral(node)) return readLiteralStruct(context, node, scope, naming, peeled);
  if (!Node.isTypeReference(node)) return;
  const reference = resolveReference(node, scope);
  if (reference.kind === "declared") return instantiate(context, reference.declaration, reference.args, naming, peeled);
  if (reference.kind !== "word") return;
  if (reference.name === "Enum") readEnum(context, reference, naming, peeled);
  else if (reference.name === "Flags") readFlags(context, reference, naming, peeled);
  else if (reference.name === "Bits") readBits(context, reference, naming, peeled);
  else if (reference.name === "Brand") readBrand(context, reference, naming);
  else readUnion(context, reference, naming, peeled);
}

/** A type that needs a name: choices, brands, structures in place, instances of generic types. */
export function namesAType(peeled: Peeled): boolean {
  const { node, scope } = settle(peeled.core);
  if (Node.isTypeLiteral(node)) return true;
  if (!Node.isTypeReference(node)) return false;
  const reference = resolveReference(node, scope);
  return reference.kind === "word" ? NAMED_WORDS.has(reference.name) : reference.kind === "declared" && reference.args.length > 0;
}

/** `type Tuesday = Day<2>`: the generic type's body under this name. */
function instantiate(context: Context, declaration: Declaration, args: Bound[], naming: Naming, outer: Peeled): void {
  if (!Node.isInterfaceDeclaration(declaration) && !Node.isTypeAliasDeclaration(declaration)) return;
  const scope = bindParameters(declaration, args);
  if (Node.isInterfaceDeclaration(declaration)) return readInterface(context, declaration, naming, scope, outer);
  const inner = peel(context, { node: declaration.getTypeNodeOrThrow(), scope });
  const root = outer.root ?? inner.root;
  readNamed(context, { core: inner.core, open: outer.open || inner.open, ...(root && { root }) }, naming);
}

export function bindParameters(declaration: InterfaceDeclaration | TypeAliasDeclaration, args: Bound[]): Scope {
  const scope = new Map<string, Bound>();
  declaration.getTypeParameters().forEach((parameter, index) => {
    const standIn = parameter.getDefault();
    const bound = args[index] ?? (standIn && { node: standIn, scope: new Map(scope) });
    if (bound) scope.set(parameter.getName(), bound);
  });
  return scope;
}

function register(context: Context, declaration: InterfaceDeclaration | TypeAliasDeclaration): Naming {
  const id = context.idOf(declaration);
  context.ids.set(declaration, id);
  if (!declaration.isExported())
    context.report("MW1005", declaration.getNameNode(), `${declaration.getName()} is used but not exported.`, "Put export before it.");
  return { id, module: context.moduleOf(declaration.getSourceFile()), name: declaration.getName(), node: declaration };
}

export function generic(context: Context, declaration: InterfaceDeclaration | TypeAliasDeclaration): boolean {
  if (declaration.getTypeParameters().length === 0) return false;
  const name = declaration.getName();
  context.report("MW1006", declaration.getNameNode(), `${name} has type parameters and is used without a name for the instance.`, `Write export type MyName = ${name}<…>, or an interface that extends it, and use that.`);
  return true;
}

function refuseLater(context: Context, declaration: Declaration, what: string): void {
  context.report("MW1008", declaration, `${what} generates nothing yet, so ${declaration.getName()} would be silently left out.`, "Keep it in a file outside the spec folder until a version of meshwright generates it.");
}

function headWord(bound: Bound): string | undefined {
  const { node, scope } = settle(bound);
  return Node.isTypeReference(node) ? wordOf(node, scope) : undefined;
}

export function isService(declaration: InterfaceDeclaration): boolean {
  return declaration.getExtends().some((clause) => wordOf(clause, EMPTY) === "Service");
}

function wordOf(node: Parameters<typeof resolveReference>[0], scope: Scope): string | undefined {
  const reference = resolveReference(node, scope);
  return reference.kind === "word" ? reference.name : undefined;
}

