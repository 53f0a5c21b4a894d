/** @module capability */
import type { Enum, Internal, Json, Text, f64, u32, u8 } from "meshwright/lang";

/**
 * A question about a node's tags and metadata, as a tree laid flat: children stand before their parents. Travels in the request
 * header `net-where`, where it may take 4,096 bytes.
 */
export interface Predicate extends Json {
  nodes: PredicateNode[];
  /** Index of the node that is the question. */
  rootIdx: u32;
}

/** One node of a question. Tags are compared as text, numbers as f64 with both bounds included, versions by their first three numbers. */
export type PredicateNode = Internal<
  "kind",
  {
    exists: { key: TagKey };
    equals: { key: TagKey; value: Text };
    numericAtLeast: { key: TagKey; threshold: f64 };
    numericAtMost: { key: TagKey; threshold: f64 };
    numericInRange: { key: TagKey; min: f64; max: f64 };
    stringPrefix: { key: TagKey; prefix: Text };
    /** Contains the pattern, which is plain text. */
    stringMatches: { key: TagKey; pattern: Text };
    semverAtLeast: { key: TagKey; version: Text };
    semverAtMost: { key: TagKey; version: Text };
    semverCompatible: { key: TagKey; version: Text };
    metadataExists: { key: Text };
    metadataEquals: { key: Text; value: Text };
    metadataMatches: { key: Text; pattern: Text };
    metadataNumericAtLeast: { key: Text; threshold: f64 };
    and: { children: u32[] };
    or: { children: u32[] };
    not: { child: u32 };
  }
>;

/** Names a tag by its axis and the key on it: `hardware`, `memory_gb`. */
export interface TagKey {
  axis: TagAxis;
  key: Text;
}

/** The axes of the capability taxonomy. */
export type TagAxis = Enum<
  u8,
  {
    hardware: 0;
    software: 1;
    devices: 2;
    /** Storage of blobs and logs. */
    dataforts: 3;
  }
>;
