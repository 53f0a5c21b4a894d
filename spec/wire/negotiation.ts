import type { Counted, Layout, u16, u8 } from "meshwright/lang";

/** Subprotocol 0x0600: which subprotocols a node speaks, in which versions. No id comes twice. */
export interface SubprotocolOffer extends Layout {
  entries: Counted<u16, SubprotocolVersion[]>;
}

export interface SubprotocolVersion {
  id: u16;
  versionMajor: u8;
  versionMinor: u8;
  /** The oldest that it still understands. */
  minMajor: u8;
  minMinor: u8;
}
