/** @module service.sidecar */
import type { Enum, Field, Proto, Retired, Text, f64, i32, i64, u32 } from "meshwright/lang";

/**
 * A node: an ordinary document of the collection `nodes`, keyed by its id. In documents members are in snake_case and enums are numbers. What the reserved fields hold is not
 * stated; here and in the other messages, docs/catalogue-gaps.md lists them.
 */
export interface Node extends Proto, Retired<2 | 9 | 11 | "nodeType" | "capabilities" | "callsign"> {
  id: Field<1, Text>;
  name: Field<3, Text>;
  status: Field<4, NodeStatus>;
  latitude: Field<5, f64>;
  longitude: Field<6, f64>;
  /** In metres. */
  altitudeM: Field<7, f64>;
  readiness: Field<8, f64>;
  unitId?: Field<10, Text>;
}

export type NodeStatus = Enum<i32, { ready: 1; busy: 2; degraded: 3; offline: 4 }>;

/** A cell: a document of the collection `cells`. */
export interface Cell extends Proto, Retired<7 | "capabilities"> {
  id: Field<1, Text>;
  name: Field<2, Text>;
  status: Field<3, CellStatus>;
  nodeCount: Field<4, u32>;
  centerLatitude: Field<5, f64>;
  centerLongitude: Field<6, f64>;
  formationId?: Field<8, Text>;
  leaderId?: Field<9, Text>;
}

export type CellStatus = Enum<i32, { active: 1; inactive: 2; offline: 3 }>;

/** A track: a document of the collection `tracks`. */
export interface Track extends Proto, Retired<2 | 8 | 9 | 10 | 12 | "sourceNode" | "cepM" | "headingDeg" | "speedMps" | "confidence"> {
  id: Field<1, Text>;
  cellId?: Field<3, Text>;
  formationId?: Field<4, Text>;
  latitude: Field<5, f64>;
  longitude: Field<6, f64>;
  /** In metres. */
  altitudeM?: Field<7, f64>;
  classification: Field<11, Text>;
  category: Field<13, TrackCategory>;
}

export type TrackCategory = Enum<i32, { person: 1; vehicle: 2; ground: 3; air: 4; unknown: 5 }>;

/** A command to its target: a document of the collection `commands`. */
export interface Command extends Proto, Retired<3 | "commandType"> {
  id: Field<1, Text>;
  targetId: Field<2, Text>;
  status: Field<4, CommandStatus>;
  createdAt: Field<5, i64>;
  expiresAt: Field<6, i64>;
  /** One JSON value. */
  payloadJson: Field<7, Text>;
}

export type CommandStatus = Enum<i32, { pending: 1; executing: 2; completed: 3; failed: 4; cancelled: 5 }>;

export interface PutNodeRequest extends Proto {
  node: Field<1, Node>;
}
export interface PutNodeResponse extends Proto {}
export interface GetNodesRequest extends Proto {}
export interface GetNodesResponse extends Proto {
  nodes: Field<1, Node[]>;
}

export interface PutCellRequest extends Proto {
  cell: Field<1, Cell>;
}
export interface PutCellResponse extends Proto {}
export interface GetCellsRequest extends Proto {}
export interface GetCellsResponse extends Proto {
  cells: Field<1, Cell[]>;
}

export interface PutTrackRequest extends Proto {
  track: Field<1, Track>;
}
export interface PutTrackResponse extends Proto {}
export interface GetTracksRequest extends Proto {}
export interface GetTracksResponse extends Proto {
  tracks: Field<1, Track[]>;
}

export interface PutCommandRequest extends Proto {
  command: Field<1, Command>;
}
export interface PutCommandResponse extends Proto {}
export interface GetCommandsRequest extends Proto {}
export interface GetCommandsResponse extends Proto {
  commands: Field<1, Command[]>;
}
