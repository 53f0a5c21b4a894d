/** Services: their methods, and the messages that these take and give. */
import { Node, type InterfaceDeclaration, type MethodSignature, type TypeNode } from "ts-morph";
import { isProtoRoot } from "../ir/codecs.js";
import type { MessageUse, MethodDef } from "../ir/model.js";
import { pascalCase } from "../names/words.js";
import type { Context } from "./context.js";
import { generic, type Naming } from "./declarations.js";
import { docOf } from "./docs.js";
import { readType } from "./expressions.js";
import { childNaming, fieldName } from "./structs.js";
import { EMPTY, literal, resolveReference, settle } from "./words.js";

/** Only services over Proto messages generate something; one with others is refused as a whole. */
export function readService(context: Context, declaration: InterfaceDeclaration): void {
  if (generic(context, declaration)) return;
  const name = declaration.getName();
  if (!declaration.isExported()) context.report("MW1005", declaration.getNameNode(), `The service ${name} is not exported.`, "Put export before it.");
  const naming: Naming = { id: context.idOf(declaration), module: context.moduleOf(declaration.getSourceFile()), name, node: declaration };
  const foundAs = nameOf(context, declaration);
  const methods = declaration.getMembers().flatMap((member) => {
    if (Node.isMethodSignature(member)) return readMethod(context, member, naming) ?? [];
    context.report("MW1004", member, "A service has methods only.", "Write name(request: Request): Reply.");
    return [];
  });
  if (foundAs === undefined) return;
  context.services.push({ id: naming.id, module: naming.module, name, foundAs, doc: docOf(declaration), source: context.position(declaration.getNameNode()), methods });
}

function nameOf(context: Context, declaration: InterfaceDeclaration): string | undefined {
  let name: string | undefined;
  for (const clause of declaration.getExtends()) {
    const reference = resolveReference(clause, EMPTY);
    if (reference.kind !== "word" || reference.name !== "Service") {
      context.report("MW1007", clause, `A service cannot extend ${clause.getText()}.`, "Write its methods out; it extends Service only.");
      continue;
    }
    const text = reference.args[0] && literal(reference.args[0]);
    if (typeof text === "string" && text !== "") name = text;
    else context.report("MW1003", clause, "Service needs its name as text.", `Write Service<"${declaration.getName().toLowerCase()}">.`);
  }
  return name;
}

function readMethod(context: Context, method: MethodSignature, service: Naming): MethodDef | undefined {
  const name = fieldName(method);
  const [parameter, ...others] = method.getParameters();
  const request = parameter?.getTypeNode();
  const response = method.getReturnTypeNode();
  if (!request || !response || others.length > 0 || parameter!.isOptional()) {
    context.report("MW1007", method, `${service.name}.${name} does not take one message and give one.`, `Write ${name}(request: Request): Reply, or Stream<…> around either.`);
    return undefined;
  }
  const uses = [request, response].map((node) => messageUse(context, node, { ...childNaming(service, pascalCase(name)), node: method }, `${service.name}.${name}`));
  if (!uses[0] || !uses[1]) return undefined;
  return { name, doc: docOf(method), source: context.position(method.getNameNode()), request: uses[0], response: uses[1] };
}

function messageUse(context: Context, node: TypeNode, naming: Naming, label: string): MessageUse | undefined {
  const whole = settle({ node, scope: EMPTY });
  const reference = Node.isTypeReference(whole.node) ? resolveReference(whole.node, EMPTY) : undefined;
  const streamed = reference?.kind === "word" && reference.name === "Stream" ? reference.args[0] : undefined;
  const type = readType(context, streamed ?? whole, naming);
  if (!type) return undefined;
  context.finish();
  const target = type.kind === "ref" ? context.types.get(type.type) : undefined;
  if (target && isProtoRoot(target)) return { type: target.id, stream: streamed !== undefined };
  context.report("MW1008", node, `${label} has a message that is not Proto, and services of others generate nothing yet.`, "Make it a structure that extends Proto, or keep the service in a file outside the spec folder.");
  return undefined;
}
