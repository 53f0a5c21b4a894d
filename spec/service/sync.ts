/** @module service.sidecar */
import type { Field, Proto, bool, u32, u64 } from "meshwright/lang";

export interface StartSyncRequest extends Proto {}
export interface StartSyncResponse extends Proto {}

export interface StopSyncRequest extends Proto {}
export interface StopSyncResponse extends Proto {}

export interface GetSyncStatsRequest extends Proto {}

/** Whether documents are being kept in step with other nodes, and what that has taken so far. */
export interface GetSyncStatsResponse extends Proto {
  syncActive: Field<1, bool>;
  connectedPeers: Field<2, u32>;
  bytesSent: Field<3, u64>;
  bytesReceived: Field<4, u64>;
}
