import type { Adjacent, Compact, Empty, External, Internal, Json, Layout, Nullable, Packed, Sized, Tagged, Text, u8 } from "meshwright/lang";

/** Structures without fields, wherever one can be. */
export interface Hollow {}

export interface HollowPacked extends Packed<0> {}
export interface HollowLayout extends Layout {}
export interface HollowCompact extends Compact {}
export interface HollowJson extends Json {}

interface Hollows {
  first: Hollow;
  inPlace: {};
  none: Nullable<Hollow>;
}

export interface HollowsLayout extends Hollows, Layout {
  choice: Tagged<u8, HollowCases>;
  window: Sized<u8, Hollow>;
}
export interface HollowsCompact extends Hollows, Compact {
  maybe?: Hollow;
  choice: Tagged<u8, HollowCases>;
}
export interface HollowsJson extends Hollows, Json {
  maybe?: Hollow;
  beside: External<HollowCases>;
  inside: Internal<"kind", HollowCases>;
  apart: Adjacent<"kind", "content", HollowCases>;
}

export interface HollowCases {
  structure: Hollow;
  unit: Empty;
  written: {};
}

/** A union of one case. */
export type Only = Compact<Tagged<u8, { only: Empty }>>;

/** Least values of nothing at all. */
export interface Blank extends Json {
  text: Text;
  list: u8[];
}
