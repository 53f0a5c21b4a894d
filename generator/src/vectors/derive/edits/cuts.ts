/**
 * A changed message that also ends early. Decoders read values of fixed size that stand side by side as one; when the input ends among
 * them they must still report what is wrong before its end, and nothing that is right.
 */
import type { Mark, Span } from "../../oracle/spans.js";
import { replaced, spansOf, type Message } from "../message.js";

/** Cut off right behind the value in which `bytes` differs from the full message, if another of fixed size follows it. */
export function cutBehind(full: Message, bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length !== full.bytes.length) return undefined;
  const at = bytes.findLastIndex((byte, index) => byte !== full.bytes[index]);
  const changed = full.spans.find(({ start, end, mark }) => start <= at && at < end && hasFixedSize(mark));
  if (!changed || !runGoesOn(full, changed)) return undefined;
  const [window] = [...spansOf(full, "window")].filter(({ start, end }) => start <= changed.start && changed.end <= end).sort((a, b) => a.end - a.start - (b.end - b.start));
  return replaced({ bytes, spans: full.spans }, changed.end, window?.end ?? bytes.length, [], changed);
}

function runGoesOn({ spans }: Message, { end }: Span): boolean {
  const next = spans.find(({ start, mark }) => start === end && mark.kind !== "window" && mark.kind !== "entries");
  // Bytes right behind it have no prefix, and so always the same size, or are the rest.
  return next !== undefined && (hasFixedSize(next.mark) || next.mark.kind === "bytes");
}

function hasFixedSize(mark: Mark): boolean {
  switch (mark.kind) {
    case "integer":
      return mark.form !== "varint" && mark.use.kind !== "length" && mark.use.kind !== "count" && mark.use.kind !== "tag";
    case "switch":
    case "float":
    case "reserved":
    case "constant":
      return true;
    default:
      return false;
  }
}
