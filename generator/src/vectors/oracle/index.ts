/**
 * The oracle: encodes and decodes by walking a spec, as docs/canonical.md says and as slowly as is clear. It shares nothing with
 * what the back ends print from, so that one mistake cannot agree with itself.
 */
import type { Spec, TypeId } from "../../ir/model.js";
import { Cursor } from "./binary/cursor.js";
import { BinaryReader } from "./binary/reader.js";
import { BinaryWriter } from "./binary/writer.js";
import { Depth } from "./depth.js";
import { readJsonMessage } from "./json/message.js";
import { JsonWriter } from "./json/writer.js";
import { LeastSizes } from "./leastSize.js";
import type { Neutral } from "./neutral.js";
import type { Refusal } from "./refusal.js";
import { Refused, refuse, refuseValue } from "./refusal.js";
import type { Span } from "./spans.js";
import type { Root } from "./types.js";
import { Types, familyOf } from "./types.js";
import type { Writing } from "./writing.js";

export type { Neutral } from "./neutral.js";
export type { Refusal, RefusalKind } from "./refusal.js";

export type Decoded = { value: Neutral; refusal?: never } | { refusal: Refusal; value?: never };
export type Encoded = { bytes: Uint8Array; spans: Span[]; refusal?: never } | { refusal: Refusal; bytes?: never };

export class Oracle {
  readonly types: Types;
  private readonly least: LeastSizes;

  constructor(spec: Spec) {
    this.types = new Types(spec);
    this.least = new LeastSizes(this.types);
  }

  /** The value of a whole message of the root type `id`, or how it is refused, with offset and path. */
  decode(id: TypeId, bytes: Uint8Array): Decoded {
    return settled(() => ({ value: this.read(this.types.root(id), bytes) }));
  }

  /**
   * The message of a value in neutral JSON, or how it is refused, with a path. Throws `NotOfType` if the value has not even the type's shape. Not `strict`: values
   * beyond their limits are written all the same, where they can be.
   */
  encode(id: TypeId, value: Neutral, { strict = true } = {}): Encoded {
    return settled(() => this.write(this.types.root(id), value, strict));
  }

  private read(root: Root, bytes: Uint8Array): Neutral {
    const { maxSize } = root.root;
    if (maxSize !== undefined && bytes.length > maxSize) refuse("too_long", 0, "");
    const family = familyOf(root);
    if (family === "json") return readJsonMessage(this.types, new Depth(), root.id, bytes, 0, bytes.length, "", "");
    const cursor = new Cursor(bytes, 0, 0);
    const reader = new BinaryReader(this.types, this.least, family, cursor, new Depth());
    return cursor.window(bytes.length, "", () => reader.named(root.id, ""));
  }

  private write(root: Root, value: Neutral, strict: boolean): { bytes: Uint8Array; spans: Span[] } {
    const writing: Writing = { types: this.types, least: this.least, depth: new Depth(), strict, cases: [] };
    const family = familyOf(root);
    const writer = family === "json" ? new JsonWriter(writing) : new BinaryWriter(writing, family);
    writer.named(root.id, value, "");
    const { maxSize } = root.root;
    if (strict && maxSize !== undefined && writer.bytes.length > maxSize) refuseValue("too_long", "");
    return { bytes: Uint8Array.from(writer.bytes), spans: writer.spans };
  }
}

function settled<Result>(work: () => Result): Result | { refusal: Refusal } {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal };
    throw error;
  }
}

const oracles = new WeakMap<Spec, Oracle>();

/** Oracles remember what they have worked out about a spec. */
export function oracleOf(spec: Spec): Oracle {
  let oracle = oracles.get(spec);
  if (!oracle) oracles.set(spec, (oracle = new Oracle(spec)));
  return oracle;
}

export const decode = (spec: Spec, id: TypeId, bytes: Uint8Array): Decoded => oracleOf(spec).decode(id, bytes);
export const encode = (spec: Spec, id: TypeId, value: Neutral): Encoded => oracleOf(spec).encode(id, value);
