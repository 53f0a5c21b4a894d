import type { Embedded, Json, Layout, Sized, u16, u8 } from "meshwright/lang";

export interface Note extends Json {
  part: Part;
}

export interface Part {
  again: Note;
}

export interface Message extends Layout {
  id: u8;
  note: Sized<u16, Embedded<Note>>;
}
