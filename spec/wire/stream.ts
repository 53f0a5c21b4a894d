import type { Limit, Layout, Packed, Rest, u64 } from "meshwright/lang";

/** Subprotocol 0x0B00. The receiver of a stream says how much it has taken in, which lets the sender send as much again. */
export interface WindowGrant extends Packed<24> {
  streamId: u64;
  /** Bytes accepted since the stream began, packet overhead included. Only ever grows; a smaller one is stale. */
  totalConsumed: u64;
  /** The next sequence that the receiver expects; 0 on unreliable streams. */
  ackSeq: u64;
}

/** Subprotocol 0x0B01. The receiver of a reliable stream misses packets. */
export interface StreamNack extends Packed<24> {
  streamId: u64;
  /** The first sequence that is missing. */
  nextExpected: u64;
  /** Bit `i` set: sequence `nextExpected + 1 + i` is missing as well. */
  missingBitmap: u64;
}

/** Subprotocol 0x0B02. The sender has given up on a stream; the receiver drops its state. */
export interface StreamReset extends Packed<8> {
  streamId: u64;
}

/** Subprotocol 0x0B03. Which packets beyond the acknowledged ones have arrived, newest first. */
export interface StreamAckRanges extends Layout {
  streamId: u64;
  /** Everything below has arrived. */
  ackSeq: u64;
  /** Descending, not touching each other, all above `ackSeq`. */
  ranges: Limit<Rest<AckRange[]>, 1, 16>;
}

/** Packets that have arrived: from `start` up to, not including, `end`. */
export interface AckRange {
  start: u64;
  end: u64;
}
