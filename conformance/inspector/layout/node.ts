/** Which bytes belong to which field. */

/** A value in neutral JSON, as the peer protocol has it. */
export type Neutral = null | boolean | number | string | Neutral[] | { [field: string]: Neutral };

export interface LayoutNode {
  /** A step of the path: a field's name, `[0]`, `key`, `value`; `""` for the message itself. */
  step: string;
  /** As in refusals. */
  path: string;
  /** The type in a few words: `varint u32`, `text`, `Header`. */
  label: string;
  /** What the spec says about it. */
  doc?: string;
  /** Bytes from `start` up to, not including, `end`. */
  start: number;
  end: number;
  /** Of what has no parts of its own. */
  value?: Neutral;
  /** Of a union: the case, then, if its value is a union too, the case of that. */
  cases: string[];
  /** A constant or reserved field: on the wire, not in the value. */
  hidden: boolean;
  /** It has no bytes but perhaps the one that says so. */
  absent: boolean;
  children: LayoutNode[];
}

/**
 * What a run of bytes is to its field. `mark`: a tag, or the byte that says whether a value follows. `frame`: brackets, commas, colons of JSON.
 * `surplus`: bytes that no field claims.
 */
export type Role = "value" | "length" | "mark" | "key" | "frame" | "surplus";

/** Pieces are in order and do not overlap; of an accepted message they cover all of its bytes. */
export interface Piece {
  start: number;
  end: number;
  role: Role;
  node: LayoutNode;
}

export interface Layout {
  root: LayoutNode;
  pieces: Piece[];
  /** The whole, if the walk came to its end. */
  value: Neutral | undefined;
}

export function joinPath(outer: string, step: string): string {
  return outer === "" || step === "" || step.startsWith("[") ? outer + step : `${outer}.${step}`;
}
