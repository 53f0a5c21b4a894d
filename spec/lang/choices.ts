import type { Integer, Unsigned, u32 } from "./numbers.js";
import type { Type, Word } from "./word.js";

/** One of a list of named numbers: `type Role = Enum<u8, { leader: 0; replica: 1 }>`. In JSON its name in snake_case. Another number is `unknown_variant`. */
export type Enum<Repr extends Integer, Members extends Record<keyof Members, number>, Gone = never> = Word<"Enum", [Repr, Members, Gone]>;

/**
 * Any of a list of named bits, given as masks: `type RpcFlag = Flags<u16, { streaming: 0x02; end: 0x20 }>`. The masks may also stand in an interface
 * of their own: `flags: Flags<u8, PacketFlag>`. Another bit is `unknown_flag`.
 */
export type Flags<Repr extends Unsigned, Masks extends Record<keyof Masks, number | bigint>, Gone = never> = Word<"Flags", [Repr, Masks, Gone]>;

/** Fields that share one integer, from the low bit up: `type Entry = Bits<u32, { checksum: Bit<28>; flags: Bit<4, Flags<u8, EntryFlag>> }>`. */
export type Bits<Repr extends Unsigned, Fields extends Record<keyof Fields, object>, Gone = never> = Word<"Bits", [Repr, Fields, Gone]>;

/** `N` bits: an unsigned number, or what `T` says: `bool` (one bit), `Reserved`, an `Enum`, `Flags`, a `Const`. */
export type Bit<N extends number, T extends Type = object> = Word<"Bit", [N, T]>;

/**
 * One of several cases, with the tag's integer type: `Tagged<u8, { small: Tag<1, Small>; tree: Tag<3, Tree> }>`. Tags count up from 0 in the order of
 * the cases, or from the last `Tag`. A case is a structure, one written in place, or `Empty`. In JSON: as `External`.
 */
export type Tagged<Repr extends Unsigned, Cases, Gone = never> = Word<"Tagged", [Repr, Cases, Gone]>;

/** A case's number: `tree: Tag<3, Tree>`; cases after it count on from there. */
export type Tag<N extends number, T extends Type> = T & Word<"Tag", N>;

/** A case, or a message, without content. */
export type Empty = Word<"Empty">;

/** JSON: `{"circle":{"radius":1.0}}`, and `"point"` for an `Empty` case. In binary encodings as `Tagged<u32, …>`. */
export type External<Cases, Gone = never> = Word<"External", [Cases, Gone]>;

/** JSON: the tag among the members, first: `Internal<"type", { start: Start }>` is `{"type":"start",…}`. In binary encodings as `Tagged<u32, …>`. */
export type Internal<TagName extends string, Cases, Gone = never> = Word<"Internal", [TagName, Cases, Gone]>;

/** JSON: tag and content side by side: `Adjacent<"t", "c", Cases>` is `{"t":"start","c":{…}}`. In binary encodings as `Tagged<u32, …>`. */
export type Adjacent<TagName extends string, ContentName extends string, Cases, Gone = never> = Word<"Adjacent", [TagName, ContentName, Cases, Gone]>;

/**
 * Numbers and names that were given up and must not be used again: `Enum<u8, { a: 0 }, Retired<1 | "b">>`. Decoders refuse them as unknown. It is the last
 * argument of `Enum`, `Flags` (with masks), `Bits` (names only) and unions, and stands after `extends` for fields of a structure.
 */
export type Retired<What extends number | bigint | string> = Word<"Retired", What>;

/** Present or `null`: in JSON always a member, in binary a byte 0 or 1 before the value. (A field with `?` may be left out instead.) */
export type Nullable<T extends Type> = Word<"Nullable", T>;

/** Default tag type, for the reader of these pages. */
export type DefaultTag = u32;
