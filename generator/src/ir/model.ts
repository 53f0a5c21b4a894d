/**
 * The intermediate representation of a spec: what the reader makes, the checks judge, and the back ends and the
 * oracle consume. Plain data, JSON-serialisable, refers by id; never by object identity.
 *
 * The IR says what was *written*. How a type crosses in one encoding (prefix widths, tags, least sizes) is worked out
 * from it by `codec/lower.ts` for the back ends, and once more, independently, by the oracle in `vectors/`.
 */

/** Module path and name, joined by dots: `wire.packet.PacketHeader`. */
export type TypeId = string;

/** Encodings that codecs are made for. */
export type CodecEncoding = "packed" | "layout" | "compact" | "json";

/** Encodings that a root message can have. */
export type EncodingName = CodecEncoding | "proto";

export interface SourcePosition {
  /** Path relative to the spec folder, with forward slashes. */
  file: string;
  line: number;
  column: number;
}

export interface Doc {
  /** Paragraphs as written, without comment markers; `""` when there is none. */
  text: string;
  since?: string;
  /** The reason given after `@deprecated`; `""` when there is none. */
  deprecated?: string;
}

export interface Spec {
  irVersion: 1;
  /** From the spec's `meshwright.json`: names packages made from this spec. kebab-case. */
  name: string;
  version: string;
  /** What packages made from this spec say of themselves. */
  about?: About;
  /** 32 hex digits: SHA-256 over name, types and services, without docs and source positions. */
  hash: string;
  /** All named types, sorted by id. */
  types: TypeDef[];
  /** Sorted by id; absent if there are none. */
  services?: ServiceDef[];
}

/** From the spec's `meshwright.json`; none of it changes a byte of a message. */
export interface About {
  /** One line. */
  description?: string;
  /** An SPDX expression. */
  license?: string;
  /** The URL at which the source is kept. */
  repository?: string;
  keywords?: string[];
  /** Package names where the spec's name will not do: an npm scope, the path of a Go module. */
  packages?: { rust?: string; typescript?: string; python?: string; go?: string; c?: string };
}

/** Calls that one program serves and others make. */
export interface ServiceDef {
  id: TypeId;
  module: string;
  name: string;
  /** The text of `Service<"…">`: what it is found under. */
  foundAs: string;
  doc: Doc;
  source: SourcePosition;
  /** In declaration order. */
  methods: MethodDef[];
}

export interface MethodDef {
  /** camelCase, as written. */
  name: string;
  doc: Doc;
  source: SourcePosition;
  request: MessageUse;
  response: MessageUse;
}

export interface MessageUse {
  type: TypeId;
  /** Any number of them, one by one. */
  stream: boolean;
}

export type TypeDef = StructDef | UnionDef | EnumDef | FlagsDef | BitsDef | BrandDef;

interface DefBase {
  id: TypeId;
  /** `wire.packet` */
  module: string;
  /** `PacketHeader` */
  name: string;
  doc: Doc;
  source: SourcePosition;
  /**
   * True for the types at which recursion is counted: in a depth-first walk from the roots in id order, following fields
   * and cases in declaration order, the types met again while still open. Every cycle holds at least one.
   */
  recursionHead: boolean;
}

/** What only a struct or union with an encoding of its own has. */
export interface RootInfo {
  encoding: EncodingName;
  /** Packed only: the exact size in bytes. */
  packedSize?: number;
  /** Greatest whole size in bytes, checked before anything else is read. */
  maxSize?: number;
}

export interface StructDef extends DefBase {
  kind: "struct";
  /** Absent for a free-standing type, which takes its container's encoding. */
  root?: RootInfo;
  /** Keeps what an older generation of the type does not know. */
  open: boolean;
  /** Field names that were given up; absent if there are none. */
  reservedNames?: string[];
  /** Field numbers that were given up; absent if there are none. */
  reservedNumbers?: number[];
  fields: Field[];
}

export interface Field {
  /** camelCase, as written in the spec: what paths and neutral JSON use. */
  name: string;
  /** Member name in JSON. */
  jsonName: string;
  doc: Doc;
  source: SourcePosition;
  type: TypeExpr;
  /** Written with `?`. */
  optional: boolean;
  /** JSON only: left out when empty, zero or false. Never together with `optional`. */
  omitEmpty: boolean;
  /** In protobuf; absent for fields without one. */
  number?: number;
}

export interface UnionDef extends DefBase {
  kind: "union";
  root?: RootInfo;
  tagging: Tagging;
  /** Integer type of the tag in binary encodings. */
  repr: IntName;
  cases: UnionCase[];
  /** Tag numbers that were given up or are not yet known: refused as unknown. */
  reservedTags: number[];
  reservedNames: string[];
}

/** How the case shows in JSON. Binary encodings always put the tag number first. */
export type Tagging =
  | { style: "external" }
  | { style: "internal"; tag: string }
  | { style: "adjacent"; tag: string; content: string };

export interface UnionCase {
  /** camelCase, as written: what neutral JSON's `case` says. */
  name: string;
  jsonName: string;
  tag: number;
  doc: Doc;
  source: SourcePosition;
  /** A struct's or (never with internal tagging) another union's id; absent for a unit case. A case written in place has a struct of its own named Union + Case. */
  type?: TypeId;
  /** The struct is a root message of its own encoding, which stands in a window of this framing; adds nothing to the path. Absent: the struct takes the union's encoding. */
  embedded?: { framing: Framing; limit: SizeLimit };
}

export interface EnumDef extends DefBase {
  kind: "enum";
  repr: IntName;
  open: boolean;
  /** In declaration order; values unique. */
  members: EnumMember[];
  reservedValues: number[];
  reservedNames: string[];
}

export interface EnumMember {
  name: string;
  jsonName: string;
  value: number;
  doc: Doc;
  source: SourcePosition;
}

export interface FlagsDef extends DefBase {
  kind: "flags";
  repr: IntName;
  /** In bit order, lowest first. */
  flags: Flag[];
  /** Bits that were given up; absent if there are none. */
  reservedBits?: number[];
  /** Absent if there are none. */
  reservedNames?: string[];
}

export interface Flag {
  name: string;
  jsonName: string;
  /** Bit number, 0 = least significant. */
  bit: number;
  doc: Doc;
  source: SourcePosition;
}

export interface BitsDef extends DefBase {
  kind: "bits";
  repr: IntName;
  /** From the low bit up; the widths add up to the width of `repr`. */
  fields: BitField[];
  /** Field names that were given up; absent if there are none. */
  reservedNames?: string[];
}

export interface BitField {
  /** `""` for reserved bits. */
  name: string;
  jsonName: string;
  doc: Doc;
  source: SourcePosition;
  width: number;
  content:
    | { kind: "uint" }
    | { kind: "bool" }
    | { kind: "enum"; type: TypeId }
    | { kind: "flags"; type: TypeId }
    | { kind: "const"; value: number }
    | { kind: "reserved" };
}

/** A name of its own for a simple type, so that it is not mixed up with another of the same shape. */
export interface BrandDef extends DefBase {
  kind: "brand";
  /** int, float, bool, text, bytes or fixedBytes, unframed. Bytes carry their JSON form. */
  type: TypeExpr;
}

export type IntName = "u8" | "u16" | "u32" | "u64" | "i8" | "i16" | "i32" | "i64";
export type BytesJsonForm = "hex" | "base64" | "ints";

/** How a variable-size value says where it ends. */
export type Framing =
  /** An integer before it: `Sized` (bytes) or `Counted` (elements). */
  | { kind: "prefix"; int: IntName; endian: "le" | "be" }
  /** It takes the rest of its window. */
  | { kind: "rest" }
  /** As its encoding does: a varint in Compact, delimiters in JSON. Refused by the checks in Packed and Layout. */
  | { kind: "natural" };

/** Bounds of a size: bytes of text and bytes, elements of lists and maps. Both inclusive. */
export interface SizeLimit {
  min: number;
  max: number | null;
}

/**
 * The kinds up to `fixedBytes` may carry a brand. Its own shape stands here in full (with the framing of this place), so whoever only wants bytes may
 * ignore it; a `ref` never names a brand.
 */
export type TypeExpr =
  /** Bounds are inclusive, as decimal text. */
  | { kind: "int"; int: IntName; endian: "le" | "be"; min?: string; max?: string; unit?: string; brand?: TypeId }
  | { kind: "float"; bits: 32 | 64; endian: "le" | "be"; min?: number; max?: number; unit?: string; brand?: TypeId }
  | { kind: "bool"; brand?: TypeId }
  /** Pattern: see `codec/pattern.ts`; it must match the whole text. */
  | { kind: "text"; framing: Framing; limit: SizeLimit; pattern?: string; brand?: TypeId }
  | { kind: "bytes"; framing: Framing; limit: SizeLimit; json: BytesJsonForm; brand?: TypeId }
  | { kind: "fixedBytes"; size: number; json: BytesJsonForm; brand?: TypeId }
  | { kind: "list"; framing: Framing; limit: SizeLimit; element: TypeExpr }
  | { kind: "array"; size: number; element: TypeExpr }
  | { kind: "map"; framing: Framing; limit: SizeLimit; key: TypeExpr; value: TypeExpr }
  /** An integer, text, or bytes (hex) that is always the same; not part of the value. */
  | { kind: "const"; of: "int"; int: IntName; endian: "le" | "be"; value: string }
  | { kind: "const"; of: "text"; value: string }
  | { kind: "const"; of: "bytes"; value: string }
  /** Zero bytes; not part of the value. */
  | { kind: "reserved"; size: number }
  | { kind: "nullable"; inner: TypeExpr }
  | { kind: "jsonValue" }
  /** Seconds and nanoseconds, in Compact. Elsewhere a duration is an int with a unit. */
  | { kind: "duration" }
  | { kind: "socketAddress" }
  /** A byte length, then a window holding exactly one value of a struct or union. */
  | { kind: "sized"; framing: Framing; limit: SizeLimit; inner: TypeExpr }
  /** A root message inside another; Packed ones stand in place, others in a `sized` window or at the end of one. */
  | { kind: "embedded"; type: TypeId }
  | { kind: "ref"; type: TypeId };
