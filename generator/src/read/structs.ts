/** Structures: their fields, with those of the interfaces that they extend first. */
import { Node, type InterfaceDeclaration, type MethodSignature, type PropertySignature, type TypeElementTypes, type TypeLiteralNode } from "ts-morph";
import type { Field, StructDef } from "../ir/model.js";
import { pascalCase, snakeCase } from "../names/words.js";
import { joinId, type Context } from "./context.js";
import { bindParameters, type Naming } from "./declarations.js";
import { docOf, tag } from "./docs.js";
import { readType } from "./expressions.js";
import { readRetired, type GivenUp } from "./retired.js";
import { Traits, type Peeled } from "./roots.js";
import { literal, resolveReference, settle, type Bound, type Reference, type Scope } from "./words.js";

export function readInterface(context: Context, declaration: InterfaceDeclaration, naming: Naming, scope: Scope, outer?: Peeled): void {
  const traits = new Traits();
  const parts = new Parts(context, naming, traits);
  parts.addInterface(declaration, scope);
  const own = traits.done(context, { node: declaration as never, scope });
  const root = outer?.root ?? own.root;
  if (outer?.root && own.root) context.report("MW1007", nameNode(naming.node), `${naming.name} gets an encoding twice.`, "Keep the one around the generic type, or the one that it extends.");
  declare(context, naming, parts, { core: own.core, open: own.open || (outer?.open ?? false), ...(root && { root }) });
}

export function readLiteralStruct(context: Context, node: TypeLiteralNode, scope: Scope, naming: Naming, peeled: Peeled): void {
  const parts = new Parts(context, naming, new Traits());
  parts.addMembers(node.getMembers(), scope);
  declare(context, naming, parts, peeled);
}

function declare(context: Context, naming: Naming, parts: Parts, { root, open }: Peeled): void {
  const { id, module, name, node } = naming;
  const struct: StructDef = {
    kind: "struct",
    id,
    module,
    name,
    doc: docOf(node),
    source: context.position(nameNode(node)),
    recursionHead: false,
    ...(root && { root }),
    open,
    ...(parts.retiredNames.length > 0 && { reservedNames: parts.retiredNames }),
    ...(parts.retiredNumbers.length > 0 && { reservedNumbers: parts.retiredNumbers.sort((a, b) => a - b) }),
    fields: parts.fields,
  };
  context.declare(struct, nameNode(node));
}

class Parts {
  readonly fields: Field[] = [];
  readonly retiredNames: string[] = [];
  readonly retiredNumbers: number[] = [];

  constructor(
    private readonly context: Context,
    private readonly naming: Naming,
    private readonly traits: Traits,
  ) {}

  addInterface(declaration: InterfaceDeclaration, scope: Scope): void {
    for (const clause of declaration.getExtends()) {
      const reference = resolveReference(clause, scope);
      if (reference.kind === "word" && this.traits.take(this.context, reference)) {
        const own = reference.name === "Packed" || reference.name === "MaxSize" ? 1 : 0;
        if (reference.args.length > own) this.context.report("MW1002", clause, `${reference.name} goes around nothing when a structure extends it.`, `Leave its type argument out, or write type ${this.naming.name} = ${reference.name}<…>.`);
        continue;
      }
      if (reference.kind === "word" && reference.name === "Retired") this.retire(readRetired(this.context, reference));
      else if (reference.kind === "declared" && Node.isInterfaceDeclaration(reference.declaration)) this.addInterface(reference.declaration, bindParameters(reference.declaration, reference.args));
      else this.context.report("MW1007", clause, `A structure cannot extend ${clause.getText()}.`, "It can extend one encoding, Open, MaxSize<N>, Retired<…>, and other structures.");
    }
    this.addMembers(declaration.getMembers(), scope);
  }

  private retire({ numbers, names }: GivenUp): void {
    this.retiredNumbers.push(...numbers.map(Number));
    this.retiredNames.push(...names);
  }

  addMembers(members: TypeElementTypes[], scope: Scope): void {
    for (const member of members) {
      if (Node.isPropertySignature(member)) this.addField(member, scope);
      else this.context.report("MW1004", member, "A structure has fields only.", "Write name: Type; methods belong to handles and services.");
    }
  }

  private addField(member: PropertySignature, scope: Scope): void {
    const name = fieldName(member);
    const node = member.getTypeNode();
    if (!node) {
      this.context.report("MW1001", member, `The field ${name} has no type.`, "Give it one after a colon.");
      this.context.incomplete.add(this.naming.id);
      return;
    }
    const { bound: numbered, number } = unwrapNumber(this.context, settle({ node, scope }), this.naming);
    const { bound, omitEmpty } = unwrapOmitEmpty(numbered);
    const type = readType(this.context, bound, { ...childNaming(this.naming, name), node: member });
    if (!type) {
      this.context.incomplete.add(this.naming.id);
      return;
    }
    this.fields.push({
      name,
      jsonName: tag(member, "json") || snakeCase(name),
      doc: docOf(member),
      source: this.context.position(member.getNameNode()),
      type,
      optional: member.hasQuestionToken(),
      omitEmpty,
      ...(number !== undefined && { number }),
    });
  }
}

/** `Field<3, Text>` is text with the number 3. */
function unwrapNumber(context: Context, bound: Bound, { id }: Naming): { bound: Bound; number?: number } {
  const word = wordAround(bound, "Field");
  if (!word?.args[1]) return { bound };
  const number = literal(word.args[0]!);
  const inner = settle(word.args[1]);
  if (typeof number === "bigint") return { bound: inner, number: Number(number) };
  context.report("MW1003", word.node, "Field needs its number as a literal.", "Write Field<1, Text>.");
  context.incomplete.add(id);
  return { bound: inner };
}

function unwrapOmitEmpty(bound: Bound): { bound: Bound; omitEmpty: boolean } {
  const inner = wordAround(bound, "OmitEmpty")?.args[0];
  return inner ? { bound: settle(inner), omitEmpty: true } : { bound, omitEmpty: false };
}

function wordAround({ node, scope }: Bound, name: string): Extract<Reference, { kind: "word" }> | undefined {
  if (!Node.isTypeReference(node)) return undefined;
  const reference = resolveReference(node, scope);
  return reference.kind === "word" && reference.name === name ? reference : undefined;
}

/** The name of a type written in place: that of what contains it, then the field's or case's. */
export function childNaming(parent: Naming, part: string): Omit<Naming, "node"> {
  const name = parent.name + pascalCase(part);
  return { id: joinId(parent.module, name), module: parent.module, name };
}

/** Quotes are TypeScript's, not part of the name. */
export function fieldName(member: PropertySignature | MethodSignature): string {
  const node = member.getNameNode();
  return Node.isStringLiteral(node) ? node.getLiteralValue() : member.getName();
}

export function nameNode(node: Node): Node {
  return (Node.hasName(node) && node.getNameNode()) || node;
}
