import type { Integer, Unsigned, f32, f64 } from "./numbers.js";
import type { Type, Word } from "./word.js";

/** UTF-8. In `Packed` and `Layout` its length must be said: `Sized<u8, Text>` or `Rest<Text>`; `Compact` and `Json` have a way of their own. */
export type Text = Word<"Text">;

/** Bytes. `Bytes<32>` is exactly 32 of them, with no length before them. In JSON base64, or what `Hex` and `Ints` say. */
export type Bytes<N extends number = never> = Word<"Bytes", N>;

/** Exactly `N` values one after the other: `Fixed<u16, 4>`. */
export type Fixed<T extends Type, N extends number> = Word<"Fixed", [T, N]>;

/** Sorted by key, no key twice: `Map<Text, Text>`. In JSON an object. */
export type Map<K extends Type, V extends Type> = Word<"Map", [K, V]>;

/** A length in bytes before it: `Sized<u16, Text>`; around a structure it makes a window that the structure must fill exactly. */
export type Sized<N extends Unsigned, T extends Type> = Word<"Sized", [N, T]>;

/** A count of elements before them: `Counted<u8, Header[]>`, `Counted<u16, Map<u16, u64>>`. */
export type Counted<N extends Unsigned, T extends Type> = Word<"Counted", [N, T]>;

/** All that is left in the window: `Rest<Bytes>`, `Rest<Text>`, `Rest<Range[]>`, and a structure at the end of its window. */
export type Rest<T extends Type> = Word<"Rest", T>;

/** Bounds, both inclusive: of a number, of text and bytes in bytes, of lists and maps in elements. `Limit<u32, 1>` has no upper one. */
export type Limit<T extends Type, Min extends number | bigint, Max extends number | bigint = never> = T & Word<"Limit", [Min, Max]>;

/** Text that matches the whole of a regular expression (ASCII; see docs/spec-language.md for the dialect): `Pattern<Text, "[a-z]+">`. */
export type Pattern<T extends Text, Expression extends string> = T & Word<"Pattern", Expression>;

/** Lower-case hex in JSON: `Hex<Bytes<32>>`. */
export type Hex<T extends Bytes | Bytes<number>> = T & Word<"Hex">;
/** An array of integers 0–255 in JSON: `Ints<Bytes<16>>`. */
export type Ints<T extends Bytes | Bytes<number>> = T & Word<"Ints">;

export type Bounded = Integer | f32 | f64 | Text | Bytes;
