import type { Type, Word } from "./word.js";

declare const encoding: unique symbol;
declare const trait: unique symbol;

/**
 * A root message with everything at a fixed offset, `N` bytes in all: `interface Header extends Packed<64> { … }`. Integers are
 * little-endian and nothing is padded.
 */
export interface Packed<N extends number, T = unknown> {
  readonly [encoding]?: ["packed", N, T];
}

/**
 * A root message whose fields follow one another, each saying how long it is. A field with `?` stands at the end: it is there if bytes are left.
 * For a union: `type Message = Layout<Tagged<u8, { … }>>`.
 */
export interface Layout<T = unknown> {
  readonly [encoding]?: ["layout", T];
}

/** A root message in a small self-delimiting form: varints, as in the postcard format, but each value in exactly one way. */
export interface Compact<T = unknown> {
  readonly [encoding]?: ["compact", T];
}

/** A root message as JSON text, spelt in exactly one way: members in order, no white space. Names become snake_case. */
export interface Json<T = unknown> {
  readonly [encoding]?: ["json", T];
}

/** A root message in the protobuf format; fields are numbered with `Field<N, T>`. Emits a .proto file. */
export interface Proto<T = unknown> {
  readonly [encoding]?: ["proto", T];
}

/** Field number `N` in `Proto`: `name: Field<1, Text>`. */
export type Field<N extends number, T extends Type> = T & Word<"Field", N>;

/** Keeps what it does not know: an enum its number, a JSON object its members, a `Layout` or `Compact` its trailing bytes (and fields with `?` stand at its end, in `Compact` too). `interface Reply extends Json, Open { … }`, `type Status = Open<Enum<…>>`. */
export interface Open<T = unknown> {
  readonly [trait]?: ["open", T];
}

/** A root message is at most `N` bytes long: `interface Node extends Compact, MaxSize<65536> { … }`. */
export interface MaxSize<N extends number, T = unknown> {
  readonly [trait]?: ["maxSize", N, T];
}

/** A whole message of another encoding inside this one: `token: Sized<u16, Embedded<Token>>`. A `Packed` message stands in place, without a length. */
export type Embedded<T extends Type> = Word<"Embedded", T>;

/** A name of its own, so that it is not mixed up with other values of the same shape: `type NodeId = Brand<"NodeId", u64>`. It changes no byte. */
export type Brand<Name extends string, T extends Type> = T & Word<"Brand", Name>;
