/** @module codec */
import type { Compact, u8 } from "meshwright/lang";
import type { Message as Next } from "./crate.js";

/** In a ring of modules whose names mean something to a language. */
export interface Message extends Compact {
  value: u8;
  next?: Next;
}
