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

/** Expressions one below the other. */
const stacked = (indent: number, items: (string | Call)[]): string[] =>
  items.flatMap((item) => (typeof item === "string" ? [`${pad(indent)}${item},`] : plainStatement(indent, "", item, ",")));

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
  const name = /^let (\w+) = $/.exec(prefix)?.[1] ?? "result";
  return [...plainStatement(indent, `let ${name} = `, call, ";"), pad(indent) + prefix + name + suffix + end];
}

function plainStatement(indent: number, prefix: string, call: Call, end: string): string[] {
  const one = inline(call) + end;
  const limit = /^\w+\./.test(call.callee) ? CHAIN : LINE;
  if (argumentsOf(call).length <= ARGUMENTS) {
    if (indent + prefix.length + one.length <= limit) return [pad(indent) + prefix + one];
    if (prefix.endsWith("= ") && indent + 4 + one.length <= limit) return [pad(indent) + prefix.trimEnd(), pad(indent + 4) + one];
  }
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
  return [`${pad(indent)}${prefix}(`, ...items.map((item) => `${pad(indent + 4)}${item},`), `${pad(indent)})${suffix}`];
}

/** `let (a, b) = value;` */
export function unpack(indent: number, items: string[], value: string): string[] {
  const pattern = `let (${items.join(", ")}) =`;
  if (indent + pattern.length + 2 + value.length <= LINE) return [`${pad(indent)}${pattern} ${value};`];
  if (indent + pattern.length <= LINE) return [pad(indent) + pattern, `${pad(indent + 4)}${value};`];
  return [`${pad(indent)}let (`, ...items.map((item) => `${pad(indent + 4)}${item},`), `${pad(indent)}) = ${value};`];
}

/** `prefix Name { a, b: c }suffix` */
export function literal(indent: number, prefix: string, name: string, members: string[], suffix: string): string[] {
  const content = members.join(", ");
  if (content.length <= LITERAL) return [`${pad(indent)}${prefix}${name}${content === "" ? " {}" : ` { ${content} }`}${suffix}`];
  return [`${pad(indent)}${prefix}${name} {`, ...members.map((member) => `${pad(indent + 4)}${member},`), `${pad(indent)}}${suffix}`];
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
  const lines: string[] = [];
  let line = "";
  for (const item of items) {
    const longer = line === "" ? `${item},` : `${line} ${item},`;
    // Here rustfmt counts a comma more than it writes.
    if (indent + 4 + longer.length >= LINE) {
      lines.push(line);
      line = `${item},`;
    } else line = longer;
  }
  if (line !== "") lines.push(line);
  return [`${pad(indent)}${prefix}[`, ...lines.map((text) => pad(indent + 4) + text), `${pad(indent)}]${suffix}`];
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
  const lines: string[] = [];
  let line = "";
  for (const name of sorted) {
    const longer = line === "" ? `${name},` : `${line} ${name},`;
    if (4 + longer.length >= LINE) {
      lines.push(line);
      line = `${name},`;
    } else line = longer;
  }
  return [`use ${path}::{`, ...[...lines, line].map((text) => pad(4) + text), "};"];
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
