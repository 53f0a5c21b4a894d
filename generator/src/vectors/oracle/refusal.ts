/** How an input or a value is refused. */

export const refusalKinds = [
  "truncated",
  "trailing_bytes",
  "bad_constant",
  "out_of_range",
  "invalid_utf8",
  "unknown_variant",
  "unknown_flag",
  "non_canonical",
  "duplicate_key",
  "too_long",
  "too_deep",
  "malformed",
  "missing_field",
  "unknown_field",
] as const;

export type RefusalKind = (typeof refusalKinds)[number];

export interface Refusal {
  kind: RefusalKind;
  /** First byte of the value at fault. Encoders have none. */
  offset?: number;
  path: string;
}

/** Unwinds from the first failing check to the entry point, which always catches it. No Error: the trace of the stack would cost as much as the work. */
export class Refused {
  constructor(readonly refusal: Refusal) {}
}

/** A decoder's refusal. */
export function refuse(kind: RefusalKind, offset: number, path: string): never {
  throw new Refused({ kind, offset, path });
}

/** An encoder's refusal. */
export function refuseValue(kind: RefusalKind, path: string): never {
  throw new Refused({ kind, path });
}

/** The value is not of the type's shape at all: a mistake of the caller, about which the canonical rules say nothing. */
export class NotOfType extends Error {
  constructor(expected: string, path: string) {
    super(`expected ${expected} at "${path}"`);
  }
}

export const memberPath = (path: string, name: string): string => (path === "" ? name : `${path}.${name}`);
export const elementPath = (path: string, index: number): string => `${path}[${index}]`;
export const keyPath = (path: string, index: number): string => `${path}[${index}].key`;
export const entryPath = (path: string, index: number): string => `${path}[${index}].value`;
