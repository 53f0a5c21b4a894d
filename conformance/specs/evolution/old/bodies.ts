/** What changes between the two generations. Each stands in one message of every encoding that can hold it. */
import type { Bit, Bits, Brand, Const, Counted, Empty, Enum, Flags, Limit, Open, Reserved, Sized, Tag, Tagged, Text, bool, u16, u8 } from "meshwright/lang";

export interface Choices {
  mood: Mood;
  step: Step;
  rights: Rights;
  word: Word;
  score: Score;
  level: Level;
}

export type Mood = Open<Enum<u16, { calm: 1 }>>;
export type Step = Enum<u8, { first: 0; second: 1; third: 2 }>;
export type Rights = Flags<u8, { read: 1; write: 2; share: 4 }>;
export type Word = Bits<u16, { length: Bit<6>; gap: Bit<4, Reserved>; urgent: Bit<1, bool>; rest: Bit<5, Reserved> }>;
export type Score = Brand<"Score", Limit<u16, 0, 100>>;
export type Level = Brand<"Level", Limit<u8, 0, 200>>;

export interface Signed {
  sign: Sign;
}
export type Sign = Bits<u8, { number: Bit<6>; gap: Bit<2, Reserved> }>;

export interface Spare {
  id: u16;
  spare: Reserved<2>;
}

export interface Versioned {
  version: Const<u8, 1>;
  id: u8;
}

export interface Painted {
  colour: u8;
}

export interface Wide {
  value: u16;
}

export interface Labelled {
  label: Limit<Sized<u8, Text>, 0, 4>;
}

export interface Shaped {
  shape: Shape;
  last: u8;
}
export type Shape = Tagged<u8, { dot: Empty; line: { length: u8 }; ring: Tag<5, { radius: u8 }> }>;

export interface Profile extends Open {
  id: u16;
}

export interface Settings {
  id: u16;
}

export interface Owned extends Open {
  id: u16;
}

export interface Dropped extends Open {
  id: u16;
  nickname?: Sized<u8, Text>;
}

export interface Strict {
  id: u16;
  nickname?: Sized<u8, Text>;
}

export interface Album {
  members: Counted<u8, Sized<u8, Member>[]>;
  last: u8;
}
export interface Member extends Open {
  id: u8;
}

export interface Items {
  items: Counted<u8, u8[]>;
}
