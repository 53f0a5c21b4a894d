/** Explains a type to a person: where each byte stands, or how the JSON looks. */
import { encodingWord, findPlaces } from "../check/places.js";
import type { CodecModel, Family } from "../codec/model.js";
import { familyOf, sizes } from "../codec/sizes.js";
import { isCodecRoot } from "../ir/codecs.js";
import type { CodecEncoding, TypeDef } from "../ir/model.js";
import { explainBinary, type Context } from "./binary.js";
import { describe } from "./describe.js";
import { name, text, type Explanation, type Form, type Table } from "./explanation.js";
import { findType } from "./find.js";
import { explainJson } from "./json.js";
import { members } from "./members.js";
import type { Page } from "./terminal/table.js";
import { show } from "./terminal/show.js";

/**
 * `wanted` is an id such as `wire.packet.PacketHeader`, or the name alone. A type without an encoding is shown in each that it crosses in.
 * Throws an error that suggests near names if there is no such type.
 */
export const explain = (model: CodecModel, wanted: string, page: Page): string => show(explainer(model)(findType(model.spec, wanted)), page);

/** For many types of one spec: what is worked out for the whole of it is worked out once. */
export function explainer({ spec }: CodecModel): (type: TypeDef) => Explanation {
  const types = new Map(spec.types.map((one) => [one.id, one]));
  const context: Context = { types, sizes: sizes(spec) };
  const crossings = new Map<TypeDef, CodecEncoding[]>();
  for (const { type, encoding } of findPlaces(spec, types)) crossings.set(type, [...(crossings.get(type) ?? []), encoding]);
  return (type) => {
    const encodings = isCodecRoot(type) ? [type.root.encoding] : unlike(crossings.get(type) ?? []);
    return { type, facts: facts(type, encodings, context), forms: forms(type, encodings, context) };
  };
}

/** Packed and Layout read values alike, so one of them is enough. */
const unlike = (encodings: CodecEncoding[]): CodecEncoding[] => [...new Map([...encodings].reverse().map((encoding) => [familyOf({ encoding }), encoding])).values()].reverse();

function forms(type: TypeDef, encodings: CodecEncoding[], context: Context): Form[] {
  const alone = (block: Form["sections"][number]["blocks"][number]): Form[] => [{ sections: [{ type, blocks: [block] }] }];
  if (type.kind === "brand") return alone(brand(type, context));
  if (type.kind !== "struct" && type.kind !== "union") return alone(members(type, context.types));
  if (encodings.length === 0) return alone({ kind: "text", text: "No message of this spec contains it, so it has no bytes." });
  return encodings.map((encoding) => {
    const family = familyOf({ encoding });
    return { encoding, sections: family === "json" ? explainJson(type, context.types) : explainBinary(type, family, context) };
  });
}

const FAMILIES: [Family, string][] = [["fixed", "Layout"], ["compact", "Compact"], ["json", "Json"]];

function brand(type: Extract<TypeDef, { kind: "brand" }>, { types }: Context): Table {
  return { kind: "table", columns: [name("in"), text("")], rows: FAMILIES.map(([family, word]) => ({ cells: [word], text: describe(type.type, family, types) })) };
}

/** What it is, and how large. */
function facts(type: TypeDef, encodings: CodecEncoding[], { sizes }: Context): string {
  const only = encodings.length === 1 ? encodings[0]! : undefined;
  return [kindOf(type), only && sizeOf(type, only, sizes)].filter(Boolean).join(", ");
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
