/** Neutral JSON, as the peer protocol has it, and how values are turned into it and back. */

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** Between values of `T` and neutral JSON. */
export interface Shape<T> {
  /** @throws {Refused} if `json` does not say a `T`. */
  to(json: Json): T;
  from(value: T): Json;
}

/** A shape of which only those who wrote it down know the type. */
export interface AnyShape {
  to(json: Json): unknown;
  from(value: never): Json;
}

/** A request that is refused before any encoder sees the value. */
export class Refused extends Error {
  path = "";

  constructor(
    readonly kind: string,
    message: string,
  ) {
    super(message);
  }
}

/** The JSON is not of the type's form at all. */
export function notOf(what: string): Refused {
  return new Refused("bad_request", `is not ${what}`);
}

/** Runs `part` and puts `step` before the path of what it refuses. */
export function within<Result>(step: string, part: () => Result): Result {
  try {
    return part();
  } catch (error) {
    if (error instanceof Refused) error.path = joined(step, error.path);
    throw error;
  }
}

function joined(outer: string, inner: string): string {
  return inner === "" || inner.startsWith("[") ? outer + inner : `${outer}.${inner}`;
}
