/** Reads what needs no function of its own: numbers, bools, bytes of fixed size, and what is checked but not kept. */
import type { Codec } from "../../../../codec/model.js";
import type { Code } from "../../code.js";
import { call } from "../../code.js";
import { integerLiteral } from "../../literals.js";
import { readFlags } from "../choices.js";
import { constantBytes } from "../constants.js";
import type { ModuleContext } from "../context.js";
import { floatBounds, intBounds, isBounded, wide } from "../integers.js";
import type { ReadPlace } from "./places.js";

/** Undefined for all else. Constants and reserved bytes give an expression whose value is of no use. */
export function readScalar(context: ModuleContext, codec: Codec, place: ReadPlace): Code | undefined {
  switch (codec.op) {
    case "int":
      return isBounded(codec) ? call(context.binary(wide("bounded", codec.int)), place.start, place.int(codec), ...intBounds(codec)) : place.int(codec);
    case "float":
      return isBounded(codec) ? call(context.binary("bounded"), place.start, place.float(codec), ...floatBounds(codec)) : place.float(codec);
    case "bool":
      return place.bool();
    case "fixedBytes":
      return place.bytes(codec.size);
    case "constInt":
      return call(context.binary(wide("constant", codec.int.int)), place.start, place.int(codec.int), integerLiteral(codec.int.int, codec.value));
    case "constBytes":
      return call(context.binary("constantBytes"), ...place.raw(codec.size), constantBytes(context, codec.hex));
    case "reserved":
      return call(context.binary("reserved"), ...place.raw(codec.size), String(codec.size));
    case "brand": {
      const inner = readScalar(context, codec.codec, place);
      return inner && call(context.scope.value(codec.type), inner);
    }
    case "unit":
      return codec.family === "json" ? undefined : readChoice(context, codec, place);
    default:
      return undefined;
  }
}

/** Enums, flags and bits: an integer, and what it says. */
function readChoice(context: ModuleContext, { type, family }: Extract<Codec, { op: "unit" }>, place: ReadPlace): Code | undefined {
  const unit = context.unit(type, family);
  switch (unit.kind) {
    case "enum":
    case "bits":
      return call(context.scope.function(type, "to"), place.start, place.int(unit.int));
    case "flags":
      return readFlags(context, unit, place.start, place.int(unit.int));
    default:
      return undefined;
  }
}
