/** The public face of a message's codec. */

/** Between values of `T` and their bytes. Each value has one byte string, the same in every language. */
export interface Codec<T> {
  /**
   * Reads one value that takes up all of `bytes`. Byte fields of it are views into `bytes`, not copies.
   * @throws {DecodeError} if `bytes` is not the canonical encoding of a value.
   */
  decode(bytes: Uint8Array): T;
  /**
   * Writes `value` into an array of its own.
   * @throws {EncodeError} if `value` has no encoding.
   */
  encode(value: T): Uint8Array<ArrayBuffer>;
  /**
   * Writes `value` into `target`, from `offset` on, and returns the number of bytes. Saves the array that `encode` makes.
   * After an error the bytes from `offset` on are undefined.
   * @throws {EncodeError} if `value` has no encoding.
   * @throws {RangeError} if `target` has too little room.
   */
  encodeInto(value: T, target: Uint8Array, offset?: number): number;
}

/** Of a message that always has the same number of bytes. */
export interface FixedSizeCodec<T> extends Codec<T> {
  readonly size: number;
}
