/** Writes durations and socket addresses in Compact. */
import { checkAddress } from "../address.js";
import { checkInt } from "../checks.js";
import type { Duration } from "../duration.js";
import { MAX_NANOS } from "../duration.js";
import { under } from "../errors.js";
import { ADDRESS_SIZES } from "./compact.js";
import { writeVarU16, writeVarU32, writeVarU64 } from "./write-varint.js";
import { writeFixedBytes } from "./write-values.js";
import type { Writer } from "./writer.js";

export function writeDuration(w: Writer, value: Duration): void {
  let at = "secs";
  try {
    writeVarU64(w, value.secs);
    at = "nanos";
    writeVarU32(w, checkInt(value.nanos, 0, MAX_NANOS));
  } catch (error) {
    throw under(error, at);
  }
}

export function writeSocketAddress(w: Writer, value: string): void {
  const { octets, port } = checkAddress(value);
  writeVarU32(w, ADDRESS_SIZES.indexOf(octets.length));
  writeFixedBytes(w, octets, octets.length);
  writeVarU16(w, port);
}
