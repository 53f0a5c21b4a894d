/**
 * Node's own way between strings and bytes, which costs half of what `TextDecoder` and `TextEncoder` do for short texts, since it needs no
 * view of the bytes. Undefined elsewhere.
 */

/** Methods of Node's `Buffer` that work on any `Uint8Array`. Both put U+FFFD in the place of what is ill-formed. */
interface NativeUtf8 {
  utf8Slice(this: Uint8Array, start: number, end: number): string;
  /** Gives the number of bytes written. */
  utf8Write(this: Uint8Array, text: string, start: number): number;
}

const prototype = (globalThis as { Buffer?: { prototype?: Partial<NativeUtf8> } }).Buffer?.prototype;

export const nativeUtf8: NativeUtf8 | undefined =
  typeof prototype?.utf8Slice === "function" && typeof prototype.utf8Write === "function"
    ? (prototype as NativeUtf8)
    : undefined;
