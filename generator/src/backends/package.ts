/** What a package for somebody's spec says of itself, in every language alike: its manifest and its README. */
import type { CodecModel, RootCodec } from "../codec/model.js";
import type { Doc, Spec, TypeDef } from "../ir/model.js";
import type { Language } from "./backend.js";

/** Empty texts and lists stand for what the spec does not say. */
export interface PackageFacts {
  /** The spec's name. */
  spec: string;
  /** The package's own, if the spec's manifest gives it one. */
  name: string;
  version: string;
  description: string;
  license: string;
  repository: string;
  keywords: string[];
}

/** `name`: what the package is called unless the spec's manifest says otherwise. */
export function packageFacts({ name: spec, version, about = {} }: Spec, language: Language, name = spec): PackageFacts {
  const { description = `Messages of ${spec}.`, license = "", repository = "", keywords = [], packages = {} } = about;
  return { spec, name: packages[language] ?? name, version, description, license, repository, keywords };
}

/** A row of the README's table. */
export interface MessageRow {
  name: string;
  encoding: string;
  summary: string;
}

/** The messages in the order of their modules, and in those of the source. `nameOf` says them as the language's user would. */
export function messageRows(model: CodecModel, nameOf: (root: RootCodec) => string): MessageRow[] {
  const types = new Map(model.spec.types.map((type) => [type.id, type]));
  return rootsBySource(model).map((root) => {
    const type = types.get(root.type)!;
    return { name: nameOf(root), encoding: encodingOf(type), summary: summary(type.doc) };
  });
}

/** The message that the README's example is about; undefined if the spec has none. */
export const exampleRoot = (model: CodecModel): RootCodec | undefined => rootsBySource(model)[0];

function rootsBySource(model: CodecModel): RootCodec[] {
  const types = new Map(model.spec.types.map((type) => [type.id, type]));
  const key = ({ type }: RootCodec): [string, number, number] => {
    const { module, source } = types.get(type)!;
    return [module, source.line, source.column];
  };
  return [...model.roots].sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    return left[0] < right[0] ? -1 : left[0] > right[0] ? 1 : left[1] - right[1] || left[2] - right[2];
  });
}

function encodingOf(type: TypeDef): string {
  const encoding = "root" in type && type.root ? type.root.encoding : "";
  return encoding.charAt(0).toUpperCase() + encoding.slice(1);
}

/** The first sentence, for a cell of a Markdown table. */
function summary({ text }: Doc): string {
  const [paragraph = ""] = text.split(/\n\s*\n/);
  const line = paragraph.replace(/\s+/g, " ").trim();
  const sentence = /^.*?[.!?](?= |$)/.exec(line)?.[0] ?? line;
  // An odd backtick would open code that nothing closes.
  const plain = sentence.split("`").length % 2 === 1 ? sentence : sentence.replaceAll("`", "'");
  return plain.replace(/[[\]<>|\\]/g, "\\$&").replace(/https?:\/\/[^\s\\]+/g, "<$&>");
}
