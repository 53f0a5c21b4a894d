/** Maps: Go's have no order, the wire's are sorted by key. */
import type { Codec } from "../../../codec/model.js";
import { plain, shapeOf, type Native } from "../native.js";
import type { Context } from "./context.js";
import type { Node } from "./node.js";

type MapCodec = Extract<Codec, { op: "map" }>;

export const mapKeyType = (codec: MapCodec, native: Native): string => native.key(shapeOf(codec.key));

/** Byte keys are strings in Go, whatever their brand. */
export const keyOverride = (codec: MapCodec): "string" | undefined => (plain(shapeOf(codec.key)).kind === "bytes" ? "string" : undefined);

/** `cmp.Compare(a, b)`, or the like for keys that are arrays of bytes. */
function compare(codec: MapCodec, a: string, b: string): string {
  if (plain(shapeOf(codec.key)).kind === "array") return `bytes.Compare(${a}[:], ${b}[:])`;
  return `cmp.Compare(${a}, ${b})`;
}

/** Refuses a key that does not come after the one before it. */
export function readKeyOrder(codec: MapCodec, names: { index: string; key: string; last: string; at: string; wrap: string }): Node[] {
  const order: Node = { template: "call", call: `codec.Order(${names.at}, ${compare(codec, names.key, names.last)})`, wrap: names.wrap };
  return [
    { template: "if", condition: `${names.index} > 0`, body: [order], otherwise: [] },
    { template: "store", stores: [{ target: names.last, value: names.key }] },
  ];
}

/** The keys of a map in order, as an expression. */
export function sortedKeys(codec: MapCodec, ctx: Context, map: string): string {
  if (plain(shapeOf(codec.key)).kind !== "array") return `codec.SortedKeys(${map})`;
  const type = mapKeyType(codec, ctx.native);
  return `slices.SortedFunc(maps.Keys(${map}), func(a, b ${type}) int { return ${compare(codec, "a", "b")} })`;
}

/** Whether an error in a loop's body names the position; Go refuses a variable that nothing uses. */
export const usesIndex = (body: readonly Node[], index: string): boolean => JSON.stringify(body).includes(`.At(${index})`);
