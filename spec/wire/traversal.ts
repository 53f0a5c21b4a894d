import type { Be, Bytes, Const, Embedded, Enum, Layout, Packed, Tag, Tagged, Timestamp, u16, u32, u64, u8 } from "meshwright/lang";
import type { NodeId } from "./identity.js";

/** An address in a fixed 19 bytes. */
export interface ReflexAddress extends Packed<19> {
  family: AddressFamily;
  /** Of an IPv4 address the first four; the others are zero. */
  octets: Bytes<16>;
  port: Be<u16>;
}

export type AddressFamily = Enum<u8, { ipv4: 4; ipv6: 6 }>;

/** Subprotocol 0x0D01: two nodes behind NATs arrange to meet, through a third. Integers are big-endian, as in the reference. */
export type RendezvousMessage = Layout<
  Tagged<
    u8,
    {
      /** To the coordinator: introduce me to the target. */
      punchRequest: Tag<1, { target: Be<u64>; punchId: Be<u32>; ownReflex: Embedded<ReflexAddress> }>;
      /** From the coordinator: fire at the peer, at that time. */
      punchIntroduce: { peer: Be<u64>; peerReflex: Embedded<ReflexAddress>; fireAt: Be<Timestamp<"ms">> };
      /** The coordinator hands it on to `to`. */
      punchAck: { from: Be<u64>; to: Be<u64>; punchId: Be<u32> };
      punchReject: { target: Be<u64>; punchId: Be<u32>; reason: PunchRejection };
    }
  >
>;

export type PunchRejection = Enum<u8, { rateLimited: 1; unknownReflex: 2; noSession: 3; reflexMismatch: 4 }>;

/** A bare datagram that opens a way through a NAT; sent at the time of firing and twice shortly after. */
export interface PunchKeepAlive extends Packed<14> {
  magic: Const<u16, 0x4850>;
  sender: NodeId;
  punchId: u32;
}
