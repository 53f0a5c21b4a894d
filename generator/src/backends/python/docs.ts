/** Documentation as docstrings: escaped, wrapped, with the notes that Python's types cannot say. */
import type { Doc, RootInfo, SizeLimit, TypeExpr } from "../../ir/model.js";
import { LINE_LENGTH } from "./source.js";

/** The lines of a docstring at `level`, quotes included. `notes` are sentences of their own. */
export function docstring(doc: Doc, level: number, notes: string[] = [], fallback = ""): string[] {
  const indent = "    ".repeat(level);
  const paragraphs = [doc.text, ...notes, sentence("Since", doc.since), sentence("Deprecated:", doc.deprecated)].filter((text) => text !== "");
  const text = (paragraphs.length > 0 ? paragraphs : [fallback]).join("\n\n");
  const lines = wrap(escape(text), LINE_LENGTH - indent.length - '""""""'.length);
  if (lines.length === 1) return [`${indent}"""${lines[0]!}"""`];
  return [`${indent}"""${lines[0]!}`, ...lines.slice(1).map((line) => (line === "" ? "" : indent + line)), `${indent}"""`];
}

function sentence(lead: string, rest: string | undefined): string {
  if (rest === undefined) return "";
  const text = `${lead} ${rest}`.trim();
  return /[.!?:]$/.test(text) ? text.replace(/:$/, ".") : `${text}.`;
}

/** Nothing in it may end the string, or mean something else than it says. */
function escape(text: string): string {
  const clean = text.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ").replace(/\\/g, "\\\\").replace(/"""/g, '\\"\\"\\"');
  return clean.replace(/"$/, '\\"');
}

/** Paragraphs and list items keep their own lines. */
function wrap(text: string, width: number): string[] {
  const blocks = text.split("\n").reduce<string[]>((done, line) => {
    const joins = done.length > 0 && done.at(-1) !== "" && line.trim() !== "" && !/^\s*([-*]|\d+\.)\s/.test(line);
    return joins ? [...done.slice(0, -1), `${done.at(-1)!} ${line.trim()}`] : [...done, line.trim()];
  }, []);
  return blocks.flatMap((block) => fill(block, width)).filter((line, index, lines) => line !== "" || (index > 0 && lines[index - 1] !== ""));
}

function fill(block: string, width: number): string[] {
  const lines = [""];
  for (const word of block.split(/\s+/)) {
    const last = lines.at(-1)!;
    if (last !== "" && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
}

/** `u16`, `f32, percent`, `32 bytes`: what the annotation leaves out. */
export function typeNote(type: TypeExpr): string {
  switch (type.kind) {
    case "int":
      return joined(type.int, range(type.min, type.max), type.unit);
    case "float":
      return joined(`f${type.bits}`, range(type.min, type.max), type.unit);
    case "fixedBytes":
      return `${type.size} bytes`;
    case "text":
      return joined(limits(type.limit, "bytes of UTF-8"), type.pattern && `matches ${type.pattern}`);
    case "bytes":
      return limits(type.limit, "bytes") ?? "";
    case "list":
      return limits(type.limit, "elements") ?? "";
    case "map":
      return limits(type.limit, "entries") ?? "";
    case "array":
      return `${type.size} elements`;
    case "nullable":
      return typeNote(type.inner);
    default:
      return "";
  }
}

const joined = (...parts: (string | undefined)[]): string => parts.filter((part) => part !== undefined && part !== "").join(", ");

function range(min: string | number | undefined, max: string | number | undefined): string | undefined {
  if (min === undefined) return max === undefined ? undefined : `at most ${max}`;
  return max === undefined ? `at least ${min}` : `${min} to ${max}`;
}

function limits({ min, max }: SizeLimit, what: string): string | undefined {
  if (min === 0 && max === null) return undefined;
  return min === max ? `${min} ${what}` : `${range(min === 0 ? undefined : min, max ?? undefined)!} ${what}`;
}

/** `Packed: 64 bytes.` */
export function rootNote({ encoding, packedSize, maxSize }: RootInfo): string {
  const name = encoding.charAt(0).toUpperCase() + encoding.slice(1);
  const size = packedSize !== undefined ? `: ${packedSize} bytes` : maxSize !== undefined ? `: at most ${maxSize} bytes` : "";
  return `Encoding: ${name}${size}.`;
}
