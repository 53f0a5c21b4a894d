import type { Duration, Enum, Layout, Limit, Packed, Sized, Text, u32, u64, u8 } from "meshwright/lang";

/** Says that the sender is there, and measures the round trip. Times are by the sender's own clock, which nobody else reads. */
export interface Heartbeat extends Packed<20> {
  /** When it was sent, in microseconds. */
  sentAt: u64;
  /** The `sentAt` of the last one that came from the peer; 0 before the first. */
  echo: u64;
  /** How long ago that was. */
  held: Duration<"us", u32>;
}

/** Asks whether the peer is at the address that it was sent to. */
export interface PathChallenge extends Packed<8> {
  /** Random. */
  token: u64;
}

/** Answers a challenge, to the address that it came from. */
export interface PathResponse extends Packed<8> {
  /** The challenge's. */
  token: u64;
}

/** The last packet of a session. */
export interface Close extends Layout {
  reason: CloseReason;
  /** For people. */
  detail: Limit<Sized<u8, Text>, 0, 200>;
}

export type CloseReason = Enum<u8, { shutdown: 0; refused: 1; idle: 2; superseded: 3 }>;
