/** Vectors: what a value looks like in bytes, or how an input is refused. Plain data, the same for every language. */

/** A value in neutral JSON, as the peer protocol has it. */
export type Neutral = null | boolean | number | string | Neutral[] | { [field: string]: Neutral };

/** How an input (or, with `direction: "encode"`, a value) must be refused. Encoders give no offset. */
export interface Refusal {
  kind: string;
  offset?: number;
  path: string;
}

/** Where a vector comes from. `fixture`: read from outside the project, never stored in it. */
export type Origin = "prose" | "derived" | "captured" | "fixture";

export interface Vector {
  /** Module path and name of the type: `wire.stream.WindowGrant`. */
  type: string;
  /** Unique within its type. */
  name: string;
  /** Left out where only the bytes are known: then the peers' own decoding is compared among them. */
  value?: Neutral;
  /** Lowercase hex; null where a value has no bytes because encoders refuse it. */
  bytes: string | null;
  verdict: "valid" | Refusal;
  origin: Origin;
  notes?: string;
  /** Only for encoders: the value is refused, or has these bytes but would not be decoded to this very value. */
  direction?: "encode";
}

/** `wire.stream.WindowGrant/full`: names one vector everywhere, on the command line and in the report. */
export function vectorId(vector: Pick<Vector, "type" | "name">): string {
  return `${vector.type}/${vector.name}`;
}

export interface Checks {
  /** Decode the bytes: to the value, or to the refusal. */
  decode: boolean;
  /** Encode the value: to the bytes, or to the refusal. */
  encode: boolean;
  /** What each language encodes, every language decodes. */
  matrix: boolean;
}

/** What there is to check about one vector. */
export function checksOf(vector: Vector): Checks {
  const encodeOnly = vector.direction === "encode";
  const valid = vector.verdict === "valid";
  const decode = !encodeOnly && vector.bytes !== null;
  return {
    decode,
    encode: encodeOnly || (valid && (vector.value !== undefined || decode)),
    matrix: valid && !encodeOnly,
  };
}
