import type { Brand, Bytes, Const, Counted, Embedded, Flags, Hex, Layout, Limit, Packed, Timestamp, u32, u64, u8 } from "meshwright/lang";

/** Who a program is: an ed25519 public key. */
export type EntityId = Brand<"EntityId", Hex<Bytes<32>>>;

/** An ed25519 signature. */
export type Signature = Brand<"Signature", Hex<Bytes<64>>>;

/** The first 8 bytes, little-endian, of a keyed BLAKE2s-256 of an entity id (key `net-node-id-v1`). It only routes; it proves nothing. */
export type NodeId = Brand<"NodeId", u64>;

/** Lets its subject act on a channel, on the word of its issuer. The issuer signs bytes 0–105. */
export interface PermissionToken extends Packed<169> {
  issuer: EntityId;
  subject: EntityId;
  scope: Flags<u32, TokenScope>;
  /** The canonical channel hash; ignored under `wildcard`. 0 is no wildcard. */
  channelHash: u64;
  /** Tokens of a generation below the issuer's floor are revoked. */
  issuerGeneration: u32;
  notBefore: Timestamp<"s">;
  /** Exclusive. */
  notAfter: Timestamp<"s">;
  /** How many further tokens may stand between this one and a user of it. */
  delegationDepth: u8;
  /** Random. */
  nonce: u64;
  signature: Signature;
}

/** What a token allows. */
export interface TokenScope {
  publish: 1;
  subscribe: 2;
  admin: 4;
  /** Pass a part of it on. */
  delegate: 8;
  /** On any channel. */
  wildcard: 16;
}

/** Tokens from a root of trust down to the presenter: each issuer is the subject before. */
export interface TokenChain extends Layout {
  /** The root first. */
  tokens: Limit<Counted<u8, Embedded<PermissionToken>[]>, 1, 8>;
}

/**
 * An issuer's word that its tokens below a generation are void. It counts for ever, whoever shows it; of two, the one with the higher floor. The issuer
 * signs `meshwright-revocation-v1` and bytes 0–36.
 */
export interface TokenRevocation extends Packed<100> {
  issuer: EntityId;
  /** The lowest generation that still counts. */
  floor: u32;
  signature: Signature;
}

/** Carries an identity's secret seed to the node that a program migrates to, sealed so that only that node can open it. */
export interface IdentityEnvelope extends Packed<209> {
  version: Const<u8, 1>;
  /** X25519 key of the receiver. */
  targetPub: Bytes<32>;
  /** X25519 key made for this envelope. */
  ephemeralPub: Bytes<32>;
  /** The 32-byte ed25519 seed under XChaCha20-Poly1305, tag included. */
  sealedSeed: Bytes<48>;
  /** ed25519 key of the signer. */
  signerPub: EntityId;
  /** Over the target's key and the causal link that the seed belongs to. */
  signature: Signature;
}
