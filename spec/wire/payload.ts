import type { Bytes, Layout, Rest, Sized, u16, u32 } from "meshwright/lang";

/** What a packet carries, once opened: events, as many as its header counts. */
export interface PacketPayload extends Layout {
  events: Rest<PacketEvent[]>;
}

export interface PacketEvent {
  data: Sized<u32, Bytes>;
}

/** The payload of a packet with the flag `fragment`: a piece of an event that is too large for one. Its pieces have consecutive sequences. */
export interface Fragment extends Layout {
  /** Counts from 0. */
  index: u16;
  /** How many pieces there are. */
  count: u16;
  /** Bytes of the whole event. */
  total: u32;
  data: Rest<Bytes>;
}
