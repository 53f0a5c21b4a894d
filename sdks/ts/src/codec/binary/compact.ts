/** Durations and socket addresses in Compact. */
import { formatAddress } from "../address.js";
import type { Duration } from "../duration.js";
import { MAX_NANOS } from "../duration.js";
import { DecodeError, under } from "../errors.js";
import { fixedBytes, bounded, unknownVariant } from "./values.js";
import type { Reader } from "./reader.js";
import { varU16, varU32, varU64 } from "./varint.js";

/** Octets by tag. */
export const ADDRESS_SIZES = [4, 16];

export function duration(r: Reader): Duration {
  let at = "secs";
  try {
    const secs = varU64(r);
    at = "nanos";
    return { secs, nanos: bounded(r.pos, varU32(r), 0, MAX_NANOS) };
  } catch (error) {
    throw under(error, at);
  }
}

/** Tag, octets and port are one value, so a refusal of any is at the start of the address. */
export function socketAddress(r: Reader): string {
  const start = r.pos;
  try {
    const tag = varU32(r);
    const size = ADDRESS_SIZES[tag];
    if (size === undefined) throw unknownVariant(start, tag);
    const octets = fixedBytes(r, size);
    return formatAddress(octets, varU16(r));
  } catch (error) {
    throw error instanceof DecodeError ? new DecodeError(error.kind, start, error.message) : error;
  }
}
