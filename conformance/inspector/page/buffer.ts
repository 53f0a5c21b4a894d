/** The one thing of Node's `Buffer` that the conversion to neutral JSON uses, for browsers. */
import { toHex } from "./input.js";

export const Buffer = {
  from: (buffer: ArrayBuffer, offset: number, length: number) => ({ toString: (): string => toHex(new Uint8Array(buffer, offset, length)) }),
};
