import type { Brand, Bytes, Const, Enum, Layout, Limit, Pattern, Sized, Text, bool, u16, u64, u8 } from "meshwright/lang";

/**
 * Names a channel: segments of `a-z 0-9 - _ .` joined by `/`, 1 to 255 bytes; no segment is empty, `.` or `..`. There is no other
 * spelling of a name: upper case is refused, not folded.
 */
export type ChannelName = Brand<
  "ChannelName",
  Limit<Pattern<Text, "([a-z0-9_-]|\\.[a-z0-9_-]|\\.\\.[a-z0-9_.-])[a-z0-9_.-]*(/([a-z0-9_-]|\\.[a-z0-9_-]|\\.\\.[a-z0-9_.-])[a-z0-9_.-]*)*">, 1, 255>
>;

/**
 * Subprotocol 0x0A00: asks a publisher for the events of a channel. The reference also reads a message that ends after the name; here
 * the token's length is always there.
 */
export interface Subscribe extends Layout {
  kind: Const<u8, 0>;
  /** Random; the acknowledgement repeats it. */
  nonce: u64;
  name: Sized<u8, ChannelName>;
  /** A token chain, empty without one. Kept as bytes: one that does not parse counts as no credential, it does not spoil the message. */
  token: Sized<u16, Bytes>;
  /** Queue group: of its members, each event reaches exactly one. Left out, never empty, for a plain subscription. */
  group?: Sized<u8, Limit<Text, 1, 255>>;
}

/** Subprotocol 0x0A00: ends a subscription. */
export interface Unsubscribe extends Layout {
  kind: Const<u8, 1>;
  /** Random; the acknowledgement repeats it. */
  nonce: u64;
  name: Sized<u8, ChannelName>;
}

/** Subprotocol 0x0A00: the publisher's answer. */
export interface MembershipAck extends Layout {
  kind: Const<u8, 2>;
  /** From the message that is answered. */
  nonce: u64;
  accepted: bool;
  reason: MembershipReason;
}

/** Why a membership was refused. */
export type MembershipReason = Enum<
  u8,
  {
    none: 0;
    unauthorized: 1;
    unknownChannel: 2;
    rateLimited: 3;
    /** The publisher keeps a bound on channels per peer. */
    tooManyChannels: 4;
  }
>;
