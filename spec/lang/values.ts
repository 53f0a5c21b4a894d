import type { Type, Word } from "./word.js";

/** Any JSON value, kept as its text: member order and the spelling of numbers stay. Only in `Json`. */
export type JsonValue = Word<"JsonValue">;

/** An IP address and a port. In JSON `"1.2.3.4:80"` or `"[2001:db8::1]:80"`; in `Compact` a tag, 4 or 16 octets, and the port. */
export type SocketAddress = Word<"SocketAddress">;

/** In JSON the member is left out when it is empty, zero or false; in the value it is always there: `hopCount: OmitEmpty<u8>`. */
export type OmitEmpty<T extends Type> = T & Word<"OmitEmpty">;
