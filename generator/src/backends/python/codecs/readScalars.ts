/** Reading a single integer, float, bool, enum … from bytes. */
import type { Codec, IntCodec } from "../../../codec/model.js";
import { block, call, type Line } from "../source.js";
import { choiceOf, local, slice, text, type Context } from "./context.js";
import { finishOf } from "./readSlots.js";
import { boundsOf, type Slot } from "./slots.js";

/** A value of a fixed width, by itself. */
export function readSlot(codec: Codec, slot: Slot, target: string | null, context: Context): Line[] {
  const { scope, end, path } = context;
  const finish = finishOf(codec, context);
  const raw = finish.direct && target !== null ? target : local(context, "raw");
  const left = slot.size === 1 ? "0" : `${end} - at`;
  const truncated = call(`raise ${scope.runtime("_refuse", "truncated")}`, ["at", text(path), String(slot.size), left]);
  return [
    block(slot.size === 1 ? `if at >= ${end}:` : `if ${end} - at < ${slot.size}:`, [truncated]),
    load(slot, raw, context),
    ...finish.lines(raw, "at", target),
    `at += ${slot.size}`,
  ];
}

function load({ code, size, endian }: Slot, place: string, { scope }: Context): string {
  if (code === "B") return `${place} = data[at]`;
  if (code.endsWith("s")) return `${place} = ${slice("data", "at", `at + ${size}`)}`;
  return `(${place},) = ${scope.struct(`${endian === "be" ? ">" : "<"}${code}`)}.unpack_from(data, at)`;
}

/** The varint that a codec is read as: of an integer, a constant, an enum, flags or bits; null for others. */
export function varintOf(codec: Codec, { scope }: Context): IntCodec | null {
  if (codec.op === "int") return { ...codec, min: null, max: null };
  if (codec.op === "constInt") return codec.int;
  return (codec.op === "unit" && choiceOf(scope)(codec)?.int) || null;
}

/** What `varintOf` says, and then its checks. */
export function readVarint(codec: Codec, int: IntCodec, target: string | null, context: Context): Line[] {
  const finish = finishOf(codec, context);
  if (finish.direct && target !== null) return loadVarint(int, target, context);
  const [start, raw] = [local(context, "start"), local(context, "raw")];
  return [...(finish.checks ? [`${start} = at`] : []), ...loadVarint(int, raw, context), ...finish.lines(raw, start, target)];
}

/** One byte is read in place; more of them by the runtime. */
export function loadVarint(int: IntCodec, place: string, { scope, end, path }: Context): Line[] {
  const { low, high } = boundsOf(int);
  const signed = int.int.startsWith("i");
  const read = scope.runtime("_reading", signed ? "signed_varint" : "varint");
  return [
    block(`if at < ${end} and data[at] < 0x80:`, [`${place} = ${signed ? "data[at] >> 1 ^ -(data[at] & 1)" : "data[at]"}`, "at += 1"]),
    block("else:", [call(`${place}, at = ${read}`, ["data", "at", end, ...(signed ? [low] : []), high, text(path)])]),
  ];
}
