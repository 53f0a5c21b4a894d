/** What a back end is: from codecs to the files of one language. */
import type { CodecModel } from "../codec/model.js";

export type Language = "rust" | "typescript" | "python" | "go" | "c";

export interface GeneratedFile {
  /** Relative to the folder it is meant for, with forward slashes. */
  path: string;
  content: string;
  /** Set the executable bits. */
  executable?: boolean;
}

export interface Backend {
  language: Language;
  /** What this back end can express. A spec that needs more is refused with a diagnostic before `generate` is called. */
  supports: ReadonlySet<Feature>;
  /** The codecs: everything that goes into a folder named `generated`. */
  codecs(model: CodecModel): GeneratedFile[];
  /** The peer's dispatch from type names to the SDK, with the neutral-JSON conversions: a folder named `generated`. */
  peer(model: CodecModel): GeneratedFile[];
  /**
   * A whole package for somebody's own spec, self-contained: manifest, this language's runtime (copied from where it is
   * maintained), `generated/`, and, with `peers`, a runnable conformance peer (`peer/run`).
   */
  packaged(model: CodecModel, options: { peers: boolean }): GeneratedFile[];
}

/** Parts of the language that a back end may lack. Each is named in the diagnostic that refuses a spec. */
export type Feature =
  | "packed" | "layout" | "compact" | "json"
  | "openEnums" | "openStructs" | "recursion" | "maps" | "embedded" | "bits" | "jsonValue" | "socketAddress";
