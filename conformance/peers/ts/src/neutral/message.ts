/** Messages: what the peer can encode and decode. */
import type { Json, Shape } from "./shape.js";

export interface Message {
  encode(json: Json): Uint8Array;
  decode(bytes: Uint8Array): Json;
}

interface Codec<T> {
  encode(value: T): Uint8Array;
  decode(bytes: Uint8Array): T;
}

export function message<T>(codec: Codec<T>, shape: Shape<T>): Message {
  return {
    encode: (json) => codec.encode(shape.to(json)),
    decode: (bytes) => shape.from(codec.decode(bytes)),
  };
}
