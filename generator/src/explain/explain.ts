/** Explains a type to a person at a terminal: where each byte stands, or how the JSON looks. */
import { encodingWord, findPlaces } from "../check/places.js";
import type { CodecModel, Family } from "../codec/model.js";
import { familyOf, sizes } from "../codec/sizes.js";
import { isCodecRoot } from "../ir/codecs.js";
import type { CodecEncoding, TypeDef } from "../ir/model.js";
import { explainBinary, type Context } from "./binary.js";
import { describe } from "./describe.js";
import { findType } from "./find.js";
import { explainJson } from "./json.js";
import { members } from "./members.js";
import { paintOf, table, wrap, type Page } from "./table.js";

/**
 * `wanted` is an id such as `wire.packet.PacketHeader`, or the name alone. A type without an encoding is shown in each that it crosses in.
 * Throws an error that suggests near names if there is no such type.
 */
export function explain(model: CodecModel, wanted: string, page: Page): string {
  return explainer(model, page)(wanted);
}

/** The same for many types of one spec: what is worked out for the whole of it is worked out once. */
export function explainer({ spec }: CodecModel, page: Page): (wanted: string) => string {
  const types = new Map(spec.types.map((one) => [one.id, one]));
  const context: Context = { types, sizes: sizes(spec), page };
  const places = findPlaces(spec, types);
  return (wanted) => {
    const type = findType(spec, wanted);
    const encodings = isCodecRoot(type) ? [type.root.encoding] : encodingsOf(type, places);
    return [...title(type, encodings, context), "", ...body(type, encodings, context)].join("\n").trimEnd();
  };
}

function body(type: TypeDef, encodings: CodecEncoding[], context: Context): string[] {
  const { types, page } = context;
  if (type.kind === "brand") return table(["in", ""], FAMILIES.map(([family, name]) => ({ cells: [name], text: describe(type.type, family, types) })), page);
  if (type.kind !== "struct" && type.kind !== "union") return members(type, types, page);
  if (encodings.length === 0) return ["No message of this spec contains it, so it has no bytes."];
  return encodings.flatMap((encoding) => {
    const family = familyOf({ encoding });
    const above = encodings.length > 1 ? [paintOf(page).bold(`As ${encodingWord(encoding)}:`)] : [];
    return [...above, ...(family === "json" ? explainJson(type, context) : explainBinary(type, family, context)), ""];
  });
}

const FAMILIES: [Family, string][] = [["fixed", "Layout"], ["compact", "Compact"], ["json", "Json"]];

/** Packed and Layout read values alike, so one of them is enough. */
function encodingsOf(type: TypeDef, places: ReturnType<typeof findPlaces>): CodecEncoding[] {
  const all = places.filter((place) => place.type === type).map((place) => place.encoding);
  return [...new Set(all.map((encoding) => familyOf({ encoding })))].map((family) => all.find((encoding) => familyOf({ encoding }) === family)!);
}

function title(type: TypeDef, encodings: CodecEncoding[], { sizes, page }: Context): string[] {
  const paint = paintOf(page);
  const only = encodings.length === 1 ? encodings[0]! : undefined;
  const facts = [kindOf(type), only && sizeOf(type, only, sizes)].filter(Boolean).join(", ");
  const { text, since, deprecated } = type.doc;
  const doc = [deprecated !== undefined && `Deprecated. ${deprecated}`, text, since && `Since ${since}.`].filter((part) => part !== undefined && part !== false && part !== "");
  return [`${paint.bold(type.id)}  ${facts}`, ...doc.flatMap((part) => wrap(String(part).trim(), page.width)).map(paint.dim)];
}

/** The encoding of a message; of others, what they are. */
function kindOf(type: TypeDef): string {
  if (isCodecRoot(type)) return encodingWord(type.root.encoding);
  const noun = { struct: "structure", union: "union", enum: "enum", flags: "flags", bits: "bit fields", brand: "brand" }[type.kind];
  return "repr" in type ? `${noun}, ${type.repr}` : noun;
}

function sizeOf(type: TypeDef, encoding: CodecEncoding, { min, fixed }: Context["sizes"]): string {
  const family = familyOf({ encoding });
  const most = isCodecRoot(type) && type.root.maxSize !== undefined ? `, at most ${type.root.maxSize}` : "";
  if (family === "json") return most.slice(2);
  const exact = fixed({ kind: "ref", type: type.id }, family);
  return exact === null ? `at least ${count(min({ kind: "ref", type: type.id }, family))}${most}` : count(exact);
}

const count = (bytes: number): string => `${bytes} ${bytes === 1 ? "byte" : "bytes"}`;
