/** What changes between the two generations. Each stands in one message of every encoding that can hold it. */
import type { Bit, Bits, Brand, Const, Counted, Empty, Enum, Flags, Limit, Open, Reserved, Retired, Sized, Tag, Tagged, Text, bool, u16, u32, u8 } from "meshwright/lang";

export interface Choices {
  mood: Mood;
  step: Step;
  rights: Rights;
  word: Word;
  score: Score;
  level: Level;
}

export type Mood = Open<Enum<u16, { calm: 1; brisk: 2 }>>;
export type Step = Enum<u8, StepMember, Retired<1 | "second">>;
export interface StepMember {
  first: 0;
  /** @deprecated Use fourth. */
  third: 2;
  /** @since 2.0.0 */
  fourth: 3;
}
export type Rights = Flags<u8, { read: 1; write: 2; admin: 8 }, Retired<4 | "share">>;
export type Word = Bits<u16, { length: Bit<8>; gap: Bit<2, Reserved>; urgent: Bit<1, bool>; rest: Bit<5, Reserved> }>;
export type Score = Brand<"Score", Limit<u16, 0, 1000>>;
export type Level = Brand<"Level", Limit<u8, 0, 100>>;

export interface Signed {
  sign: Sign;
}
export type Sign = Bits<u8, { number: Bit<6>; mode: Bit<2> }>;

export interface Spare {
  id: u16;
  owner: u16;
}

export interface Versioned {
  version: Const<u8, 2>;
  id: u8;
}

export interface Painted {
  /** @json colour */
  color: u8;
}

export interface Wide {
  value: u32;
}

export interface Labelled {
  label: Limit<Sized<u8, Text>, 0, 8>;
}

export interface Shaped {
  shape: Shape;
  last: u8;
}
export type Shape = Tagged<u8, { dot: Empty; ring: Tag<5, { radius: u8 }>; box: { width: u8; height: u8 } }, Retired<1 | "line">>;

export interface Profile extends Open {
  id: u16;
  /** @since 2.0.0 */
  name?: Sized<u8, Text>;
  /** @since 2.0.0 */
  age?: u8;
}

export interface Settings {
  id: u16;
  theme?: u8;
}

export interface Owned extends Open {
  id: u16;
  owner: u16;
}

export interface Dropped extends Open, Retired<"nickname"> {
  id: u16;
}

export interface Strict extends Retired<"nickname"> {
  id: u16;
}

export interface Album {
  members: Counted<u8, Sized<u8, Member>[]>;
  last: u8;
}
export interface Member extends Open {
  id: u8;
  rank?: u8;
}

export interface Items {
  items: Counted<u8, u8[]>;
}
