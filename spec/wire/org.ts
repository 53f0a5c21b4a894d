import type { Brand, Bytes, Const, Embedded, Hex, Layout, Packed, Sized, Timestamp, u16, u32, u64, u8 } from "meshwright/lang";
import type { EntityId, Signature } from "./identity.js";

/** An organisation's ed25519 public key. */
export type OrgId = Brand<"OrgId", Hex<Bytes<32>>>;

/** An organisation's word that a program is one of its own. Signed by the organisation over `net-org-cert-v1` and bytes 0–92. */
export interface OrgMembershipCert extends Packed<156> {
  orgId: OrgId;
  member: EntityId;
  notBefore: Timestamp<"s">;
  notAfter: Timestamp<"s">;
  /** Certificates of a generation below the organisation's floor are revoked. */
  generation: u32;
  /** Random. */
  nonce: u64;
  signature: Signature;
}

/** Subprotocol 0x0C04: what a node can do, sealed for one audience. */
export interface ScopedAnnouncement extends Layout {
  version: Const<u8, 1>;
  /** Raised by every node that hands it on; outside the envelope that is signed. */
  hopCount: u8;
  envelopeVersion: Const<u8, 1>;
  provider: EntityId;
  org: OrgId;
  cert: Embedded<OrgMembershipCert>;
  audience: Bytes<32>;
  grantId: Bytes<32>;
  generation: u64;
  expires: u64;
  nonce: Bytes<24>;
  ciphertext: Sized<u16, Bytes>;
  signature: Signature;
}
