/** Operators on codecs, for what lowering works out: bounds of sizes, least sizes of elements. */
import type { Codec, CodecModel, CodecUnit, Extent, IntCodec } from "../../../../../generator/dist/codec/model.js";
import { SIDES, type Draft, type Side } from "../mutant.js";
import { highest } from "../spec/integers.js";
import { codecsOf, type PlacedCodec } from "./codecs.js";

/** Bounds of sizes: none, one less, one more. */
export function sizeBound(unit: CodecUnit, model: Pick<CodecModel, "units">): Draft[] {
  return codecsOf(unit).flatMap((placed) => ("extent" in placed.codec ? boundsOf(placed, placed.codec.extent, leastContent(placed.codec, model)) : []));
}

/** What stands in a window has a least size of its own, below which no encoder comes. */
function leastContent(codec: Codec, { units }: Pick<CodecModel, "units">): number {
  if (codec.op !== "window" || codec.content.op !== "unit") return 0;
  const { type, family } = codec.content;
  return units.find((unit) => unit.type === type && unit.family === family)?.minSize ?? 0;
}

function boundsOf({ at, place }: PlacedCodec, extent: Extent, content: number): Draft[] {
  const set = (which: "min" | "max", from: number, to: number | null): Draft => {
    const sides: readonly Side[] = which === "min" && from <= content && to !== null && to <= content ? ["decode"] : SIDES;
    return { place, change: `${which} ${from} → ${to ?? "none"}`, edits: [{ at: [...at, "extent", which], to }], sides };
  };
  const { min, max } = extent;
  const least = [0, min - 1, min + 1].filter((to, index, all) => to >= 0 && to !== min && all.indexOf(to) === index && (max === null || to <= max));
  const own = capacity(extent.int);
  const greatest = max === null ? [] : [own, max - 1, max + 1].filter((to, index, all) => to !== max && all.indexOf(to) === index && (to === null || (to >= min && (own === null || to <= own))));
  return [...least.map((to) => set("min", min, to)), ...greatest.map((to) => set("max", max!, to))];
}

/** The greatest size that a prefix can say; null: no bound. */
const capacity = (int: IntCodec | undefined): number | null => (int === undefined || int.int === "u64" ? null : Number(highest(int.int)));

/** The least size that an element is taken to have. Only a decoder asks. */
export function leastSize(unit: CodecUnit): Draft[] {
  return codecsOf(unit).flatMap(({ codec, at, place }) => [...leastOf(codec, "elementMinSize", at, place), ...leastOf(codec, "entryMinSize", at, place)]);
}

function leastOf(codec: Codec, member: "elementMinSize" | "entryMinSize", at: (string | number)[], place: string): Draft[] {
  const counted = "extent" in codec && codec.extent.kind === "prefix" && member in codec;
  if (!counted) return [];
  const from = (codec as Codec & Record<typeof member, number>)[member];
  return [from - 1, from + 1].filter((to) => to > 0).map((to) => ({ place, change: `${from} → ${to}`, edits: [{ at: [...at, member], to }], sides: ["decode"] }));
}
