/** Whole messages. */
import type { Codec, FixedSizeCodec } from "../codec.js";
import { DecodeError, EncodeError, inMessage } from "../errors.js";
import { finish, Reader } from "./reader.js";
import type { Writer } from "./writer.js";
import { acquire, release } from "./writer.js";

/** The codec of the message `name`; `maxSize` bounds its bytes. */
export function codec<T>(
  name: string,
  read: (r: Reader) => T,
  write: (w: Writer, value: T) => void,
  maxSize = Infinity,
): Codec<T> {
  /** Writes `value` into a writer's buffer and hands that to `use`. */
  const written = <Result>(value: T, use: (bytes: Uint8Array, size: number) => Result): Result => {
    const w = acquire();
    try {
      write(w, value);
      if (w.pos > maxSize) throw new EncodeError("too_long", `is ${w.pos} bytes long, more than ${maxSize}`);
      return use(w.bytes, w.pos);
    } catch (error) {
      throw inMessage(error, name);
    } finally {
      release(w);
    }
  };
  return {
    decode(bytes) {
      const r = new Reader(bytes);
      try {
        if (bytes.length > maxSize)
          throw new DecodeError("too_long", 0, `is ${bytes.length} bytes long, more than ${maxSize}`);
        const value = read(r);
        finish(r);
        return value;
      } catch (error) {
        throw inMessage(error, name);
      }
    },
    encode: (value) => written(value, exact),
    encodeInto: (value, target, offset = 0) => written(value, (bytes, size) => copyInto(target, offset, bytes, size)),
  };
}

/** The codec of a message that always has `size` bytes. */
export function fixedSizeCodec<T>(
  name: string,
  read: (r: Reader) => T,
  write: (w: Writer, value: T) => void,
  size: number,
): FixedSizeCodec<T> {
  return { ...codec(name, read, write), size };
}

/** An array of its own, so that handing its buffer to another thread takes nothing else along. */
function exact(bytes: Uint8Array, size: number): Uint8Array {
  return bytes.slice(0, size);
}

function copyInto(target: Uint8Array, offset: number, bytes: Uint8Array, size: number): number {
  if (size > target.length - offset)
    throw new RangeError(`the message has ${size} bytes, the target room for ${target.length - offset}`);
  target.set(bytes.subarray(0, size), offset);
  return size;
}
