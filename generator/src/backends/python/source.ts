/** Python statements as data, and their layout: one line if it fits, otherwise one item a line, as ruff would have it. */

export const LINE_LENGTH = 120;
const INDENT = "    ";

/** Anything that can be broken over lines: `prefix` `(item, item)` `suffix`. */
export interface Group {
  prefix: string;
  items: Piece[];
  suffix: string;
  /** `,`: a call or tuple; the others: operands, which break before the operator. */
  separator: "," | " and " | " or " | " | ";
  /** Parentheses stand only around a broken group. */
  bare: boolean;
  brackets: "()" | "[]" | "{}";
}

export type Piece = string | Group;

/** A statement, or one with a body. */
export type Line = Piece | { head: Piece; body: Line[] };

export const call = (prefix: string, items: Piece[], suffix = ""): Group => ({ prefix, items, suffix, separator: ",", bare: false, brackets: "()" });
export const list = (prefix: string, items: Piece[], suffix = ""): Group => ({ ...call(prefix, items, suffix), brackets: "[]" });
export const dict = (prefix: string, items: Piece[], suffix = ""): Group => ({ ...call(prefix, items, suffix), brackets: "{}" });
/** `a, b = …`, or `(a,) = …`. */
export const targets = (items: string[], suffix: string): Piece => (items.length === 1 ? `(${items[0]!},)${suffix}` : { ...call("", items, suffix), bare: true });
/** Names after `from … import`. */
export const imported = (prefix: string, names: string[]): Group => ({ ...call(prefix, names), bare: true });
/** `a | b`, in parentheses if it is broken. */
export const alternatives = (prefix: string, items: string[]): Group => ({ ...call(prefix, items), separator: " | ", bare: true });
/** `if a or b:`. */
export const ifAny = (items: string[]): Group => ({ ...call("if ", items, ":"), separator: " or ", bare: true });
/** `if a and b:`. */
export const ifAll = (items: string[]): Group => ({ ...call("if ", items, ":"), separator: " and ", bare: true });
/** `for index, item in enumerate(items):`. */
export const enumerated = (names: string, items: string): Group => call(`for ${names} in enumerate`, [items], ":");

export const block = (head: Piece, body: Line[]): Line => ({ head, body });

export function layOut(lines: Line[], level = 0): string[] {
  return lines.flatMap((line) => {
    if (typeof line === "string" || !("head" in line)) return layOutPiece(line, level, "");
    return [...layOutPiece(line.head, level, ""), ...layOut(line.body.length > 0 ? line.body : ["pass"], level + 1)];
  });
}

function layOutPiece(piece: Piece, level: number, after: string): string[] {
  const line = INDENT.repeat(level) + flat(piece) + after;
  if (line.length <= LINE_LENGTH) return [line];
  if (typeof piece === "string") return layOutAssignment(piece, level) ?? [line];
  if (piece.items.length === 0) return [line];
  const [, target, rest] = /^(.+ =) (\S+)$/.exec(piece.prefix) ?? [];
  if (rest !== undefined && line.indexOf("(") >= LINE_LENGTH) return [`${INDENT.repeat(level)}${target!} (`, ...layOutPiece({ ...piece, prefix: rest }, level + 1, ""), `${INDENT.repeat(level)})`];
  const [open, close] = piece.bare ? "()" : piece.brackets;
  const operands = INDENT.repeat(level + 1) + piece.items.map(flat).join(piece.separator);
  if (piece.separator !== "," && operands.length <= LINE_LENGTH) return [`${INDENT.repeat(level)}${piece.prefix}${open}`, operands, `${INDENT.repeat(level)}${close}${piece.suffix}${after}`];
  const items = piece.items.flatMap((item, index) => {
    if (piece.separator === ",") return layOutPiece(item, level + 1, ",");
    return layOutPiece(item, level + 1, "").map((text, row) => (row === 0 && index > 0 ? text.replace(/\S/, `${piece.separator.trim()} $&`) : text));
  });
  return [`${INDENT.repeat(level)}${piece.prefix}${open}`, ...items, `${INDENT.repeat(level)}${close}${piece.suffix}${after}`];
}

/** A name that is too long to stand behind its target stands below it. */
function layOutAssignment(statement: string, level: number): string[] | null {
  const [, target, value] = /^([\w.]+) = ([\w.]+)$/.exec(statement) ?? [];
  const indent = INDENT.repeat(level);
  return target === undefined ? null : [`${indent}${target} = (`, `${indent}${INDENT}${value!}`, `${indent})`];
}

/** All on one line. */
export function flat(piece: Piece): string {
  if (typeof piece === "string") return piece;
  const inner = piece.items.map(flat).join(piece.separator === "," ? ", " : piece.separator);
  const [open, close] = piece.bare ? ["", ""] : [...piece.brackets];
  return `${piece.prefix}${open}${inner}${close}${piece.suffix}`;
}

/** A string literal with the quotes that ruff would choose. */
export function stringLiteral(text: string): string {
  const doubles = text.split('"').length;
  const quote = doubles > 1 && doubles > text.split("'").length ? "'" : '"';
  const escaped = text.replace(/[\\\u0000-\u001f\u007f-\u00a0\u00ad\u2028\u2029\ufeff\ud800-\udfff]|["']/gu, (character) => escape(character, quote));
  return quote + escaped + quote;
}

function escape(character: string, quote: string): string {
  if (character === '"' || character === "'") return character === quote ? `\\${character}` : character;
  const short: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  const code = character.charCodeAt(0);
  return short[character] ?? (code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`);
}

/** A bytes literal of `hex`. */
export function bytesLiteral(hex: string): string {
  const text = Buffer.from(hex, "hex");
  const printable = text.every((byte) => byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x27 && byte !== 0x5c);
  return printable ? `b"${text.toString("latin1")}"` : `bytes.fromhex("${hex}")`;
}
