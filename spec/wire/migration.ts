import type { Bytes, Counted, Embedded, Empty, Layout, Limit, Sized, Tagged, Text, Timestamp, u16, u32, u64, u8 } from "meshwright/lang";
import type { CausalLink } from "./causal.js";
import type { NodeId } from "./identity.js";

/**
 * Subprotocol 0x0500: moves a stateful program from one node to another. In each message `origin` is the program's origin hash. The reference
 * tolerates bytes after a message; here they are refused.
 */
export type MigrationMessage = Layout<
  Tagged<
    u8,
    {
      /** To the source: begin. */
      takeSnapshot: { origin: u64; targetNode: NodeId };
      /** One piece of the program's state. */
      snapshotReady: {
        origin: u64;
        /** The last event that the state contains. */
        seqThrough: u64;
        chunkIndex: u32;
        totalChunks: Limit<u32, 0, 700000>;
        /** At most 7,000 bytes. */
        bytes: Limit<Sized<u32, Bytes>, 0, 7000>;
      };
      restoreComplete: { origin: u64; restoredSeq: u64 };
      replayComplete: { origin: u64; replayedSeq: u64; link: Embedded<CausalLink> };
      /** From now on the target is the program. */
      cutoverNotify: { origin: u64; targetNode: NodeId };
      cleanupComplete: { origin: u64 };
      failed: { origin: u64; code: MigrationFailure };
      /** Events that arrived at the source meanwhile. */
      bufferedEvents: { origin: u64; events: Counted<u32, BufferedEvent[]> };
      activateTarget: { origin: u64 };
      activateAck: { origin: u64; replayedSeq: u64 };
    }
  >
>;

/** Why a migration failed. Only `notReady` is worth another try. */
export type MigrationFailure = Tagged<
  u16,
  {
    notReady: Empty;
    /** The target does not know how to make such a program. */
    noFactory: Empty;
    computeUnsupported: Empty;
    state: { detail: Sized<u16, Text> };
    alreadyMigrating: Empty;
    identityTransport: { detail: Sized<u16, Text> };
    notReadyTimeout: { attempts: u8 };
  }
>;

export interface BufferedEvent {
  link: Embedded<CausalLink>;
  payload: Limit<Sized<u32, Bytes>, 0, 7000>;
  receivedAt: u64;
}
