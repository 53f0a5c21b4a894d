import type { Const, Flags, Packed, Reserved, u16, u32, u64, u8 } from "meshwright/lang";

/**
 * First 64 bytes of every datagram: one cache line. Bytes 0–24 travel in clear, so that a receiver can find the session and its keys; bytes
 * 24–64 are encrypted together with the payload, so nobody on the path sees streams, channels or origins. A datagram is this header, `payloadLength` bytes
 * and a 16-byte tag.
 */
export interface PacketHeader extends Packed<64> {
  /** Tells a packet from a handshake and from a relayed packet. */
  magic: Const<u16, 0x574d>;
  /** Version of the wire. */
  version: Const<u8, 1>;
  flags: Flags<u8, PacketFlag>;
  /** Which protocol the events belong to; 0 is the event plane. Receivers drop those they do not know. */
  subprotocol: u16;
  /** 0 is the ordinary one. */
  priority: u8;
  reserved: Reserved<1>;
  /** The key epoch that sealed the packet. */
  sessionId: u64;
  /** Counts the packets of one direction of a session; the AEAD nonce is made from it. Never twice the same. */
  counter: u64;
  streamId: u64;
  /** Counts the packets of a stream from 0. */
  sequence: u64;
  /** Origin hash of the node that published the events, which may not be the peer. */
  origin: u64;
  /** Channel hash: the first 8 bytes of a keyed BLAKE2s-256 of the channel's name; 0 outside channels. */
  channel: u64;
  /** One byte a level, the top one first; 0 is global. */
  subnet: u32;
  /** Bytes of payload after this header, the tag not counted. */
  payloadLength: u16;
  /** Events in the payload, each a u32 length and its bytes. */
  eventCount: u16;
}

/** What kind of packet it is. */
export interface PacketFlag {
  /** Acknowledged and sent again when lost. */
  reliable: 1;
  /** The payload is a piece of one event. */
  fragment: 2;
  /** The last packet of its stream. */
  fin: 4;
}

/**
 * Stands before a packet that is relayed. A relay reads only this, never the packet, which it hands on unchanged; a 16-byte tag keyed by the
 * neighbours' session follows the packet.
 */
export interface RoutingHeader extends Packed<24> {
  magic: Const<u16, 0x5257>;
  /** Hops that are left; a relay that would make it negative drops the packet. */
  ttl: u8;
  /** Hops behind it. */
  hops: u8;
  /** The reference masks the high nibble off; here unknown bits are refused. */
  flags: Flags<u8, RoutingFlag>;
  reserved: Reserved<3>;
  /** Node id of the sender. */
  source: u64;
  /** Node id of the receiver. */
  destination: u64;
}

/** How a relayed packet wants to be treated. */
export interface RoutingFlag {
  control: 1;
  requiresAck: 2;
  priority: 4;
  endOfStream: 8;
}
