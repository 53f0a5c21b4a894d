// Made by generator/test/torture from its lists of words and those of the back ends; `npx vitest run test/torture -u` makes it again.

import type { Bit, Bits, Brand, Empty, Enum, External, Flags, Json, Layout, u8 } from "meshwright/lang";

export type absent = Brand<"absent", u8>;
export type abstract = Brand<"abstract", u8>;
export type accelerated = Brand<"accelerated", u8>;
export type accessor = Brand<"accessor", u8>;
export type alignas = Brand<"alignas", u8>;
export type alignof = Brand<"alignof", u8>;
export type ALL = Brand<"ALL", u8>;
export type alloc = Brand<"alloc", u8>;
export type and = Brand<"and", u8>;
export type and_eq = Brand<"and_eq", u8>;
export interface Any {
  value: u8;
}
export type append = Brand<"append", u8>;
export type AppendBinary = Enum<u8, { no: 0; yes: 1 }>;
export type Arbitrary = Flags<u8, { read: 1; write: 2 }>;
export type arbitrary = Brand<"arbitrary", u8>;
export type arena = Brand<"arena", u8>;
export type Arguments = Bits<u8, { low: Bit<4>; high: Bit<4> }>;
export type Array = External<{ none: Empty; some: { value: u8 } }>;
export type As = Brand<"As", u8>;
export type as_ref = Brand<"as_ref", u8>;
export type asm = Brand<"asm", u8>;
export type assert = Brand<"assert", u8>;
export interface Asserts {
  value: u8;
}
export type async = Brand<"async", u8>;
export type at = Brand<"at", u8>;
export type atomic_cancel = Brand<"atomic_cancel", u8>;
export type auto = Brand<"auto", u8>;
export type Await = Enum<u8, { no: 0; yes: 1 }>;
export type b = Brand<"b", u8>;
export type become = Brand<"become", u8>;
export type begin = Brand<"begin", u8>;
export type Bigint = Flags<u8, { read: 1; write: 2 }>;
export type binary = Brand<"binary", u8>;
export type BitAnd = Bits<u8, { low: Bit<4>; high: Bit<4> }>;
export type bitand = Brand<"bitand", u8>;
export type BitOr = External<{ none: Empty; some: { value: u8 } }>;
export type bitor = Brand<"bitor", u8>;
export type bits = Brand<"bits", u8>;
export type bool = Brand<"bool", u8>;
export type Boolean = Brand<"Boolean", u8>;
export interface Box {
  value: u8;
}
export type box = Brand<"box", u8>;
export type Branded = Enum<u8, { no: 0; yes: 1 }>;
export type Break = Flags<u8, { read: 1; write: 2 }>;
export type BTreeMap = Bits<u8, { low: Bit<4>; high: Bit<4> }>;
export type byte = Brand<"byte", u8>;
export type bytearray = Brand<"bytearray", u8>;
export type bytes = Brand<"bytes", u8>;
export type callee = Brand<"callee", u8>;
export type caller = Brand<"caller", u8>;
export type cap = Brand<"cap", u8>;
export type capacity = Brand<"capacity", u8>;
export type Case = External<{ none: Empty; some: { value: u8 } }>;
export type case_at = Brand<"case_at", u8>;
export type Catch = Brand<"Catch", u8>;
export type chan = Brand<"chan", u8>;
export type char = Brand<"char", u8>;
export type char16_t = Brand<"char16_t", u8>;
export type char32_t = Brand<"char32_t", u8>;
export type char8_t = Brand<"char8_t", u8>;
export interface CHAR_BIT {
  value: u8;
}
export type check = Brand<"check", u8>;
export type Class = Enum<u8, { no: 0; yes: 1 }>;
export type classmethod = Brand<"classmethod", u8>;
export type clear = Brand<"clear", u8>;
export type Clone = Flags<u8, { read: 1; write: 2 }>;
export type clone = Brand<"clone", u8>;
export type close = Brand<"close", u8>;
export type closed = Brand<"closed", u8>;
export type cls = Brand<"cls", u8>;
export type cmp = Brand<"cmp", u8>;
export type co_await = Brand<"co_await", u8>;
export type co_return = Brand<"co_return", u8>;
export type co_yield = Brand<"co_yield", u8>;
export type Codec = Bits<u8, { low: Bit<4>; high: Bit<4> }>;
export type codec = Brand<"codec", u8>;
export type CodecError = External<{ none: Empty; some: { value: u8 } }>;
export type codectest = Brand<"codectest", u8>;
export type comparable = Brand<"comparable", u8>;
export type compl = Brand<"compl", u8>;
export type complete = Brand<"complete", u8>;
export type complex = Brand<"complex", u8>;
export type complex128 = Brand<"complex128", u8>;
export type complex64 = Brand<"complex64", u8>;
export type concept = Brand<"concept", u8>;
export type Const = Brand<"Const", u8>;
export type const_cast = Brand<"const_cast", u8>;
export type consteval = Brand<"consteval", u8>;
export type constexpr = Brand<"constexpr", u8>;
export type constinit = Brand<"constinit", u8>;
export type constructor = Brand<"constructor", u8>;
export interface Continue {
  value: u8;
}
export type Copy = Enum<u8, { no: 0; yes: 1 }>;
export type copy = Brand<"copy", u8>;
export type core = Brand<"core", u8>;
export type count = Brand<"count", u8>;
export type Cow = Flags<u8, { read: 1; write: 2 }>;
export type crate = Brand<"crate", u8>;
export type data = Brand<"data", u8>;
export type dataclasses = Brand<"dataclasses", u8>;
export type Debug = Bits<u8, { low: Bit<4>; high: Bit<4> }>;
export type Debugger = External<{ none: Empty; some: { value: u8 } }>;
export type declare = Brand<"declare", u8>;
export type decltype = Brand<"decltype", u8>;
export type decode = Brand<"decode", u8>;
export type DecodeError = Brand<"DecodeError", u8>;
export type def = Brand<"def", u8>;
export interface Default {
  value: u8;
}
export type defer = Brand<"defer", u8>;
export type del = Brand<"del", u8>;
export type Delete = Enum<u8, { no: 0; yes: 1 }>;
export type depth = Brand<"depth", u8>;
export type deref = Brand<"deref", u8>;
export type dict = Brand<"dict", u8>;
export type Do = Flags<u8, { read: 1; write: 2 }>;
export type double = Brand<"double", u8>;
export type Drop = Bits<u8, { low: Bit<4>; high: Bit<4> }>;
export type drop = Brand<"drop", u8>;
export type Duration = External<{ none: Empty; some: { value: u8 } }>;
export type dyn = Brand<"dyn", u8>;
export type dynamic_cast = Brand<"dynamic_cast", u8>;
export type elif = Brand<"elif", u8>;
export type Else = Brand<"Else", u8>;
export type encode = Brand<"encode", u8>;
export interface EncodeError {
  value: u8;
}
export type end = Brand<"end", u8>;
export type enumerate = Brand<"enumerate", u8>;
export type EOF = Enum<u8, { no: 0; yes: 1 }>;
export type Eq = Flags<u8, { read: 1; write: 2 }>;
export type eq = Brand<"eq", u8>;
export type Err = Bits<u8, { low: Bit<4>; high: Bit<4> }>;
export type err = Brand<"err", u8>;
export type errno = Brand<"errno", u8>;
export type Error = External<{ none: Empty; some: { value: u8 } }>;
export type error = Brand<"error", u8>;
export type ErrorPath = Brand<"ErrorPath", u8>;
export interface Eval {
  value: u8;
}
export type except = Brand<"except", u8>;
export type exec = Brand<"exec", u8>;
export type explicit = Brand<"explicit", u8>;
export type Export = Enum<u8, { no: 0; yes: 1 }>;
export type exports = Brand<"exports", u8>;
export type Extends = Flags<u8, { read: 1; write: 2 }>;
export type Extent = Bits<u8, { low: Bit<4>; high: Bit<4> }>;
export type extern = Brand<"extern", u8>;
export type fallthrough = Brand<"fallthrough", u8>;
export type False = External<{ none: Empty; some: { value: u8 } }>;
export type far = Brand<"far", u8>;
export type fields = Brand<"fields", u8>;
export type final = Brand<"final", u8>;
export type Finally = Brand<"Finally", u8>;
export type first = Brand<"first", u8>;
export interface FixedSizeCodec {
  value: u8;
}
export type float = Brand<"float", u8>;
export type float32 = Brand<"float32", u8>;
export type float64 = Brand<"float64", u8>;
export type fmt = Brand<"fmt", u8>;
export type Fn = Enum<u8, { no: 0; yes: 1 }>;
export type fn = Brand<"fn", u8>;
export type FnMut = Flags<u8, { read: 1; write: 2 }>;
export type FnOnce = Bits<u8, { low: Bit<4>; high: Bit<4> }>;
export type For = External<{ none: Empty; some: { value: u8 } }>;
export type Format = Brand<"Format", u8>;
export type format = Brand<"format", u8>;
export type found = Brand<"found", u8>;
export type friend = Brand<"friend", u8>;
export interface From {
  value: u8;
}
export type from = Brand<"from", u8>;
export type func = Brand<"func", u8>;
export type Function = Enum<u8, { no: 0; yes: 1 }>;
export type gen = Brand<"gen", u8>;
export type generated = Brand<"generated", u8>;
export type get = Brand<"get", u8>;
export type global = Brand<"global", u8>;
export type globalThis = Brand<"globalThis", u8>;
export type go = Brand<"go", u8>;
export type GoString = Flags<u8, { read: 1; write: 2 }>;
export type goto = Brand<"goto", u8>;
export type Has = Bits<u8, { low: Bit<4>; high: Bit<4> }>;
export type has_value = Brand<"has_value", u8>;
export type Hash = External<{ none: Empty; some: { value: u8 } }>;
export type hash = Brand<"hash", u8>;
export type Hasher = Brand<"Hasher", u8>;
export type hasOwnProperty = Brand<"hasOwnProperty", u8>;
export interface I {
  value: u8;
}
export type i = Brand<"i", u8>;
export type i128 = Brand<"i128", u8>;
export type i386 = Brand<"i386", u8>;
export type id = Brand<"id", u8>;
export type If = Enum<u8, { no: 0; yes: 1 }>;
export type imag = Brand<"imag", u8>;
export type imaginary = Brand<"imaginary", u8>;
export type impl = Brand<"impl", u8>;
export type Implements = Flags<u8, { read: 1; write: 2 }>;
export type Import = Bits<u8, { low: Bit<4>; high: Bit<4> }>;
export type importlib = Brand<"importlib", u8>;
export type In = External<{ none: Empty; some: { value: u8 } }>;
export type index = Brand<"index", u8>;
export type Infer = Brand<"Infer", u8>;
export interface Infinity {
  value: u8;
}
export type init = Brand<"init", u8>;
export type inline = Brand<"inline", u8>;
export type input = Brand<"input", u8>;
export type Instanceof = Enum<u8, { no: 0; yes: 1 }>;
export type int = Brand<"int", u8>;
export type int16 = Brand<"int16", u8>;
export type int16_t = Brand<"int16_t", u8>;
export type int32 = Brand<"int32", u8>;
export type int32_t = Brand<"int32_t", u8>;
export type int64 = Brand<"int64", u8>;
export type int64_t = Brand<"int64_t", u8>;
export type int8 = Brand<"int8", u8>;
export type int8_t = Brand<"int8_t", u8>;
export type INT_MAX = Flags<u8, { read: 1; write: 2 }>;
export type Interface = Bits<u8, { low: Bit<4>; high: Bit<4> }>;
export type internal = Brand<"internal", u8>;
export type Into = External<{ none: Empty; some: { value: u8 } }>;
export type into = Brand<"into", u8>;
export type IntoOwned = Brand<"IntoOwned", u8>;
export interface Intrinsic {
  value: u8;
}
export type iota = Brand<"iota", u8>;
export type Is = Enum<u8, { no: 0; yes: 1 }>;
export type is = Brand<"is", u8>;
export type isPrototypeOf = Brand<"isPrototypeOf", u8>;
export type items = Brand<"items", u8>;
export type iter = Brand<"iter", u8>;
export type Iterator = Flags<u8, { read: 1; write: 2 }>;
export type json = Brand<"json", u8>;
export type JsonValue = Bits<u8, { low: Bit<4>; high: Bit<4> }>;
export type kept = Brand<"kept", u8>;
export type Keyof = External<{ none: Empty; some: { value: u8 } }>;
export type keys = Brand<"keys", u8>;
export type lambda = Brand<"lambda", u8>;
export type len = Brand<"len", u8>;
export type length = Brand<"length", u8>;
export type Let = Brand<"Let", u8>;
export interface Limit {
  value: u8;
}
export type linux = Brand<"linux", u8>;
export type list = Brand<"list", u8>;
export type long = Brand<"long", u8>;
export type loop = Brand<"loop", u8>;
export type macro = Brand<"macro", u8>;
export type main = Brand<"main", u8>;
export type major = Brand<"major", u8>;
export type make = Brand<"make", u8>;
export type makedev = Brand<"makedev", u8>;
export type Map = Enum<u8, { no: 0; yes: 1 }>;
export type map = Brand<"map", u8>;
export type maps = Brand<"maps", u8>;
export type MarshalBinary = Flags<u8, { read: 1; write: 2 }>;
export type MarshalJSON = Bits<u8, { low: Bit<4>; high: Bit<4> }>;
export type match = Brand<"match", u8>;
export type matches = Brand<"matches", u8>;
export type math = Brand<"math", u8>;
export type max = Brand<"max", u8>;
export type memoryview = Brand<"memoryview", u8>;
export type min = Brand<"min", u8>;
export type minor = Brand<"minor", u8>;
export type missing = Brand<"missing", u8>;
export type mod = Brand<"mod", u8>;
export type module = Brand<"module", u8>;
export type more = Brand<"more", u8>;
export type move = Brand<"move", u8>;
export type mro = Brand<"mro", u8>;
export type mut = Brand<"mut", u8>;
export type mutable = Brand<"mutable", u8>;
export type name = Brand<"name", u8>;
export type NAMES = External<{ none: Empty; some: { value: u8 } }>;
export type namespace = Brand<"namespace", u8>;
export type NaN = Brand<"NaN", u8>;
export type near = Brand<"near", u8>;
export type netip = Brand<"netip", u8>;
export type neutral = Brand<"neutral", u8>;
export interface Never {
  value: u8;
}
export type New = Enum<u8, { no: 0; yes: 1 }>;
export type next = Brand<"next", u8>;
export type nil = Brand<"nil", u8>;
export type noexcept = Brand<"noexcept", u8>;
export type NONE = Flags<u8, { read: 1; write: 2 }>;
export type None = Bits<u8, { low: Bit<4>; high: Bit<4> }>;
export type nonlocal = Brand<"nonlocal", u8>;
export type noreturn = Brand<"noreturn", u8>;
export type not = Brand<"not", u8>;
export type not_eq = Brand<"not_eq", u8>;
export type NULL = External<{ none: Empty; some: { value: u8 } }>;
export type Null = Brand<"Null", u8>;
export type nullptr = Brand<"nullptr", u8>;
export interface Number {
  value: u8;
}
export type Object = Enum<u8, { no: 0; yes: 1 }>;
export type of = Brand<"of", u8>;
export type offsetof = Brand<"offsetof", u8>;
export type Ok = Flags<u8, { read: 1; write: 2 }>;
export type open = Brand<"open", u8>;
export type opening = Brand<"opening", u8>;
export type operator = Brand<"operator", u8>;
export type Option = Bits<u8, { low: Bit<4>; high: Bit<4> }>;
export type or = Brand<"or", u8>;
export type or_eq = Brand<"or_eq", u8>;
export type Ord = External<{ none: Empty; some: { value: u8 } }>;
export type Ordering = Brand<"Ordering", u8>;
export type out = Brand<"out", u8>;
export type output = Brand<"output", u8>;
export type override = Brand<"override", u8>;
export interface Package {
  value: u8;
}
export type panic = Brand<"panic", u8>;
export type PartialEq = Enum<u8, { no: 0; yes: 1 }>;
export type PartialOrd = Flags<u8, { read: 1; write: 2 }>;
export type pass = Brand<"pass", u8>;
export type Pattern = Bits<u8, { low: Bit<4>; high: Bit<4> }>;
export type patterns = Brand<"patterns", u8>;
export type print = Brand<"print", u8>;
export type println = Brand<"println", u8>;
export type priv = Brand<"priv", u8>;
export type Private = External<{ none: Empty; some: { value: u8 } }>;
export type Promise = Brand<"Promise", u8>;
export type property = Brand<"property", u8>;
export interface Protected {
  value: u8;
}
export type prototype = Brand<"prototype", u8>;
export type pub = Brand<"pub", u8>;
export type Public = Enum<u8, { no: 0; yes: 1 }>;
export type r = Brand<"r", u8>;
export type raise = Brand<"raise", u8>;
export type range = Brand<"range", u8>;
export type raw = Brand<"raw", u8>;
export type read = Brand<"read", u8>;
export type Readonly = Flags<u8, { read: 1; write: 2 }>;
export type real = Brand<"real", u8>;
export type recover = Brand<"recover", u8>;
export type ref = Brand<"ref", u8>;
export type reflexpr = Brand<"reflexpr", u8>;
export type RefusalKind = Bits<u8, { low: Bit<4>; high: Bit<4> }>;
export type register = Brand<"register", u8>;
export type reinterpret_cast = Brand<"reinterpret_cast", u8>;
export type replace = Brand<"replace", u8>;
export type repr = Brand<"repr", u8>;
export type require = Brand<"require", u8>;
export type requires = Brand<"requires", u8>;
export type Reset = External<{ none: Empty; some: { value: u8 } }>;
export type restrict = Brand<"restrict", u8>;
export type Result = Brand<"Result", u8>;
export interface Return {
  value: u8;
}
export type rune = Brand<"rune", u8>;
export type s = Brand<"s", u8>;
export type safe = Brand<"safe", u8>;
export type satisfies = Brand<"satisfies", u8>;
export type select = Brand<"select", u8>;
export type Self = Enum<u8, { no: 0; yes: 1 }>;
export type self = Brand<"self", u8>;
export type Send = Flags<u8, { read: 1; write: 2 }>;
export type sep = Brand<"sep", u8>;
export type set = Brand<"set", u8>;
export type setjmp = Brand<"setjmp", u8>;
export type short = Brand<"short", u8>;
export type signbit = Brand<"signbit", u8>;
export type signed = Brand<"signed", u8>;
export type size = Brand<"size", u8>;
export type size_t = Brand<"size_t", u8>;
export type sizeof = Brand<"sizeof", u8>;
export type slice = Brand<"slice", u8>;
export type slices = Brand<"slices", u8>;
export type small = Brand<"small", u8>;
export type SocketAddr = Bits<u8, { low: Bit<4>; high: Bit<4> }>;
export type Some = External<{ none: Empty; some: { value: u8 } }>;
export type SPEC_HASH = Brand<"SPEC_HASH", u8>;
export interface SpecHash {
  value: u8;
}
export type SpecName = Enum<u8, { no: 0; yes: 1 }>;
export type SpecVersion = Flags<u8, { read: 1; write: 2 }>;
export type start = Brand<"start", u8>;
export type Static = Bits<u8, { low: Bit<4>; high: Bit<4> }>;
export type static_assert = Brand<"static_assert", u8>;
export type static_cast = Brand<"static_cast", u8>;
export type std = Brand<"std", u8>;
export type stderr = Brand<"stderr", u8>;
export type stdin = Brand<"stdin", u8>;
export type stdout = Brand<"stdout", u8>;
export type str = Brand<"str", u8>;
export type strconv = Brand<"strconv", u8>;
export type String = External<{ none: Empty; some: { value: u8 } }>;
export type strings = Brand<"strings", u8>;
export type struct = Brand<"struct", u8>;
export type sum = Brand<"sum", u8>;
export type Super = Brand<"Super", u8>;
export interface Switch {
  value: u8;
}
export type Symbol = Enum<u8, { no: 0; yes: 1 }>;
export type Sync = Flags<u8, { read: 1; write: 2 }>;
export type synchronized = Brand<"synchronized", u8>;
export type tag = Brand<"tag", u8>;
export type template = Brand<"template", u8>;
export type testdata = Brand<"testdata", u8>;
export type text = Brand<"text", u8>;
export type then = Brand<"then", u8>;
export type This = Bits<u8, { low: Bit<4>; high: Bit<4> }>;
export type thread_local = Brand<"thread_local", u8>;
export type Throw = External<{ none: Empty; some: { value: u8 } }>;
export type toJSON = Brand<"toJSON", u8>;
export type toString = Brand<"toString", u8>;
export type trait = Brand<"trait", u8>;
export type True = Brand<"True", u8>;
export interface Try {
  value: u8;
}
export type tuple = Brand<"tuple", u8>;
export type type = Brand<"type", u8>;
export type typedef = Brand<"typedef", u8>;
export type typeid = Brand<"typeid", u8>;
export type typename = Brand<"typename", u8>;
export type Typeof = Enum<u8, { no: 0; yes: 1 }>;
export type typeof_unqual = Brand<"typeof_unqual", u8>;
export type typing = Brand<"typing", u8>;
export type U8 = Flags<u8, { read: 1; write: 2 }>;
export type uint = Brand<"uint", u8>;
export type uint16 = Brand<"uint16", u8>;
export type uint16_t = Brand<"uint16_t", u8>;
export type uint32 = Brand<"uint32", u8>;
export type uint32_t = Brand<"uint32_t", u8>;
export type uint64 = Brand<"uint64", u8>;
export type uint64_t = Brand<"uint64_t", u8>;
export type uint8 = Brand<"uint8", u8>;
export type uint8_t = Brand<"uint8_t", u8>;
export type Uint8Array = Bits<u8, { low: Bit<4>; high: Bit<4> }>;
export type uintptr = Brand<"uintptr", u8>;
export type Undefined = External<{ none: Empty; some: { value: u8 } }>;
export type union = Brand<"union", u8>;
export type Unique = Brand<"Unique", u8>;
export type unix = Brand<"unix", u8>;
export interface Unknown {
  value: u8;
}
export type UnmarshalBinary = Enum<u8, { no: 0; yes: 1 }>;
export type UnmarshalJSON = Flags<u8, { read: 1; write: 2 }>;
export type UnmarshalText = Bits<u8, { low: Bit<4>; high: Bit<4> }>;
export type unsafe = Brand<"unsafe", u8>;
export type unsigned = Brand<"unsigned", u8>;
export type unsized = Brand<"unsized", u8>;
export type Unstructured = External<{ none: Empty; some: { value: u8 } }>;
export type Unwrap = Brand<"Unwrap", u8>;
export type use = Brand<"use", u8>;
export type using = Brand<"using", u8>;
export type usize = Brand<"usize", u8>;
export type v = Brand<"v", u8>;
export type va_arg = Brand<"va_arg", u8>;
export type va_copy = Brand<"va_copy", u8>;
export type va_end = Brand<"va_end", u8>;
export type va_start = Brand<"va_start", u8>;
export type value = Brand<"value", u8>;
export type valueOf = Brand<"valueOf", u8>;
export type values = Brand<"values", u8>;
export interface Var {
  value: u8;
}
export type vars = Brand<"vars", u8>;
export type Vec = Enum<u8, { no: 0; yes: 1 }>;
export type vec = Brand<"vec", u8>;
export type vendor = Brand<"vendor", u8>;
export type virtual = Brand<"virtual", u8>;
export type Void = Flags<u8, { read: 1; write: 2 }>;
export type volatile = Brand<"volatile", u8>;
export type w = Brand<"w", u8>;
export type wchar_t = Brand<"wchar_t", u8>;
export type where = Brand<"where", u8>;
export type While = Bits<u8, { low: Bit<4>; high: Bit<4> }>;
export type window = Brand<"window", u8>;
export type With = External<{ none: Empty; some: { value: u8 } }>;
export type write = Brand<"write", u8>;
export type x = Brand<"x", u8>;
export type xor = Brand<"xor", u8>;
export type xor_eq = Brand<"xor_eq", u8>;
export type Yield = Brand<"Yield", u8>;

export interface Types1 extends Layout {
  absent: absent;
  abstract: abstract;
  accelerated: accelerated;
  accessor: accessor;
  alignas: alignas;
  alignof: alignof;
  ALL: ALL;
  alloc: alloc;
  and: and;
  and_eq: and_eq;
  Any: Any;
  append: append;
  AppendBinary: AppendBinary;
  Arbitrary: Arbitrary;
  /** @json arbitrary_14 */
  arbitrary: arbitrary;
  arena: arena;
  Arguments: Arguments;
  Array: Array;
  As: As;
  as_ref: as_ref;
  asm: asm;
  assert: assert;
  Asserts: Asserts;
  async: async;
}
export interface Types2 extends Json {
  at: at;
  atomic_cancel: atomic_cancel;
  auto: auto;
  Await: Await;
  b: b;
  become: become;
  begin: begin;
  Bigint: Bigint;
  binary: binary;
  BitAnd: BitAnd;
  bitand: bitand;
  BitOr: BitOr;
  bitor: bitor;
  bits: bits;
  bool: bool;
  Boolean: Boolean;
  Box: Box;
  /** @json box_17 */
  box: box;
  Branded: Branded;
  Break: Break;
  BTreeMap: BTreeMap;
  byte: byte;
  bytearray: bytearray;
  bytes: bytes;
}
export interface Types3 extends Layout {
  callee: callee;
  caller: caller;
  cap: cap;
  capacity: capacity;
  Case: Case;
  case_at: case_at;
  Catch: Catch;
  chan: chan;
  char: char;
  char16_t: char16_t;
  char32_t: char32_t;
  char8_t: char8_t;
  CHAR_BIT: CHAR_BIT;
  check: check;
  Class: Class;
  classmethod: classmethod;
  clear: clear;
  Clone: Clone;
  /** @json clone_18 */
  clone: clone;
  close: close;
  closed: closed;
  cls: cls;
  cmp: cmp;
  co_await: co_await;
}
export interface Types4 extends Json {
  co_return: co_return;
  co_yield: co_yield;
  Codec: Codec;
  /** @json codec_3 */
  codec: codec;
  CodecError: CodecError;
  codectest: codectest;
  comparable: comparable;
  compl: compl;
  complete: complete;
  complex: complex;
  complex128: complex128;
  complex64: complex64;
  concept: concept;
  Const: Const;
  const_cast: const_cast;
  consteval: consteval;
  constexpr: constexpr;
  constinit: constinit;
  constructor: constructor;
  Continue: Continue;
  Copy: Copy;
  /** @json copy_21 */
  copy: copy;
  core: core;
  count: count;
}
export interface Types5 extends Layout {
  Cow: Cow;
  crate: crate;
  data: data;
  dataclasses: dataclasses;
  Debug: Debug;
  Debugger: Debugger;
  declare: declare;
  decltype: decltype;
  decode: decode;
  DecodeError: DecodeError;
  def: def;
  Default: Default;
  defer: defer;
  del: del;
  Delete: Delete;
  depth: depth;
  deref: deref;
  dict: dict;
  Do: Do;
  double: double;
  Drop: Drop;
  /** @json drop_21 */
  drop: drop;
  Duration: Duration;
  dyn: dyn;
}
export interface Types6 extends Json {
  dynamic_cast: dynamic_cast;
  elif: elif;
  Else: Else;
  encode: encode;
  EncodeError: EncodeError;
  end: end;
  enumerate: enumerate;
  EOF: EOF;
  Eq: Eq;
  /** @json eq_9 */
  eq: eq;
  Err: Err;
  /** @json err_11 */
  err: err;
  errno: errno;
  Error: Error;
  /** @json error_14 */
  error: error;
  ErrorPath: ErrorPath;
  Eval: Eval;
  except: except;
  exec: exec;
  explicit: explicit;
  Export: Export;
  exports: exports;
  Extends: Extends;
  Extent: Extent;
}
export interface Types7 extends Layout {
  extern: extern;
  fallthrough: fallthrough;
  False: False;
  far: far;
  fields: fields;
  final: final;
  Finally: Finally;
  first: first;
  FixedSizeCodec: FixedSizeCodec;
  float: float;
  float32: float32;
  float64: float64;
  fmt: fmt;
  Fn: Fn;
  /** @json fn_14 */
  fn: fn;
  FnMut: FnMut;
  FnOnce: FnOnce;
  For: For;
  Format: Format;
  /** @json format_19 */
  format: format;
  found: found;
  friend: friend;
  From: From;
  /** @json from_23 */
  from: from;
}
export interface Types8 extends Json {
  func: func;
  Function: Function;
  gen: gen;
  generated: generated;
  get: get;
  global: global;
  globalThis: globalThis;
  go: go;
  GoString: GoString;
  goto: goto;
  Has: Has;
  has_value: has_value;
  Hash: Hash;
  /** @json hash_13 */
  hash: hash;
  Hasher: Hasher;
  hasOwnProperty: hasOwnProperty;
  I: I;
  /** @json i_17 */
  i: i;
  i128: i128;
  i386: i386;
  id: id;
  If: If;
  imag: imag;
  imaginary: imaginary;
}
export interface Types9 extends Layout {
  impl: impl;
  Implements: Implements;
  Import: Import;
  importlib: importlib;
  In: In;
  index: index;
  Infer: Infer;
  Infinity: Infinity;
  init: init;
  inline: inline;
  input: input;
  Instanceof: Instanceof;
  int: int;
  int16: int16;
  int16_t: int16_t;
  int32: int32;
  int32_t: int32_t;
  int64: int64;
  int64_t: int64_t;
  int8: int8;
  int8_t: int8_t;
  INT_MAX: INT_MAX;
  Interface: Interface;
  internal: internal;
}
export interface Types10 extends Json {
  Into: Into;
  /** @json into_1 */
  into: into;
  IntoOwned: IntoOwned;
  Intrinsic: Intrinsic;
  iota: iota;
  Is: Is;
  /** @json is_6 */
  is: is;
  isPrototypeOf: isPrototypeOf;
  items: items;
  iter: iter;
  Iterator: Iterator;
  json: json;
  JsonValue: JsonValue;
  kept: kept;
  Keyof: Keyof;
  keys: keys;
  lambda: lambda;
  len: len;
  length: length;
  Let: Let;
  Limit: Limit;
  linux: linux;
  list: list;
  long: long;
}
export interface Types11 extends Layout {
  loop: loop;
  macro: macro;
  main: main;
  major: major;
  make: make;
  makedev: makedev;
  Map: Map;
  /** @json map_7 */
  map: map;
  maps: maps;
  MarshalBinary: MarshalBinary;
  MarshalJSON: MarshalJSON;
  match: match;
  matches: matches;
  math: math;
  max: max;
  memoryview: memoryview;
  min: min;
  minor: minor;
  missing: missing;
  mod: mod;
  module: module;
  more: more;
  move: move;
  mro: mro;
}
export interface Types12 extends Json {
  mut: mut;
  mutable: mutable;
  name: name;
  NAMES: NAMES;
  namespace: namespace;
  NaN: NaN;
  near: near;
  netip: netip;
  neutral: neutral;
  Never: Never;
  New: New;
  next: next;
  nil: nil;
  noexcept: noexcept;
  NONE: NONE;
  /** @json none_15 */
  None: None;
  nonlocal: nonlocal;
  noreturn: noreturn;
  not: not;
  not_eq: not_eq;
  NULL: NULL;
  /** @json null_21 */
  Null: Null;
  nullptr: nullptr;
  Number: Number;
}
export interface Types13 extends Layout {
  Object: Object;
  of: of;
  offsetof: offsetof;
  Ok: Ok;
  open: open;
  opening: opening;
  operator: operator;
  Option: Option;
  or: or;
  or_eq: or_eq;
  Ord: Ord;
  Ordering: Ordering;
  out: out;
  output: output;
  override: override;
  Package: Package;
  panic: panic;
  PartialEq: PartialEq;
  PartialOrd: PartialOrd;
  pass: pass;
  Pattern: Pattern;
  patterns: patterns;
  print: print;
  println: println;
}
export interface Types14 extends Json {
  priv: priv;
  Private: Private;
  Promise: Promise;
  property: property;
  Protected: Protected;
  prototype: prototype;
  pub: pub;
  Public: Public;
  r: r;
  raise: raise;
  range: range;
  raw: raw;
  read: read;
  Readonly: Readonly;
  real: real;
  recover: recover;
  ref: ref;
  reflexpr: reflexpr;
  RefusalKind: RefusalKind;
  register: register;
  reinterpret_cast: reinterpret_cast;
  replace: replace;
  repr: repr;
  require: require;
}
export interface Types15 extends Layout {
  requires: requires;
  Reset: Reset;
  restrict: restrict;
  Result: Result;
  Return: Return;
  rune: rune;
  s: s;
  safe: safe;
  satisfies: satisfies;
  select: select;
  Self: Self;
  /** @json self_11 */
  self: self;
  Send: Send;
  sep: sep;
  set: set;
  setjmp: setjmp;
  short: short;
  signbit: signbit;
  signed: signed;
  size: size;
  size_t: size_t;
  sizeof: sizeof;
  slice: slice;
  slices: slices;
}
export interface Types16 extends Json {
  small: small;
  SocketAddr: SocketAddr;
  Some: Some;
  SPEC_HASH: SPEC_HASH;
  /** @json spec_hash_4 */
  SpecHash: SpecHash;
  SpecName: SpecName;
  SpecVersion: SpecVersion;
  start: start;
  Static: Static;
  static_assert: static_assert;
  static_cast: static_cast;
  std: std;
  stderr: stderr;
  stdin: stdin;
  stdout: stdout;
  str: str;
  strconv: strconv;
  String: String;
  strings: strings;
  struct: struct;
  sum: sum;
  Super: Super;
  Switch: Switch;
  Symbol: Symbol;
}
export interface Types17 extends Layout {
  Sync: Sync;
  synchronized: synchronized;
  tag: tag;
  template: template;
  testdata: testdata;
  text: text;
  then: then;
  This: This;
  thread_local: thread_local;
  Throw: Throw;
  toJSON: toJSON;
  toString: toString;
  trait: trait;
  True: True;
  Try: Try;
  tuple: tuple;
  type: type;
  typedef: typedef;
  typeid: typeid;
  typename: typename;
  Typeof: Typeof;
  typeof_unqual: typeof_unqual;
  typing: typing;
  U8: U8;
}
export interface Types18 extends Json {
  uint: uint;
  uint16: uint16;
  uint16_t: uint16_t;
  uint32: uint32;
  uint32_t: uint32_t;
  uint64: uint64;
  uint64_t: uint64_t;
  uint8: uint8;
  uint8_t: uint8_t;
  Uint8Array: Uint8Array;
  uintptr: uintptr;
  Undefined: Undefined;
  union: union;
  Unique: Unique;
  unix: unix;
  Unknown: Unknown;
  UnmarshalBinary: UnmarshalBinary;
  UnmarshalJSON: UnmarshalJSON;
  UnmarshalText: UnmarshalText;
  unsafe: unsafe;
  unsigned: unsigned;
  unsized: unsized;
  Unstructured: Unstructured;
  Unwrap: Unwrap;
}
export interface Types19 extends Layout {
  use: use;
  using: using;
  usize: usize;
  v: v;
  va_arg: va_arg;
  va_copy: va_copy;
  va_end: va_end;
  va_start: va_start;
  value: value;
  valueOf: valueOf;
  values: values;
  Var: Var;
  vars: vars;
  Vec: Vec;
  /** @json vec_14 */
  vec: vec;
  vendor: vendor;
  virtual: virtual;
  Void: Void;
  volatile: volatile;
  w: w;
  wchar_t: wchar_t;
  where: where;
  While: While;
  window: window;
}
export interface Types20 extends Json {
  With: With;
  write: write;
  x: x;
  xor: xor;
  xor_eq: xor_eq;
  Yield: Yield;
}
