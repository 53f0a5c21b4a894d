import type { Compact } from "meshwright/lang";

export interface Document extends Compact {
  chapters: Chapter[];
}

export interface Chapter {
  sections: Section[];
}

export interface Section {
  paragraphs: Paragraph[];
}

export interface Paragraph {
  sentences: Sentence[];
}

export interface Sentence {
  words: Word[];
}

export interface Word {
  notes: Note[];
}

export interface Note {
  document?: Document;
}
