import type { Const, Enum, Flags, Open, Packed, Reserved, u16, u32, u64, u8 } from "meshwright/lang";

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
  /** Which protocol the events belong to, a `Subprotocol`; 0 is the event plane. Receivers drop those they do not know. */
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

/** What the events of a packet are. Between `heartbeat` and `close` stand those that keep two nodes together; the others are named after what they carry. */
export type Subprotocol = Open<
  Enum<
    u16,
    {
      /** The application's own. */
      events: 0;
      heartbeat: 0x0100;
      pathChallenge: 0x0101;
      pathResponse: 0x0102;
      probe: 0x0103;
      probeAck: 0x0104;
      close: 0x0105;
      pingwave: 0x0110;
      traceProbe: 0x0111;
      traceAnswer: 0x0112;
      pingwaveRequest: 0x0113;
      causal: 0x0400;
      snapshot: 0x0401;
      migration: 0x0500;
      negotiation: 0x0600;
      forkAnnouncement: 0x0701;
      continuityProof: 0x0702;
      membership: 0x0a00;
      windowGrant: 0x0b00;
      streamNack: 0x0b01;
      streamReset: 0x0b02;
      streamAckRanges: 0x0b03;
      /** A packet of a reliable stream that is larger than the path carries now, as an unreliable event: its `PacketHeader`, then its payload. */
      splitPacket: 0x0b04;
      capabilities: 0x0c00;
      routeWithdrawal: 0x0c01;
      scopedCapabilities: 0x0c04;
      reflex: 0x0d00;
      rendezvous: 0x0d01;
      logReplication: 0x0e00;
      query: 0x0f00;
      fold: 0x1000;
      blobTransfer: 0x1100;
    }
  >
>;
