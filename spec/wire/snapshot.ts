import type { Bytes, Const, Counted, Embedded, Layout, Nullable, Sized, Timestamp, u16, u32, u64, u8 } from "meshwright/lang";
import type { CausalLink } from "./causal.js";
import type { ChannelName } from "./channel.js";
import type { EntityId, IdentityEnvelope } from "./identity.js";

/** Subprotocol 0x0401: a stateful program, frozen. */
export interface ProgramSnapshot extends Layout {
  /** `CDS1` in ASCII. */
  magic: Const<Bytes, "43445331">;
  version: Const<u8, 2>;
  entityId: EntityId;
  /** The last event that the state contains; the link's sequence. */
  throughSeq: u64;
  link: Embedded<CausalLink>;
  createdAt: Timestamp<"ns">;
  state: Sized<u32, Bytes>;
  bindings: Sized<u32, ProgramBindings>;
  /** The program's identity, when it moves with it. */
  envelope: Nullable<Embedded<IdentityEnvelope>>;
}

/** The channels that a program is subscribed to. */
export interface ProgramBindings {
  subscriptions: Counted<u32, ProgramSubscription[]>;
}

export interface ProgramSubscription {
  publisher: u64;
  name: Sized<u16, ChannelName>;
  token: Nullable<Sized<u16, Bytes>>;
}
