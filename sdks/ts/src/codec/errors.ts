/** What a codec refuses, and where. */

/** Why input or a value was refused; the same words in every language. */
export type RefusalKind =
  | "truncated"
  | "trailing_bytes"
  | "bad_constant"
  | "out_of_range"
  | "invalid_utf8"
  | "unknown_variant"
  | "unknown_flag"
  | "non_canonical"
  | "duplicate_key"
  | "too_long"
  | "too_deep"
  | "malformed"
  | "missing_field"
  | "unknown_field";

export abstract class CodecError extends Error {
  readonly kind: RefusalKind;
  /** Names of fields joined by dots, `[i]` for elements, `[i].key` and `[i].value` for entries of maps; `""` is the message itself. */
  readonly path: string = "";

  constructor(kind: RefusalKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** The input is not the canonical encoding of any value. */
export class DecodeError extends CodecError {
  override readonly name = "DecodeError";
  /** Bytes from the start of the input to the value at fault. */
  readonly offset: number;

  constructor(kind: RefusalKind, offset: number, message: string) {
    super(kind, message);
    this.offset = offset;
  }
}

/** The value has no encoding. */
export class EncodeError extends CodecError {
  override readonly name = "EncodeError";
}

/** Puts `step` before the path of an error that passes outwards through the value that `step` names. */
export function under(error: unknown, step: string): unknown {
  if (error instanceof CodecError) setPath(error, join(step, error.path));
  return error;
}

/** The last step outwards: says in the message where in which type it went wrong. */
export function inMessage(error: unknown, type: string): unknown {
  if (error instanceof CodecError) error.message = `${join(type, error.path)}: ${error.message}`;
  return error;
}

function join(outer: string, inner: string): string {
  return outer === "" || inner === "" || inner.startsWith("[") ? outer + inner : `${outer}.${inner}`;
}

function setPath(error: { path: string }, path: string): void {
  error.path = path;
}
