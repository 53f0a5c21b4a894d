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
  /** A writer that holds the message, to be released. */
  const written = (value: T): Writer => {
    const w = acquire();
    try {
      write(w, value);
      if (w.pos > maxSize) throw new EncodeError("too_long", `is ${w.pos} bytes long, more than ${maxSize}`);
      return w;
    } catch (error) {
      release(w);
      throw inMessage(error, name);
    }
  };
  return {
    decode(bytes) {
      try {
        if (bytes.length > maxSize) throw tooLong(bytes.length, maxSize);
        const r = new Reader(bytes);
        const value = read(r);
        finish(r);
        return value;
      } catch (error) {
        throw inMessage(error, name);
      }
    },
    encode(value) {
      const w = written(value);
      // An array of its own, so that handing its buffer to another thread takes nothing else along.
      const bytes = w.bytes.slice(0, w.pos);
      release(w);
      return bytes;
    },
    encodeInto(value, target, offset = 0) {
      const w = written(value);
      try {
        return copyInto(target, offset, w);
      } finally {
        release(w);
      }
    },
  };
}

function tooLong(size: number, maxSize: number): DecodeError {
  return new DecodeError("too_long", 0, `is ${size} bytes long, more than ${maxSize}`);
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

function copyInto(target: Uint8Array, offset: number, { bytes, pos: size }: Writer): number {
  const room = target.length - offset;
  if (!(offset >= 0 && size <= room))
    throw new RangeError(`the message has ${size} bytes, the target room for ${room}`);
  target.set(bytes.subarray(0, size), offset);
  return size;
}
