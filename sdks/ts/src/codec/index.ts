/** What a program sees of the runtime beside the generated messages. */
export type { Branded } from "./brand.js";
export type { Codec, FixedSizeCodec } from "./codec.js";
export type { Duration } from "./duration.js";
export type { RefusalKind } from "./errors.js";
export { CodecError, DecodeError, EncodeError } from "./errors.js";
export { JsonValue } from "./json-value.js";
