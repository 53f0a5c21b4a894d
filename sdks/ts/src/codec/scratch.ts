/**
 * Eight bytes seen as every kind of number: the fastest way between bytes and 64-bit integers or floats, since a `DataView`
 * for each message costs more than reading it.
 */
const buffer = new ArrayBuffer(8);

/** Index with `LOW` and `HIGH`. */
export const words = new Uint32Array(buffer);
export const unsigned64 = new BigUint64Array(buffer);
export const signed64 = new BigInt64Array(buffer);
export const float64 = new Float64Array(buffer);
/** Shares its bits with `words[0]`. */
export const float32 = new Float32Array(buffer);

const littleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;

/** Where the two halves of the 64-bit views lie in `words` on this machine. */
export const LOW = littleEndian ? 0 : 1;
export const HIGH = 1 - LOW;
