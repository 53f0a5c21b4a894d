/** Tells the words of the vocabulary, and other references, apart. A word is known by where it is declared, not by its spelling. */
import { Node, type EntityName, type ExpressionWithTypeArguments, type Symbol, type TypeNode, type TypeReferenceNode } from "ts-morph";
import { inVocabulary } from "./project.js";

/** Type parameters of the generic type being read, and what stands for them. */
export type Scope = ReadonlyMap<string, Bound>;
export interface Bound {
  node: TypeNode;
  scope: Scope;
}
export const EMPTY: Scope = new Map();

export type Reference =
  | { kind: "word"; name: string; args: Bound[]; node: Node }
  | { kind: "declared"; declaration: Declaration; args: Bound[]; node: Node }
  /** A type parameter, resolved. */
  | { kind: "bound"; bound: Bound }
  | { kind: "unknown"; text: string; node: Node };

export type Declaration = Node & { getName(): string };

/** What a type reference or an `extends` clause refers to. */
export function resolveReference(node: TypeReferenceNode | ExpressionWithTypeArguments, scope: Scope): Reference {
  const name = Node.isTypeReference(node) ? node.getTypeName() : node.getExpression();
  const text = name.getText();
  const bound = scope.get(text);
  if (bound) return { kind: "bound", bound };
  const args = node.getTypeArguments().map((arg) => ({ node: arg, scope }));
  const declaration = declarationOf(name as EntityName);
  if (!declaration) return { kind: "unknown", text, node };
  if (inVocabulary(declaration.getSourceFile())) return { kind: "word", name: declaration.getName(), args, node };
  if (declaration.getSourceFile().isDeclarationFile()) return { kind: "unknown", text, node };
  return { kind: "declared", declaration, args, node };
}

function declarationOf(name: Node): Declaration | undefined {
  let symbol: Symbol | undefined = name.getSymbol();
  symbol = symbol?.getAliasedSymbol() ?? symbol;
  const found = symbol?.getDeclarations().find((node) => Node.isInterfaceDeclaration(node) || Node.isTypeAliasDeclaration(node) || Node.isClassDeclaration(node) || Node.isEnumDeclaration(node));
  return found as Declaration | undefined;
}

/** Follows type parameters and parentheses to what stands there. */
export function settle(bound: Bound): Bound {
  let { node, scope } = bound;
  for (;;) {
    if (Node.isParenthesizedTypeNode(node)) node = node.getTypeNode();
    else if (Node.isTypeReference(node) && scope.has(node.getTypeName().getText())) ({ node, scope } = scope.get(node.getTypeName().getText())!);
    else return { node, scope };
  }
}

/** A number, bigint or text literal; undefined if it is something else. Numbers come back as bigint when they are whole. */
export function literal(bound: Bound): bigint | number | string | undefined {
  const { node } = settle(bound);
  if (!Node.isLiteralTypeNode(node)) return undefined;
  const value = node.getLiteral();
  if (Node.isStringLiteral(value) || Node.isNoSubstitutionTemplateLiteral(value)) return value.getLiteralValue();
  if (Node.isNumericLiteral(value)) return whole(value.getLiteralValue());
  if (Node.isBigIntLiteral(value)) return BigInt(value.getText().replace(/[n_]/g, ""));
  if (Node.isPrefixUnaryExpression(value)) {
    const operand = value.getOperand();
    if (Node.isNumericLiteral(operand)) return whole(-operand.getLiteralValue());
    if (Node.isBigIntLiteral(operand)) return -BigInt(operand.getText().replace(/[n_]/g, ""));
  }
  return undefined;
}

const whole = (value: number): bigint | number => (Number.isSafeInteger(value) ? BigInt(value) : value);

/** The literals of a union such as `3 | 5 | "name"`, or of a single one. */
export function literals(bound: Bound): (bigint | number | string)[] | undefined {
  const { node, scope } = settle(bound);
  const parts = Node.isUnionTypeNode(node) ? node.getTypeNodes() : [node];
  const found = parts.map((part) => literal({ node: part, scope }));
  return found.includes(undefined) ? undefined : (found as (bigint | number | string)[]);
}
