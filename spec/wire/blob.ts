import type { Brand, Bytes, Compact, Const, Embedded, Empty, Layout, Limit, MaxSize, Rest, Tag, Tagged, Text, u32, u64, u8 } from "meshwright/lang";

/** BLAKE3-256 of the bytes that it names. */
export type BlobHash = Brand<"BlobHash", Bytes<32>>;

/** Points to a blob. The first four bytes tell a reference from anything else that may stand in its place. */
export interface BlobRef extends Layout {
  magic: Const<Bytes, "b0b1b2b3">;
  body: BlobBody;
}

/** The tag is the version of the reference. */
export type BlobBody = Tagged<
  u8,
  {
    /** The blob is one chunk. */
    small: Tag<1, BlobSmall>;
    /** The reference lists the chunks. */
    manifest: Tag<2, Rest<Embedded<BlobManifest>>>;
    /** The reference names the root of a tree of chunks. */
    tree: Tag<3, Limit<Rest<Embedded<BlobTree>>, 0, 1024>>;
  }
>;

export interface BlobSmall {
  hash: BlobHash;
  /** Bytes; at most 16 GiB. */
  size: Limit<u64, 0, 17179869184>;
  /** Where it is kept, such as `mesh://…`. */
  uri: Rest<Text>;
}

/** A blob as a list of chunks. */
export interface BlobManifest extends Compact {
  version: Const<u8, 1>;
  uri: Text;
  encoding: BlobEncoding;
  /** All but the last are exactly 4 MiB. */
  chunks: Limit<BlobChunk[], 1, 8192>;
  /** The chunks' sizes added up; at most 16 GiB. */
  totalSize: Limit<u64, 0, 17179869184>;
}

export interface BlobChunk {
  hash: BlobHash;
  size: u32;
}

/** A blob as a tree of chunks. */
export interface BlobTree extends Compact {
  version: Const<u8, 1>;
  uri: Text;
  encoding: BlobEncoding;
  rootHash: BlobHash;
  /** At most 128 PiB. */
  totalSize: Limit<u64, 0, 144115188075855872n>;
  /** Levels of nodes; 1: the root is a leaf. */
  depth: Limit<u8, 1, 4>;
}

/** How a blob survives the loss of chunks. */
export type BlobEncoding = Tagged<
  u32,
  {
    replicated: Empty;
    /** `k` data chunks and `m` parity chunks a stripe. */
    reedSolomon: { k: u8; m: u8 };
  }
>;

/** One node of a blob's tree; its own BLAKE3 is its address. */
export type TreeNode = MaxSize<
  65536,
  Compact<
    Tagged<
      u32,
      {
        internal: { children: Limit<TreeChild[], 0, 128> };
        leaf: { chunks: TreeChunk[] };
        erasureLeaf: { stripes: TreeStripe[] };
      }
    >
  >
>;

export interface TreeChild {
  hash: BlobHash;
  /** Bytes below it. */
  subtreeSize: u64;
}

export interface TreeChunk {
  hash: BlobHash;
  /** Bytes; at most 16 MiB. */
  size: Limit<u32, 0, 16777216>;
  role: ChunkRole;
}

export type ChunkRole = Tagged<u32, { data: Empty; parity: { stripeIndex: u8 } }>;

export interface TreeStripe {
  encoding: BlobEncoding;
  chunks: TreeChunk[];
}

/** A folder, stored as a blob itself. Entries are sorted by path. */
export interface DirectoryManifest extends Compact {
  version: Const<u8, 1>;
  entries: DirectoryEntry[];
}

export interface DirectoryEntry {
  path: Text;
  kind: EntryKind;
}

export type EntryKind = Tagged<
  u32,
  {
    file: {
      /** POSIX permission bits. */
      mode: u32;
      blob: Embedded<BlobRef>;
    };
    dir: { mode: u32 };
    symlink: { target: Text };
  }
>;

/** Subprotocol 0x1100: asks for a chunk. */
export type TransferControl = Compact<Tagged<u32, { request: { hash: BlobHash } }>>;

/** Subprotocol 0x1100: the answer's first event; the bytes of the chunk follow as events of their own. */
export type TransferHeader = Compact<Tagged<u32, { found: { totalLen: u64 }; notFound: Empty }>>;

/** The service `blob.transfers`: what is under way. */
export type TransferOperation = Compact<Tagged<u32, { list: Empty; get: { streamId: u64 }; cancel: { streamId: u64 } }>>;
