import type { Brand, Bytes, Embedded, Enum, Layout, Limit, Pattern, Sized, Tagged, Text, u16, u64, u8 } from "meshwright/lang";
import type { TokenRevocation } from "./identity.js";

/**
 * Names a channel: segments of `a-z 0-9 - _ .` joined by `/`, 1 to 255 bytes; no segment is empty, `.` or `..`. There is no other
 * spelling of a name: upper case is refused, not folded.
 */
export type ChannelName = Brand<
  "ChannelName",
  Limit<Pattern<Text, "([a-z0-9_-]|\\.[a-z0-9_-]|\\.\\.[a-z0-9_.-])[a-z0-9_.-]*(/([a-z0-9_-]|\\.[a-z0-9_-]|\\.\\.[a-z0-9_.-])[a-z0-9_.-]*)*">, 1, 255>
>;

/** Stands for the channel of this name and all whose names go on with `/` after it. An empty one stands for every channel. */
export type ChannelPrefix = Brand<
  "ChannelPrefix",
  Limit<Pattern<Text, "(([a-z0-9_-]|\\.[a-z0-9_-]|\\.\\.[a-z0-9_.-])[a-z0-9_.-]*(/([a-z0-9_-]|\\.[a-z0-9_-]|\\.\\.[a-z0-9_.-])[a-z0-9_.-]*)*)?">, 0, 255>
>;

/**
 * Subprotocol 0x0A00: who gets the events of which channels. The reference has the first two and an acknowledgement, without prefixes, reliability
 * and names.
 */
export type MembershipMessage = Layout<
  Tagged<
    u8,
    {
      /** To a publisher: send me these events. */
      subscribe: {
        /** Names the subscription from now on, and is the id of the stream on which its events come. Never used again. */
        subscription: u64;
        channels: ChannelPattern;
        delivery: ChannelDelivery;
        /** A `TokenChain`, empty without one. Kept as bytes: one that does not parse counts as no credential, it does not spoil the message. */
        token: Sized<u16, Bytes>;
        /** Queue group: of its members, each event reaches exactly one. Empty for a plain subscription. */
        group: Sized<u8, Text>;
      };
      /** To a publisher: no more of these. */
      unsubscribe: { subscription: u64 };
      /** To a subscriber: events will come. */
      accepted: { subscription: u64 };
      /** To a subscriber: none will come, or no more. */
      refused: { subscription: u64; reason: MembershipReason };
      /** To a subscriber, before the first event of a channel: its name, and by what right it is published. */
      announce: {
        name: Sized<u8, ChannelName>;
        /** A `TokenChain`, empty without one. */
        token: Sized<u16, Bytes>;
      };
      /** To every peer: tokens are void. Who did not know it tells its own peers. */
      revoke: { revocation: Embedded<TokenRevocation> };
    }
  >
>;

/** One channel, or many. */
export type ChannelPattern = Tagged<
  u8,
  {
    name: { name: Sized<u8, ChannelName> };
    prefix: { prefix: Sized<u8, ChannelPrefix> };
  }
>;

/** How the events of a subscription travel. */
export type ChannelDelivery = Enum<
  u8,
  {
    /** At once, and perhaps in vain. */
    unreliable: 0;
    /** On a reliable stream: whole, once, in the order of their publisher, and no faster than they are taken. */
    reliable: 1;
  }
>;

/** Why a subscription was refused, or ended. */
export type MembershipReason = Enum<
  u8,
  {
    /** No token chain allows it. */
    unauthorized: 1;
    /** The publisher does not publish there to the subscriber's subnet. */
    notVisible: 2;
    /** Too many subscriptions without the right to them; try again later. */
    rateLimited: 3;
    /** The publisher keeps a bound on subscriptions. */
    tooMany: 4;
    /** A token's time is over. */
    expired: 5;
    /** A token's generation was revoked. */
    revoked: 6;
    /** It took nothing for so long that it held producers up. */
    tooSlow: 7;
  }
>;
