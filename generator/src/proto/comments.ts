/** Comments of .proto files: docs of the spec, and what it says beyond what protobuf can. */
import { intRange } from "../check/ranges.js";
import { limits } from "../explain/describe.js";
import { wrap } from "../explain/terminal/table.js";
import type { Doc, TypeExpr } from "../ir/model.js";

const WIDTH = 100;

/** Lines with their markers. `notes` come after the doc. */
export function commentLines({ text, since, deprecated }: Doc, notes: string[] = []): string[] {
  const marks = [since && `Since ${since}.`, deprecated !== undefined && `Deprecated${deprecated === "" ? "" : `: ${deprecated}`}`].filter((mark): mark is string => Boolean(mark));
  const paragraphs = [...text.split("\n\n"), notes.join(" "), ...marks].map((paragraph) => paragraph.replace(/\p{Cc}+/gu, " ").trim()).filter((paragraph) => paragraph !== "");
  return paragraphs.flatMap((paragraph, index) => [...(index === 0 ? [] : ["//"]), ...wrap(paragraph, WIDTH).map((line) => `// ${line}`)]);
}

/** Sentences about bounds, widths, units and patterns. */
export function notesOf(type: TypeExpr): string[] {
  switch (type.kind) {
    case "int":
      return [...integerBounds(type), ...unit(type)];
    case "float":
      return [...between(type.min, type.max), ...unit(type)];
    case "text":
      return [...sizes(type.limit, "bytes"), ...(type.pattern === undefined ? [] : [`Matches ${type.pattern} as a whole.`])];
    case "bytes":
      return sizes(type.limit, "bytes");
    case "fixedBytes":
      return [`Exactly ${type.size} bytes.`];
    case "list":
      return [...sizes(type.limit, "elements"), ...within("Each element", type.element)];
    case "array":
      return [`Exactly ${type.size} elements.`, ...within("Each element", type.element)];
    case "map":
      return [...sizes(type.limit, "entries"), ...within("Each key", type.key), ...within("Each value", type.value)];
    default:
      return [];
  }
}

const unit = ({ unit }: { unit?: string }): string[] => (unit === undefined ? [] : [`Unit: ${unit}.`]);

/** Protobuf has no integers below 32 bits. */
function integerBounds({ int, min, max }: Extract<TypeExpr, { kind: "int" }>): string[] {
  const range = intRange(int);
  const narrow = int.endsWith("8") || int.endsWith("16");
  return between(min ?? (narrow || max !== undefined ? range.min : undefined), max ?? (narrow ? range.max : undefined));
}

function between(min: number | bigint | string | undefined, max: number | bigint | string | undefined): string[] {
  if (min !== undefined && max !== undefined) return [`From ${min} to ${max}.`];
  return min !== undefined ? [`At least ${min}.`] : max !== undefined ? [`At most ${max}.`] : [];
}

function sizes(limit: { min: number; max: number | null }, of: string): string[] {
  const text = limits(limit, Infinity);
  return text === "" ? [] : [`${text.charAt(0).toUpperCase()}${text.slice(1)} ${of}.`];
}

const within = (what: string, type: TypeExpr): string[] => notesOf(type).map((note) => `${what}: ${note.charAt(0).toLowerCase()}${note.slice(1)}`);
