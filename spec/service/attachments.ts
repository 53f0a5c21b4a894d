/** @module service.sidecar */
import type { Bytes, Enum, Field, Proto, Retired, Tag, Tagged, Text, bool, i32, u32, u64 } from "meshwright/lang";

/** Sends files to other nodes. */
export interface SendAttachmentsRequest extends Proto {
  files: Field<1, FileSpec[]>;
  scope: Field<2, Scope>;
  priority: Field<3, Priority>;
  bundleId?: Field<4, Text>;
}

/** A file: a root that is known by its name, and the path below it. */
export interface FileSpec extends Proto {
  rootName: Field<1, Text>;
  relativePath: Field<2, Text>;
  sizeBytes: Field<3, u64>;
  sha256: Field<4, Bytes>;
  contentType?: Field<5, Text>;
  displayName?: Field<6, Text>;
}

/** For whom files are. One more case, `allNodes`, is kept free: what it carries is not stated. */
export type Scope = Proto<
  Tagged<
    u32,
    {
      nodeList: Tag<2, NodeList>;
      formation: Tag<3, FormationScope>;
      capable: Tag<4, CapableScope>;
    },
    Retired<1 | "allNodes">
  >
>;

export interface NodeList extends Proto {
  nodeIds: Field<1, Text[]>;
}

export interface FormationScope extends Proto {
  formationId: Field<1, Text>;
}

export interface CapableScope extends Proto {}

export type Priority = Enum<i32, { bulk: 1; low: 2; routine: 3; priority: 4; critical: 5 }>;

export interface SendAttachmentsResponse extends Proto {
  bundleId: Field<1, Text>;
  /** One for each file. */
  handles: Field<2, AttachmentHandle[]>;
}

/** Names one file of a bundle in later calls. */
export interface AttachmentHandle extends Proto {
  /** Into the files of the request. */
  fileIndex: Field<1, u32>;
  blobToken: Field<2, Text>;
  distributionId: Field<3, Text>;
}

export interface GetAttachmentDistributionRequest extends Proto {
  distributionId: Field<1, Text>;
}

/** How far a file has come. */
export interface GetAttachmentDistributionResponse extends Proto {
  status: Field<1, DistributionStatus>;
  bytesTransferred: Field<2, u64>;
  bytesTotal: Field<3, u64>;
  perNode: Field<4, NodeDistribution[]>;
  error?: Field<5, Text>;
}

export type DistributionStatus = Enum<i32, { pending: 1; inProgress: 2; completed: 3; partial: 4; failed: 5; cancelled: 6 }>;

export interface NodeDistribution extends Proto {
  nodeId: Field<1, Text>;
  status: Field<2, DistributionStatus>;
  bytesTransferred: Field<3, u64>;
}

export interface SubscribeAttachmentBundleRequest extends Proto {
  bundleId: Field<1, Text>;
}

/** A step of one file of the bundle. */
export interface SubscribeAttachmentBundleResponse extends Proto, Retired<6 | "changedNode"> {
  distributionId: Field<1, Text>;
  blobToken: Field<2, Text>;
  status: Field<3, DistributionStatus>;
  bytesTransferred: Field<4, u64>;
  bytesTotal: Field<5, u64>;
  error?: Field<7, Text>;
}

export interface CancelAttachmentDistributionRequest extends Proto {
  distributionId: Field<1, Text>;
}

export interface CancelAttachmentDistributionResponse extends Proto {
  /** False if there was nothing to cancel. */
  wasCancelled: Field<1, bool>;
}
