import type { Brand, Bytes, Const, Flags, Packed, Reserved, u16, u32, u64, u8 } from "meshwright/lang";
import type { EntityId } from "./identity.js";

/**
 * Opens a session: the first message of `Noise_IKpsk2_25519_ChaChaPoly_BLAKE2s` (e, es, s, ss, payload), with the prologue `meshwright/1`. The
 * receiver can tell from `mac1`, before any costly work, that the sender knows whom it talks to.
 */
export interface HandshakeInit extends Packed<224> {
  magic: Const<u16, 0x4857>;
  version: Const<u8, 1>;
  type: Const<u8, 1>;
  reserved: Reserved<4>;
  /** Random: by this id packets to the sender name the session. */
  senderId: u64;
  /** Not known yet. */
  receiverId: Const<u64, 0>;
  ephemeral: Bytes<32>;
  /** The sender's X25519 key, sealed. */
  sealedStatic: Bytes<48>;
  /** A `HandshakeInitPayload`, sealed. */
  sealedPayload: Bytes<88>;
  mac1: HandshakeMac;
  mac2: HandshakeMac;
}

/** What an opening says under seal. */
export interface HandshakeInitPayload extends Packed<72> {
  /** The sender. Its Montgomery form must be the static key of the handshake, compared in full. */
  identity: EntityId;
  /** When it was made: TAI64N. One that is not newer than the last from this identity gets a cookie. */
  timestamp: Bytes<12>;
  /** Keys of the mesh are rotated under these ids. */
  pskId: u32;
  /** Random for each start of a program; a new one resets all streams. */
  bootId: u64;
  features: Flags<u64, HandshakeFeature>;
  /** As in the frame. */
  senderId: u64;
}

/** Answers an opening: the second Noise message (e, ee, se, psk, payload). */
export interface HandshakeResponse extends Packed<136> {
  magic: Const<u16, 0x4857>;
  version: Const<u8, 1>;
  type: Const<u8, 2>;
  reserved: Reserved<4>;
  senderId: u64;
  /** The `senderId` of the opening. */
  receiverId: u64;
  ephemeral: Bytes<32>;
  /** A `HandshakeResponsePayload`, sealed. */
  sealedPayload: Bytes<48>;
  mac1: HandshakeMac;
  mac2: HandshakeMac;
}

/** What an answer says under seal. */
export interface HandshakeResponsePayload extends Packed<32> {
  bootId: u64;
  /** Those of the opening that the answering side has as well. */
  features: Flags<u64, HandshakeFeature>;
  /** As in the frame. */
  senderId: u64;
  /** As in the frame. */
  receiverId: u64;
}

/** Sent instead of an answer by a node under load, or to a stale opening: come again, and show with `mac2` that you can be reached where you say you are. */
export interface HandshakeCookie extends Packed<80> {
  magic: Const<u16, 0x4857>;
  version: Const<u8, 1>;
  type: Const<u8, 3>;
  reserved: Reserved<4>;
  /** Zero: a cookie makes no session. */
  senderId: Const<u64, 0>;
  /** The `senderId` of the opening. */
  receiverId: u64;
  nonce: Bytes<24>;
  /** 16 bytes under XChaCha20-Poly1305, with the opening's `mac1` as associated data. */
  sealedCookie: Bytes<32>;
}

/** 16 bytes of keyed BLAKE2s over the frame before it; all zero for a `mac2` without a cookie. */
export type HandshakeMac = Brand<"HandshakeMac", Bytes<16>>;

/** What a node can do beyond version 1 of the wire. */
export interface HandshakeFeature {
  /** Reads `StreamAckRanges`. */
  ackRanges: 1;
  /** Takes part in relaying. */
  relay: 2;
}
