/** Structures: their fields, with those of the interfaces that they extend first. */
import { Node, type InterfaceDeclaration, type PropertySignature, type TypeElementTypes, type TypeLiteralNode } from "ts-morph";
import type { Field, StructDef } from "../ir/model.js";
import { pascalCase, snakeCase } from "../names/words.js";
import { joinId, type Context } from "./context.js";
import { bindParameters, type Naming } from "./declarations.js";
import { docOf, tag } from "./docs.js";
import { readType } from "./expressions.js";
import { Traits, type Peeled } from "./roots.js";
import { literals, resolveReference, settle, type Scope } from "./words.js";

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
    ...(parts.retired.length > 0 && { reservedNames: parts.retired }),
    fields: parts.fields,
  };
  context.declare(struct, nameNode(node));
}

class Parts {
  readonly fields: Field[] = [];
  readonly retired: string[] = [];

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
      if (reference.kind === "word" && reference.name === "Retired") this.retired.push(...(literals(reference.args[0]!) ?? []).map(String));
      else if (reference.kind === "declared" && Node.isInterfaceDeclaration(reference.declaration)) this.addInterface(reference.declaration, bindParameters(reference.declaration, reference.args));
      else this.context.report("MW1007", clause, `A structure cannot extend ${clause.getText()}.`, "It can extend one encoding, Open, MaxSize<N>, Retired<…>, and other structures.");
    }
    this.addMembers(declaration.getMembers(), scope);
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
    const { bound, omitEmpty } = unwrapOmitEmpty(settle({ node, scope }));
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
    });
  }
}

function unwrapOmitEmpty(bound: ReturnType<typeof settle>): { bound: typeof bound; omitEmpty: boolean } {
  if (!Node.isTypeReference(bound.node)) return { bound, omitEmpty: false };
  const reference = resolveReference(bound.node, bound.scope);
  if (reference.kind !== "word" || reference.name !== "OmitEmpty" || !reference.args[0]) return { bound, omitEmpty: false };
  return { bound: settle(reference.args[0]), omitEmpty: true };
}

/** The name of a type written in place: that of what contains it, then the field's or case's. */
export function childNaming(parent: Naming, part: string): Omit<Naming, "node"> {
  const name = parent.name + pascalCase(part);
  return { id: joinId(parent.module, name), module: parent.module, name };
}

/** Quotes are TypeScript's, not part of the name. */
export function fieldName(member: PropertySignature): string {
  const node = member.getNameNode();
  return Node.isStringLiteral(node) ? node.getLiteralValue() : member.getName();
}

export function nameNode(node: Node): Node {
  return (Node.hasName(node) && node.getNameNode()) || node;
}
