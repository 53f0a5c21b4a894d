/** What there is to say of a type, as plain data: a terminal and a page each draw it in their own way. */
import type { Piece } from "./boxes.js";
import type { CodecEncoding, TypeDef } from "../ir/model.js";

export interface Explanation {
  type: TypeDef;
  /** Such as `Packed, 64 bytes`. */
  facts: string;
  /** One for each encoding that the type crosses in; without an encoding for types that look alike in all. */
  forms: Form[];
}

export interface Form {
  encoding?: CodecEncoding;
  /** The type's own section, then those of the types inside it. */
  sections: Section[];
}

export interface Section {
  type: TypeDef;
  blocks: Block[];
}

export type Block =
  | { kind: "text"; text: string; quiet?: true }
  /** A structure of fixed size, byte by byte. */
  | { kind: "diagram"; pieces: Piece[] }
  /** One of variable size: its parts in their order. */
  | { kind: "strip"; parts: Part[] }
  | Table
  /** Example JSON beside what it means. */
  | { kind: "example"; lines: ExampleLine[] };

export interface Part {
  label: string;
  /** Bytes; null when it varies. */
  size: number | null;
  /** What stands there, in words. */
  says: string;
}

export interface Table {
  kind: "table";
  /** All but the last are short and never wrapped. */
  columns: Column[];
  rows: Row[];
}

export interface Column {
  title: string;
  /** What stands in it. */
  role: "number" | "name" | "text";
}

export interface Row {
  /** One for each column but the last. */
  cells: string[];
  /** The last column. */
  text: string;
  /** The type's author's own words. */
  note?: string;
}

export interface ExampleLine {
  text: string;
  note: string;
}

export const number = (title: string): Column => ({ title, role: "number" });
export const name = (title: string): Column => ({ title, role: "name" });
export const text = (title: string): Column => ({ title, role: "text" });
