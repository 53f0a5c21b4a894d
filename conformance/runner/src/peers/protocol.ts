/** One line of the peer protocol in each direction. */
import type { Neutral } from "../vectors/model.js";

/** What the runner asks; the client adds the id. */
export type Request =
  | { op: "hello" }
  | { op: "encode"; type: string; value: Neutral }
  | { op: "decode"; type: string; bytes: string };

export interface PeerError {
  kind: string;
  message: string;
  offset?: number;
  path?: string;
}

export interface Hello {
  language: string;
  version: string;
  /** The spec's hash. */
  spec: string;
  features: string[];
  /** Ids of the types that it encodes and decodes. */
  types: string[];
}

/** How a peer failed to answer at all. */
export type FaultKind =
  /** It exited, or a signal ended it. */
  | "crash"
  /** No answer within the time limit. */
  | "hang"
  /** What it wrote is not an answer to what was asked. */
  | "garbage"
  /** It did not start, or failed so often that it was given up. */
  | "gone"
  /** Its hello does not name the type, so it was not asked. */
  | "missing-type";

export interface Fault {
  kind: FaultKind;
  detail: string;
}

export type Answer = { ok: Record<string, unknown> } | { error: PeerError };
export type Outcome = Answer | { fault: Fault };

/** A line, read as an answer; a text says what is wrong with it. */
export function parseAnswer(line: string): { id: number | null; answer: Answer } | string {
  let message: unknown;
  try {
    message = JSON.parse(line);
  } catch {
    return "not JSON";
  }
  if (!isObject(message)) return "not an object";
  const { id, ok, error } = message;
  if (id !== null && typeof id !== "number") return "no id";
  if ((ok === undefined) === (error === undefined)) return "neither one `ok` nor one `error`";
  if (ok !== undefined) return isObject(ok) ? { id, answer: { ok } } : "`ok` is not an object";
  return isPeerError(error) ? { id, answer: { error } } : "`error` lacks kind or message, or offset or path is of a wrong type";
}

export function parseHello(ok: Record<string, unknown>): Hello | string {
  const { language, version, spec, features, types } = ok;
  if (typeof language !== "string" || typeof version !== "string" || typeof spec !== "string") return "`language`, `version` and `spec` must be text";
  if (!isTexts(features) || !isTexts(types)) return "`features` and `types` must be arrays of text";
  return { language, version, spec, features, types };
}

function isPeerError(error: unknown): error is PeerError {
  if (!isObject(error)) return false;
  const { kind, message, offset, path } = error;
  return (
    typeof kind === "string" &&
    typeof message === "string" &&
    (offset === undefined || typeof offset === "number") &&
    (path === undefined || typeof path === "string")
  );
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
