/** @module service.sidecar */
import type { Enum, Field, Proto, Text, bool, i32, u32 } from "meshwright/lang";

export interface GetStatusRequest extends Proto {}

/** The node as it is now. */
export interface GetStatusResponse extends Proto {
  nodeId: Field<1, Text>;
  /** The endpoint's id in hex, without a host or a port. */
  endpointAddr: Field<2, Text>;
  syncActive: Field<3, bool>;
  connectedPeers: Field<4, u32>;
  phase: Field<5, NodePhase>;
}

/** How far a node is in its life. A node that answers is ready or syncing. */
export type NodePhase = Enum<i32, { initializing: 1; ready: 2; syncing: 3; shuttingDown: 4 }>;

export interface ConnectPeerRequest extends Proto {
  endpointId: Field<1, Text>;
  /** Each a host and a port, `host:port`. */
  addresses: Field<2, Text[]>;
  relayUrl: Field<3, Text>;
}

export interface ConnectPeerResponse extends Proto {}

export interface DisconnectPeerRequest extends Proto {
  endpointId: Field<1, Text>;
}

export interface DisconnectPeerResponse extends Proto {}

export interface ListPeersRequest extends Proto {}

export interface ListPeersResponse extends Proto {
  peers: Field<1, PeerInfo[]>;
}

/** A node that this one knows. */
export interface PeerInfo extends Proto {
  endpointId: Field<1, Text>;
  addresses: Field<2, Text[]>;
  connected: Field<3, bool>;
}
