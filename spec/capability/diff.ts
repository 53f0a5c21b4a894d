/** @module capability */
import type { Internal, Json, Text } from "meshwright/lang";

/** What became of one metadata key between two capability sets. */
export type MetadataChange = Json<
  Internal<
    "kind",
    {
      added: { key: Text; value: Text };
      removed: { key: Text; prevValue: Text };
      updated: { key: Text; prevValue: Text; newValue: Text };
    }
  >
>;
