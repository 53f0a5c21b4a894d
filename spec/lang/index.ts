/**
 * The vocabulary that specs are written in. Types only: nothing here runs. The generator reads a spec's source and knows these
 * words by where they come from, so a spec imports them by name:
 *
 *     import type { Layout, Sized, Text, u8, u64 } from "meshwright/lang";
 */
export type * from "./numbers.js";
export type * from "./sizes.js";
export type * from "./choices.js";
export type * from "./encodings.js";
export type * from "./values.js";
export type * from "./api.js";
