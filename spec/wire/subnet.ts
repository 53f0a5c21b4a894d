import type { Const, Flags, Packed, Timestamp, u32, u64, u8 } from "meshwright/lang";
import type { EntityId, Signature } from "./identity.js";

/** Lets its subject take part in a subnet. Signed over `net.subnet.grant.v1` and bytes 0–134; at most 30 days. */
export interface SubnetGrant extends Packed<198> {
  version: Const<u8, 1>;
  authority: EntityId;
  /** The subnet and everything below it. */
  scope: u32;
  epoch: u32;
  issuer: EntityId;
  subject: EntityId;
  rights: Flags<u8, SubnetRight>;
  generation: u32;
  notBefore: Timestamp<"s">;
  notAfter: Timestamp<"s">;
  /** Random. */
  nonce: u64;
  signature: Signature;
}

export interface SubnetRight {
  attach: 1;
  route: 2;
  export: 4;
}
