/** @module service.sidecar */
import type { Enum, Field, Proto, Text, Unit, i32, u64 } from "meshwright/lang";

/** How a collection treats documents that are deleted. */
export interface CollectionConfig extends Proto {
  collection: Field<1, Text>;
  deletionPolicy: Field<2, DeletionPolicy>;
  softDeleteTtlSecs?: Field<3, Unit<u64, "s">>;
  tombstoneTtlSecs?: Field<4, Unit<u64, "s">>;
}

/** A collection without a policy has the first one. */
export type DeletionPolicy = Enum<i32, { softDelete: 1; tombstone: 2; implicitTtl: 3; immutable: 4 }>;

export interface SetCollectionConfigRequest extends Proto {
  config: Field<1, CollectionConfig>;
}
export interface SetCollectionConfigResponse extends Proto {}

export interface GetCollectionConfigRequest extends Proto {
  collection: Field<1, Text>;
}
export interface GetCollectionConfigResponse extends Proto {
  config: Field<1, CollectionConfig>;
}

export interface ListCollectionConfigsRequest extends Proto {}
export interface ListCollectionConfigsResponse extends Proto {
  configs: Field<1, CollectionConfig[]>;
}
