/** What else a condition could ask: the usual slips of whoever writes one. */

export interface Alternative {
  operator: "check removed" | "boundary" | "constant" | "connective";
  condition: string;
}

const BOUNDARIES: Record<string, string> = { "<": "<=", "<=": "<", ">": ">=", ">=": ">" };
/** With the spaces that every formatter puts around an operator, so that no generic or arrow is taken for one. */
const RELATION = / (<=|>=|<|>) /g;
const CONNECTIVE = / (&&|\|\||and|or) /g;
/** Not part of a name, a longer number, a version of a type, or a subscript. */
const CONSTANT = /(?<![\w.'"[])(0x[0-9a-fA-F_]+|\d[\d_]*)(?=u?n?(?![\w.]))/g;
const CONNECTIVES: Record<string, string> = { "&&": "||", "||": "&&", and: "or", or: "and" };

/** `removed`: the condition asked all the same, its answer not heeded. */
export function alternativesOf(condition: string, removed: string): Alternative[] {
  const code = withoutTexts(condition);
  const replaced = (match: RegExpMatchArray, to: string): string => condition.slice(0, match.index) + match[0].replace(match[1]!, () => to) + condition.slice(match.index! + match[0].length);
  const compares = / (<=|>=|<|>|==|!=|===|!==|&) /.test(code);
  return [
    { operator: "check removed", condition: removed },
    ...[...code.matchAll(RELATION)].map((match): Alternative => ({ operator: "boundary", condition: replaced(match, BOUNDARIES[match[1]!]!) })),
    ...[...code.matchAll(CONNECTIVE)].map((match): Alternative => ({ operator: "connective", condition: replaced(match, CONNECTIVES[match[1]!]!) })),
    ...(compares ? [...code.matchAll(CONSTANT)].flatMap((match) => neighbours(match[1]!).map((to): Alternative => ({ operator: "constant", condition: replaced(match, to) }))) : []),
  ];
}

function neighbours(literal: string): string[] {
  const value = BigInt(literal.replaceAll("_", ""));
  const shown = (other: bigint): string => (literal.startsWith("0x") ? `0x${other.toString(16)}` : other.toString());
  return value === 0n ? [shown(1n)] : [shown(value - 1n), shown(value + 1n)];
}

/** Texts as blanks of the same length: nothing in them is code. */
const withoutTexts = (code: string): string => code.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, (text) => `"${" ".repeat(text.length - 2)}"`);
