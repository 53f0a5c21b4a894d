import type { Bit, Bits, Brand, Bytes, Const, Counted, Enum, Flags, Layout, Limit, Packed, Reserved, Sized, Text, Timestamp, u16, u32, u64, u8 } from "meshwright/lang";

/** One record's entry in a log's `idx` file. Appended after the payload, so that a torn write is seen. */
export interface IndexRecord extends Packed<20> {
  seq: u64;
  /** Where the payload begins in the `dat` file. Of an inline record, the first 4 of its 8 payload bytes. */
  offset: u32;
  /** Bytes of payload. Of an inline record, the last 4 of its 8 payload bytes. */
  len: u32;
  flagsAndChecksum: IndexBits;
}

export type IndexBits = Bits<
  u32,
  {
    /** Low 28 bits of the XXH3-64 of the payload. */
    checksum: Bit<28>;
    flags: Bit<4, Flags<u8, IndexFlag>>;
  }
>;

/** What kind of record it is. */
export interface IndexFlag {
  /** Written over by compaction; not in use yet. */
  compacted: 0x2;
  /** Deletes; not in use yet. */
  tombstone: 0x4;
  /** The payload is exactly 8 bytes and stands in `offset` and `len`. */
  inline: 0x8;
}

/** Names the generation of files that a log is in. Replaced as a whole, by renaming. */
export interface Manifest extends Packed<16> {
  /** `REDM` in ASCII. */
  magic: Const<Bytes, "5245444d">;
  version: Const<u8, 1>;
  /** Counts from 1. */
  generation: Limit<u32, 1>;
  reserved: Reserved<3>;
  /** Low half of the XXH3-64 of bytes 0–12. */
  checksum: u32;
}

/** One record's entry in a log's `ts` file. */
export interface TimeRecord extends Packed<8> {
  /** When the record was appended. */
  appendedAt: Timestamp<"ns">;
}

/** Names a log between replicas: a keyed BLAKE2s-256 of its channel's name (key `redex-channel-id-v1`). */
export type LogId = Brand<"LogId", Bytes<32>>;

/** Subprotocol 0x0E00: a replica asks for records. The reference also reads 55 bytes, without the class; here it is always there. */
export interface SyncRequest extends Packed<56> {
  subprotocol: Const<u16, 0x0e00>;
  dispatch: Const<u8, 0x20>;
  channelId: LogId;
  /** The first sequence wanted. */
  sinceSeq: u64;
  /** At most so many bytes in one answer. */
  chunkMax: u32;
  /** The answer repeats it. */
  requestId: u64;
  class: SyncClass;
}

/** How urgent a replica's request is. */
export type SyncClass = Enum<u8, { foreground: 0; background: 1; realtime: 2 }>;

/** Subprotocol 0x0E00: records for a replica. */
export interface SyncResponse extends Layout {
  subprotocol: Const<u16, 0x0e00>;
  dispatch: Const<u8, 0x21>;
  channelId: LogId;
  /** Sequence of the first record in this answer. */
  firstSeq: u64;
  /** The oldest record that the leader still has. */
  leaderFirstRetained: u64;
  requestId: u64;
  entries: Counted<u32, SyncEntry[]>;
}

export interface SyncEntry {
  seq: u64;
  payload: Sized<u32, Bytes>;
}

/** Subprotocol 0x0E00: a member of a log says where it is. */
export interface SyncHeartbeat extends Packed<52> {
  subprotocol: Const<u16, 0x0e00>;
  dispatch: Const<u8, 0x22>;
  channelId: LogId;
  /** The last sequence that it has. */
  tailSeq: u64;
  role: ReplicaRole;
  wallClockMs: Timestamp<"ms">;
}

export type ReplicaRole = Enum<u8, { leader: 0; replica: 1; candidate: 2; idle: 3 }>;

/** Subprotocol 0x0E00: a request cannot be met. */
export interface SyncNack extends Layout {
  subprotocol: Const<u16, 0x0e00>;
  dispatch: Const<u8, 0x23>;
  channelId: LogId;
  sinceSeq: u64;
  code: SyncNackCode;
  leaderFirstRetained: u64;
  requestId: u64;
  /** For people. */
  detail: Sized<u16, Text>;
}

export type SyncNackCode = Enum<u8, { notLeader: 1; badRange: 2; backpressure: 3; channelClosed: 4 }>;
