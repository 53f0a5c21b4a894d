/**
 * Lays out the few shapes of statement that generated code is made of, as rustfmt does: on one line if it fits, else broken where rustfmt would break it.
 */

const LINE = 100;
/** A line with a method call, or with a list of imports, is a little shorter to rustfmt. */
const CHAIN = 98;
/** rustfmt keeps arguments, and likewise tuples and arrays, on one line up to this width. */
const ARGUMENTS = 60;
/** And the members of a struct literal up to this one. */
const LITERAL = 18;

export interface Call {
  callee: string;
  args: (string | Call)[];
}

const pad = (indent: number): string => " ".repeat(indent);

/** An expression on one line. */
export const inline = (call: string | Call): string => (typeof call === "string" ? call : `${call.callee}(${argumentsOf(call)})`);

const argumentsOf = ({ args }: Call): string => args.map(inline).join(", ");

/** Expressions one below the other, or, if all of them are short, as many a line as fit. */
function stacked(indent: number, items: (string | Call)[]): string[] {
  const texts = items.map(inline);
  if (allShort(texts)) return filled(indent, texts);
  return items.flatMap((item) => (typeof item === "string" ? [`${pad(indent)}${item},`] : plainStatement(indent, "", item, ",")));
}

/**
 * `prefix callee(args)suffix;`, such as `let x = read::text(r, limit).field("x")?;`. A method call behind a call that is too long for the line would be broken
 * in one of many ways, so it gets a statement of its own.
 */
export function statement(indent: number, prefix: string, call: Call, suffix: string, end = ";"): string[] {
  if (!suffix.startsWith(".")) return plainStatement(indent, prefix, call, suffix + end);
  const one = inline(call) + suffix + end;
  if (argumentsOf(call).length <= ARGUMENTS) {
    if (indent + prefix.length + one.length <= CHAIN) return [pad(indent) + prefix + one];
    if (prefix.endsWith("= ") && indent + 4 + one.length <= CHAIN) return [pad(indent) + prefix.trimEnd(), pad(indent + 4) + one];
  }
  const method = /^(\.\w+)\((.*)\)(\??)$/.exec(suffix)!;
  return [...plainStatement(indent, "let result = ", call, ";"), ...plainStatement(indent, prefix, { callee: `result${method[1]}`, args: [method[2]!] }, method[3] + end)];
}

function plainStatement(indent: number, prefix: string, call: Call, end: string): string[] {
  const one = inline(call) + end;
  const limit = /^\w+\./.test(call.callee) ? CHAIN : LINE;
  if (argumentsOf(call).length <= ARGUMENTS) {
    if (indent + prefix.length + one.length <= limit) return [pad(indent) + prefix + one];
    if (prefix.endsWith("= ") && indent + 4 + one.length <= limit) return [pad(indent) + prefix.trimEnd(), pad(indent + 4) + one];
  }
  if (prefix.endsWith("= ") && indent + prefix.length + call.callee.length >= LINE) return [pad(indent) + prefix.trimEnd(), ...plainStatement(indent + 4, "", call, end)];
  return [`${pad(indent)}${prefix}${call.callee}(`, ...stacked(indent + 4, call.args), `${pad(indent)})${end}`];
}

/** `head => value,` of a match. In a block, a value that is none ends with a semicolon. */
export function arm(indent: number, head: string, value: string, end = ""): string[] {
  const one = `${head} => ${value},`;
  if (indent + one.length <= LINE) return [pad(indent) + one];
  return [`${pad(indent)}${head} => {`, pad(indent + 4) + value + end, `${pad(indent)}}`];
}

/** `prefix(a, b)suffix`: a tuple, or the value itself if it is the only one. */
export function tuple(indent: number, prefix: string, items: string[], suffix: string): string[] {
  const content = items.length === 1 ? items[0]! : `(${items.join(", ")})`;
  const one = prefix + content + suffix;
  if (items.length < 2 || (content.length <= ARGUMENTS && indent + one.length <= LINE)) return [pad(indent) + one];
  return [`${pad(indent)}${prefix}(`, ...stacked(indent + 4, items), `${pad(indent)})${suffix}`];
}

/** `let (a, b) = value;` */
export function unpack(indent: number, items: string[], value: string): string[] {
  const pattern = `let (${items.join(", ")}) =`;
  if (indent + pattern.length + 2 + value.length <= LINE) return [`${pad(indent)}${pattern} ${value};`];
  // Only the pattern must fit, not the sign behind it.
  if (indent + pattern.length - 2 <= LINE) return [pad(indent) + pattern, `${pad(indent + 4)}${value};`];
  return [`${pad(indent)}let (`, ...items.map((item) => `${pad(indent + 4)}${item},`), `${pad(indent)}) = ${value};`];
}

/** `prefix Name { a, b: c }suffix` */
export function literal(indent: number, prefix: string, name: string, members: string[], suffix: string): string[] {
  const content = members.join(", ");
  if (content.length <= LITERAL) return [`${pad(indent)}${prefix}${name}${content === "" ? " {}" : ` { ${content} }`}${suffix}`];
  return [`${pad(indent)}${prefix}${name} {`, ...members.flatMap((member) => memberLines(indent + 4, member)), `${pad(indent)}}${suffix}`];
}

/** `name: self.name,`, in two lines if the name is that long. */
function memberLines(indent: number, member: string): string[] {
  const [, head, field] = /^(\w+: self)(\.\w+)$/.exec(member) ?? [];
  if (indent + member.length + 1 <= LINE || head === undefined) return [`${pad(indent)}${member},`];
  return [pad(indent) + head, `${pad(indent + 4)}${field},`];
}

/** `pub name: Type,` */
export function fieldLines(name: string, type: string): string[] {
  const one = `    pub ${name}: ${type},`;
  return one.length <= LINE ? [one] : [`    pub ${name}:`, `        ${type},`];
}

/** `prefix[f(a), g(b)]suffix`, each item longer than a few characters. */
export function array(indent: number, prefix: string, items: (Call | string)[], suffix: string): string[] {
  const content = items.map(inline).join(", ");
  const one = `${prefix}[${content}]${suffix}`;
  if (content.length <= ARGUMENTS) {
    if (indent + one.length <= LINE) return [pad(indent) + one];
    const [head, tail] = splitAfterEquals(one);
    if (tail !== undefined && indent + 4 + tail.length <= LINE) return [pad(indent) + head, pad(indent + 4) + tail];
  }
  const [only] = items;
  if (items.length === 1 && typeof only === "object") {
    // Broken within the call, which stands where the brackets are; what closes the three of them is counted on its first line.
    const open = `${prefix}[${only.callee}(`;
    const [head, tail] = indent + open.length + 3 <= LINE ? [open] : splitAfterEquals(open);
    const deeper = tail === undefined ? indent : indent + 4;
    return [pad(indent) + head, ...(tail === undefined ? [] : [pad(deeper) + tail]), ...stacked(deeper + 4, only.args), `${pad(deeper)})]${suffix}`];
  }
  return [`${pad(indent)}${prefix}[`, ...stacked(indent + 4, items), `${pad(indent)}]${suffix}`];
}

function splitAfterEquals(line: string): [string, string?] {
  const at = line.indexOf(" = ");
  return at < 0 ? [line] : [line.slice(0, at + 2), line.slice(at + 3)];
}

/** `prefix[1, 2, 3]suffix` with items of a few characters, as many a line as fit. */
export function numbers(indent: number, prefix: string, items: string[], suffix: string): string[] {
  const one = `${prefix}[${items.join(", ")}]${suffix}`;
  if (items.join(", ").length <= ARGUMENTS && indent + one.length <= LINE) return [pad(indent) + one];
  return [`${pad(indent)}${prefix}[`, ...filled(indent + 4, items), `${pad(indent)}]${suffix}`];
}

/** Items with commas: all on one line, or as many a line as fit, which to rustfmt is one character less. */
function filled(indent: number, items: string[]): string[] {
  const one = `${pad(indent)}${items.join(", ")},`;
  if (one.length <= LINE) return [one];
  const lines: string[] = [];
  for (const item of items) {
    const longer = `${lines.at(-1) ?? ""} ${item},`;
    if (lines.length > 0 && longer.length < LINE) lines[lines.length - 1] = longer;
    else lines.push(`${pad(indent)}${item},`);
  }
  return lines;
}

/** Items up to this width share lines. */
const SHORT = 10;
const allShort = (items: string[]): boolean => items.every((item) => item.length <= SHORT);

/** `prefix["a", "b"]suffix`: how it is broken depends on whether all items are short. */
export function literals(indent: number, prefix: string, items: string[], suffix: string): string[] {
  return (allShort(items) ? numbers : array)(indent, prefix, items, suffix);
}

/** `head(a, b) -> result {` */
export function signature(indent: number, head: string, params: string[], result: string): string[] {
  const arrow = result === "" ? "" : ` -> ${result}`;
  const one = `${head}(${params.join(", ")})${arrow} {`;
  if (indent + one.length <= LINE) return [pad(indent) + one];
  return [`${pad(indent)}${head}(`, ...params.map((param) => `${pad(indent + 4)}${param},`), `${pad(indent)})${arrow} {`];
}

/** `impl Trait for Type {` */
export function implementation(head: string, type: string): string[] {
  const one = `${head} for ${type} {`;
  return one.length <= LINE ? [one] : [head, `    for ${type}`, "{"];
}

/** `use path::{A, B};`, names sorted as rustfmt sorts them. */
export function importLines(path: string, names: Iterable<string>): string[] {
  const sorted = [...new Set(names)].sort(compareImports);
  if (sorted.length === 1) return [`use ${path}::${sorted[0]};`];
  const one = `use ${path}::{${sorted.join(", ")}};`;
  if (one.length <= CHAIN) return [one];
  return [`use ${path}::{`, ...filled(4, sorted), "};"];
}

/** rustfmt's "version sort": capitals before small letters, runs of digits by their value. */
export function compareImports(a: string, b: string): number {
  const chunks = (name: string): string[] => name.match(/\d+|\D/g) ?? [];
  const [left, right] = [chunks(a), chunks(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [x, y] = [left[i]!, right[i]!];
    if (x === y) continue;
    if (/^\d/.test(x) && /^\d/.test(y) && Number(x) !== Number(y)) return Number(x) - Number(y);
    return x < y ? -1 : 1;
  }
  return left.length - right.length;
}
