/**
 * Codecs: the IR worked out for one encoding, with nothing left to decide but how a language spells it. A back end prints
 * one function (or inline code) a node, in the order of the nodes; a node's fields are in the order of its checks.
 */
import type { BitsDef, IntName, Spec, TypeDef, TypeId, UnionDef } from "../ir/model.js";
import type { Dfa } from "./pattern.js";

/** Packed and Layout read values alike: `fixed`. */
export type Family = "fixed" | "compact" | "json";

export interface CodecModel {
  /** Only what has codecs, under the hash of the whole. */
  spec: Spec;
  /** Root messages, sorted by id: what `encode` and `decode` exist for. */
  roots: RootCodec[];
  /** One for each named type in each family that some root reaches it in; a unit stands after those it refers to, unless they are recursive. */
  units: CodecUnit[];
  /** Patterns in use, in order of first use. */
  patterns: Pattern[];
  /** All value types to declare (reached or not), in dependency order, then by id. */
  types: TypeDef[];
}

export interface Pattern {
  id: number;
  /** As written in the spec. */
  source: string;
  dfa: Dfa;
}

export interface RootCodec {
  type: TypeId;
  family: Family;
  /** `too_long` at offset 0, path "", before anything else; null: no bound. */
  maxSize: number | null;
  /** The exact size if every value of it has the same (always for Packed). */
  fixedSize: number | null;
}

export type CodecUnit = StructUnit | UnionUnit | EnumUnit | FlagsUnit | BitsUnit;

interface UnitBase {
  type: TypeId;
  family: Family;
  /** Bytes: the least an encoded value takes (JSON: 1). */
  minSize: number;
  /** The exact size if every value has the same; null otherwise. Always null in JSON. */
  fixedSize: number | null;
  /** Entering it counts one level towards `too_deep` (more than 64), before it is read. */
  recursionHead: boolean;
  /** It can reach itself: native types need a pointer somewhere on the cycle. */
  recursive: boolean;
}

export interface StructUnit extends UnitBase {
  kind: "struct";
  open: boolean;
  fields: FieldCodec[];
}

export interface FieldCodec {
  /** camelCase spec name; also for const and reserved, which have no place in the value. */
  name: string;
  jsonName: string;
  codec: Codec;
  /**
   * always: encoded and in the value.
   * hidden: const and reserved: encoded, not in the value.
   * trailing: fixed, and open structures in compact: absent if and only if the window is at its end.
   * option: closed structures in compact: a byte 00 (absent) or 01, then the value.
   * member: json: an absent one is left out.
   * omitEmpty: json: left out when empty, zero, or false; in the value it is always there.
   */
  presence: "always" | "hidden" | "trailing" | "option" | "member" | "omitEmpty";
}

export interface UnionUnit extends UnitBase {
  kind: "union";
  /** Binary: the tag's integer. Json: absent. */
  tagCodec?: IntCodec;
  /** Json only. */
  tagging?: UnionDef["tagging"];
  cases: CaseCodec[];
}

export interface CaseCodec {
  name: string;
  jsonName: string;
  tag: number;
  /** The type of the case's value, a struct or another union; null for a unit case. */
  payload: TypeId | null;
  /** How the payload crosses: a `unit`, usually of the same family, or a `window` around one of an embedded message. Adds nothing to the path. Null for a unit case. */
  codec: Codec | null;
}

export interface EnumUnit extends UnitBase {
  kind: "enum";
  open: boolean;
  /** Json: the number of an open enum's unknown member, otherwise unused (names are text). */
  int: IntCodec;
  members: { name: string; jsonName: string; value: number }[];
}

export interface FlagsUnit extends UnitBase {
  kind: "flags";
  /** Json: unused; the value is an array of names in bit order. */
  int: IntCodec;
  /** Bits that have a name, as a decimal text; any other bit is `unknown_flag`. */
  mask: string;
  flags: { name: string; jsonName: string; bit: number }[];
}

export interface BitsUnit extends UnitBase {
  kind: "bits";
  int: IntCodec;
  def: BitsDef;
}

/** le, be: fixed width. varint: LEB128, zigzag for signed. json: decimal digits. An 8-bit integer in Compact is `le`. */
export type IntForm = "le" | "be" | "varint" | "json";

export interface IntCodec {
  op: "int";
  int: IntName;
  form: IntForm;
  /** Inclusive; only where narrower than the type. Decimal text. */
  min: string | null;
  max: string | null;
}

/** Where a variable-size value ends. `delimited`: JSON's own quotes and brackets. */
export interface Extent {
  kind: "prefix" | "rest" | "delimited";
  /** For `prefix`. It has no bounds of its own. */
  int?: IntCodec;
  min: number;
  /** Never above what the prefix can say; null: no bound (rest, delimited, 64-bit varint). */
  max: number | null;
}

export type Codec =
  | IntCodec
  | { op: "float"; bits: 32 | 64; form: "le" | "be" | "json"; min: number | null; max: number | null }
  | { op: "bool"; form: "byte" | "json" }
  | { op: "text"; extent: Extent; pattern: number | null }
  /** json is null outside JSON; `limit` counts the bytes, not their digits. */
  | { op: "bytes"; extent: Extent; json: "hex" | "base64" | "ints" | null }
  | { op: "fixedBytes"; size: number; json: "hex" | "base64" | "ints" | null }
  | { op: "list"; extent: Extent; element: Codec; elementMinSize: number }
  | { op: "array"; size: number; element: Codec }
  | { op: "map"; extent: Extent; key: Codec; value: Codec; entryMinSize: number }
  | { op: "constInt"; int: IntCodec; value: string }
  /** The bytes as they stand; in JSON, the token as it stands. `hex` is lowercase hex of them. */
  /** json: the bytes of the token, in which bytes stand in hex. */
  | { op: "constBytes"; of: "bytes" | "text"; hex: string; size: number }
  | { op: "reserved"; size: number }
  /** compact: 00, or 01 and the value. fixed: the same. json: null, or the value. */
  | { op: "nullable"; inner: Codec }
  /** The value is of this branded type; on the wire it is `codec` (an int, float, bool, text, bytes or fixedBytes), whose extent depends on the place. */
  | { op: "brand"; type: TypeId; codec: Codec }
  | { op: "jsonValue" }
  /** compact: varint secs u64, varint nanos u32 ≤ 999,999,999; paths `.secs`, `.nanos`. */
  | { op: "duration" }
  /** compact: 00 and 4 octets, or 01 and 16 octets, then varint port u16. json: text. */
  | { op: "socketAddress"; form: "compact" | "json" }
  /** A length (`extent`), then a window that holds exactly `content`; surplus is `trailing_bytes`. */
  | { op: "window"; extent: Extent; content: Codec }
  /** A value by the unit (type, family). In an embedded message the family may differ from the surrounding one. */
  | { op: "unit"; type: TypeId; family: Family };
