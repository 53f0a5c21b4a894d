/** Every codec within a unit, with where it stands. */
import type { Codec, CodecUnit } from "../../../../../generator/dist/codec/model.js";

export interface PlacedCodec {
  codec: Codec;
  at: (string | number)[];
  place: string;
}

export function codecsOf(unit: CodecUnit): PlacedCodec[] {
  if (unit.kind === "struct") return unit.fields.flatMap((field, index) => within(field.codec, ["fields", index, "codec"], field.name));
  if (unit.kind === "union") return unit.cases.flatMap((one, index) => (one.codec === null ? [] : within(one.codec, ["cases", index, "codec"], one.name)));
  return [];
}

function within(codec: Codec, at: (string | number)[], place: string): PlacedCodec[] {
  const inner = (member: string, child: Codec, name = member): PlacedCodec[] => within(child, [...at, member], name === "" ? place : `${place}.${name}`);
  const own: PlacedCodec = { codec, at, place };
  switch (codec.op) {
    case "list":
    case "array":
      return [own, ...inner("element", codec.element)];
    case "map":
      return [own, ...inner("key", codec.key), ...inner("value", codec.value)];
    case "nullable":
      return [own, ...inner("inner", codec.inner, "")];
    case "window":
      return [own, ...inner("content", codec.content)];
    case "brand":
      // Its codec is what stands on the wire.
      return inner("codec", codec.codec, "");
    default:
      return [own];
  }
}
