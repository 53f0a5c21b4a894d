/** @module service.sidecar */
import type { Enum, Field, Proto, Retired, Tag, Tagged, Text, i32, u32 } from "meshwright/lang";

/** Writes a document, or writes over it. */
export interface PutDocumentRequest extends Proto {
  collection: Field<1, Text>;
  docId: Field<2, Text>;
  /** One JSON value. */
  jsonData: Field<3, Text>;
}

export interface PutDocumentResponse extends Proto {}

export interface GetDocumentRequest extends Proto {
  collection: Field<1, Text>;
  docId: Field<2, Text>;
}

export interface GetDocumentResponse extends Proto {
  /** Absent if there is no such document. */
  jsonData?: Field<1, Text>;
}

export interface DeleteDocumentRequest extends Proto {
  collection: Field<1, Text>;
  docId: Field<2, Text>;
}

export interface DeleteDocumentResponse extends Proto {}

export interface ListDocumentsRequest extends Proto {
  collection: Field<1, Text>;
}

export interface ListDocumentsResponse extends Proto {
  docIds: Field<1, Text[]>;
}

export interface SubscribeRequest extends Proto {
  collections: Field<1, Text[]>;
  query?: Field<2, SubscriptionQuery>;
}

/** A document that was written or deleted. */
export interface DocumentChange extends Proto {
  collection: Field<1, Text>;
  docId: Field<2, Text>;
  changeType: Field<3, ChangeType>;
  jsonData?: Field<4, Text>;
}

export type ChangeType = Enum<i32, { upsert: 1; delete: 2 }>;

/** Which documents a subscriber wants. Two more cases, `not` and `all`, are kept free: what they carry is not stated. */
export type SubscriptionQuery = Proto<
  Tagged<
    u32,
    {
      eq: Tag<1, Comparison>;
      lt: Tag<2, Comparison>;
      gt: Tag<3, Comparison>;
      and: Tag<4, Clauses>;
      or: Tag<5, Clauses>;
    },
    Retired<6 | 7 | "not" | "all">
  >
>;

/** A member of the document against a value. */
export interface Comparison extends Proto {
  field: Field<1, Text>;
  /** A scalar in JSON, such as `"red"`, `3`, `true`. */
  value: Field<2, Text>;
}

export interface Clauses extends Proto {
  clauses: Field<1, SubscriptionQuery[]>;
}
