/** Statements and expressions as data, and their one layout: that of the formatter at 120 columns. */

export const WIDTH = 120;
const STEP = "  ";

/** Text that is never broken, a call, or a choice. */
export type Code = string | Call | Choice | Items;
export interface Call {
  callee: string;
  args: Code[];
}
/** `test ? yes : no` */
export interface Choice {
  test: Code;
  yes: Code;
  no: Code;
}
/** `[a, b]` */
export interface Items {
  items: Code[];
}

export type Statement =
  /** `return value;` has the prefix `return `, `n += value * 2;` the suffix ` * 2`. */
  | { prefix: string; code: Code; suffix?: string }
  /** `return { a, b: 1 };`, an entry a line. */
  | { prefix: string; entries: { key: string; code: Code }[] }
  /** Whole lines, such as comments. */
  | { line: string }
  | { head: string; body: Statement[] }
  /** `if (condition) statement`, on one line if there is room. */
  | { provided: string; then: Statement }
  | { condition: string; yes: Statement[]; no: Statement[] }
  /** What goes wrong in it gets a step of the path, given as an expression; `under` is the runtime's function for that. */
  | { guarded: Statement[]; under: string; step: string }
  | { subject: string; cases: { label: string; body: Statement[] }[]; otherwise: Statement[] }
  /** `if (a || b) { … }` */
  | { anyOf: string[]; body: Statement[] };

export const call = (callee: string, ...args: (Code | undefined)[]): Call => ({ callee, args: args.filter((arg) => arg !== undefined) });
export const choice = (test: Code, yes: Code, no: Code): Choice => ({ test, yes, no });
export const isChoice = (code: Code): code is Choice => typeof code !== "string" && "test" in code;

export const expression = (code: Code): Statement => ({ prefix: "", code });
export const declare = (name: string, code: Code): Statement => ({ prefix: `const ${name} = `, code });
export const assign = (target: string, code: Code): Statement => ({ prefix: `${target} = `, code });
export const give = (code: Code): Statement => ({ prefix: "return ", code });
export const fail = (code: Code): Statement => ({ prefix: "throw ", code });
export const when = (condition: string, ...body: Statement[]): Statement => ({ head: `if (${condition})`, body });

export const provided = (condition: string, then: Statement): Statement => ({ provided: condition, then });
export const guard = (under: string, step: string, ...guarded: Statement[]): Statement => ({ guarded, under, step });

export function flat(code: Code): string {
  if (typeof code === "string") return code;
  if ("callee" in code) return `${code.callee}(${code.args.map(flat).join(", ")})`;
  if ("items" in code) return `[${code.items.map(flat).join(", ")}]`;
  return `${flat(code.test)} ? ${flat(code.yes)} : ${flat(code.no)}`;
}

/** Lines of `statements`, each behind `indent`. */
export function layOut(statements: Statement[], indent: string): string[] {
  return statements.flatMap((statement) => {
    if ("line" in statement) return [`${indent}${statement.line}`.trimEnd()];
    if ("head" in statement) return [`${indent}${statement.head} {`, ...layOut(statement.body, indent + STEP), `${indent}}`];
    if ("provided" in statement) {
      const [only, ...others] = layOut([statement.then], "");
      const line = `${indent}if (${statement.provided}) ${only}`;
      return others.length === 0 && line.length <= WIDTH ? [line] : [`${indent}if (${statement.provided})`, ...layOut([statement.then], indent + STEP)];
    }
    if ("condition" in statement) {
      const { condition, yes, no } = statement;
      return [`${indent}if (${condition}) {`, ...layOut(yes, indent + STEP), `${indent}} else {`, ...layOut(no, indent + STEP), `${indent}}`];
    }
    if ("guarded" in statement) {
      const rethrow = fail(call(statement.under, "error", statement.step));
      return [`${indent}try {`, ...layOut(statement.guarded, indent + STEP), `${indent}} catch (error) {`, ...layOut([rethrow], indent + STEP), `${indent}}`];
    }
    if ("cases" in statement) return choices(statement, indent);
    if ("entries" in statement) return object(statement, indent);
    if ("anyOf" in statement) return [...condition(statement.anyOf, indent), ...layOut(statement.body, indent + STEP), `${indent}}`];
    return line(statement, indent);
  });
}

/** A long left-hand side leaves the whole next line to the right-hand side. */
function line({ prefix, code, suffix = "" }: Extract<Statement, { code: Code }>, indent: string): string[] {
  const lines = broken(code, indent, `${indent}${prefix}`, `${suffix};`);
  if (lines[0]!.length <= WIDTH || !prefix.endsWith("= ")) return lines;
  const inner = indent + STEP;
  return [`${indent}${prefix.trimEnd()}`, ...broken(code, inner, inner, `${suffix};`)];
}

/** True if the statements speak of the variable; what a string or a key of an object says is something else. */
export function mentions(statements: Statement[], name: string): boolean {
  const used = new RegExp(`(?<![\\w$.])${name}(?![\\w$:])`);
  return layOut(statements, "").some((text) => used.test(text.replace(/"(?:[^"\\]|\\.)*"/g, "")));
}

function choices({ subject, cases, otherwise }: Extract<Statement, { subject: string }>, indent: string): string[] {
  const inner = indent + STEP;
  const one = (label: string, body: Statement[]): string[] => [`${inner}${label}:`, ...layOut(body, inner + STEP)];
  return [`${indent}switch (${subject}) {`, ...cases.flatMap(({ label, body }) => one(`case ${label}`, body)), ...one("default", otherwise), `${indent}}`];
}

function object({ prefix, entries }: { prefix: string; entries: { key: string; code: Code }[] }, indent: string): string[] {
  if (entries.length === 0) return [`${indent}${prefix}{};`];
  const inner = indent + STEP;
  const lines = entries.flatMap(({ key, code }) => broken(code, inner, key === code ? inner : `${inner}${key}: `, ","));
  return [`${indent}${prefix}{`, ...lines, `${indent}};`];
}

/** `first` and the code, and `last` at the end; broken where it must be. */
function broken(code: Code, indent: string, first: string, last: string): string[] {
  const line = first + flat(code) + last;
  if (typeof code === "string" || (line.length <= WIDTH && !isTable(code))) return [line];
  const inner = indent + STEP;
  if ("test" in code) return [...broken(code.test, indent, first, ""), ...broken(code.yes, inner, `${inner}? `, ""), ...broken(code.no, inner, `${inner}: `, last)];
  if ("callee" in code && isItems(code.args.at(-1))) {
    // The brackets of a last array go with the parentheses.
    const others = code.args.slice(0, -1).map((arg) => `${flat(arg)}, `);
    return broken(code.args.at(-1)!, indent, `${first}${code.callee}(${others.join("")}`, `)${last}`);
  }
  const [parts, open, close] = "callee" in code ? [code.args, `${code.callee}(`, ")"] : [code.items, "[", "]"];
  if (parts.length === 0) return [line];
  return [first + open, ...parts.flatMap((part) => broken(part, inner, inner, ",")), `${indent}${close}${last}`];
}

const isItems = (code: Code | undefined): code is Items => typeof code === "object" && "items" in code;

/** Rows of a table have a line each, and so has what holds them. */
function isTable(code: Code): boolean {
  if (typeof code === "string" || "test" in code) return false;
  if ("callee" in code) return code.args.some(isTable);
  return code.items.length > 1 && code.items.every((item) => isItems(item) && item.items.length > 1);
}

function condition(operands: string[], indent: string): string[] {
  const line = `${indent}if (${operands.join(" || ")}) {`;
  if (line.length <= WIDTH || operands.length === 1) return [line];
  const inner = operands.map((operand, index) => `${indent}${STEP}${operand}${index < operands.length - 1 ? " ||" : ""}`);
  return [`${indent}if (`, ...inner, `${indent}) {`];
}

/** `function name(parameters): result` up to its brace. */
export function signature(head: string, parameters: string[], result: string): string[] {
  const line = `${head}(${parameters.join(", ")}): ${result} {`;
  if (line.length <= WIDTH || parameters.length === 0) return [line];
  return [`${head}(`, ...parameters.map((parameter) => `${STEP}${parameter},`), `): ${result} {`];
}

/** `import { a, b } from "x";` and its like. */
export function bracedList(head: string, names: string[], tail: string): string[] {
  const line = `${head} { ${names.join(", ")} }${tail}`;
  return line.length <= WIDTH ? [line] : [`${head} {`, ...names.map((name) => `${STEP}${name},`), `}${tail}`];
}

/** Numbers of an array in as few lines as they take. */
export function numberLines(numbers: readonly string[], indent: string): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const [index, number] of numbers.entries()) {
    const item = index < numbers.length - 1 ? `${number},` : number;
    const next = line === indent ? line + item : `${line} ${item}`;
    if (next.length > WIDTH && line !== indent) {
      lines.push(line);
      line = indent + item;
    } else line = next;
  }
  return [...lines, `${line},`];
}
