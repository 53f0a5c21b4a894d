/** MW3001: whether every back end can express the spec. */
import type { Feature, Language } from "../backends/backend.js";
import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourcePosition, TypeExpr } from "../ir/model.js";
import { expressionsOf, nested } from "./expressions.js";
import { isCodecRoot, withCodecs } from "../ir/codecs.js";
import type { RuleContext } from "./rule.js";

export type Supports = ReadonlyMap<Language, ReadonlySet<Feature>>;

interface Use {
  feature: Feature;
  label: string;
  position: SourcePosition;
}

/** One report for each language and feature, at the first use. */
export function checkSupport({ spec }: RuleContext, supports: Supports): Diagnostic[] {
  const firstUses = new Map<Feature, Use>();
  for (const type of withCodecs(spec).types) for (const use of usesOf(type)) if (!firstUses.has(use.feature)) firstUses.set(use.feature, use);
  return [...supports].flatMap(([language, supported]) =>
    [...firstUses.values()]
      .filter(({ feature }) => !supported.has(feature))
      .map(({ feature, label, position }) =>
        diagnostic(
          "MW3001",
          position,
          `${LANGUAGES[language]} does not support ${FEATURES[feature]}, which ${label} needs.`,
          "Generate the other languages only, with --language, or change the spec.",
        ),
      ),
  );
}

const LANGUAGES: Record<Language, string> = { rust: "Rust", typescript: "TypeScript", python: "Python", go: "Go", c: "C" };

const FEATURES: Record<Feature, string> = {
  packed: "Packed messages",
  layout: "Layout messages",
  compact: "Compact messages",
  json: "Json messages",
  openEnums: "open enums",
  openStructs: "open structures",
  recursion: "types that contain themselves",
  maps: "maps",
  embedded: "embedded messages",
  bits: "bit fields",
  jsonValue: "JsonValue",
  socketAddress: "SocketAddress",
};

const EXPRESSION_FEATURES: Partial<Record<TypeExpr["kind"], Feature>> = { map: "maps", embedded: "embedded", jsonValue: "jsonValue", socketAddress: "socketAddress" };

function* usesOf(type: RuleContext["spec"]["types"][number]): Iterable<Use> {
  const here = { label: type.name, position: type.source };
  if (isCodecRoot(type)) yield { feature: type.root.encoding, ...here };
  if (type.kind === "enum" && type.open) yield { feature: "openEnums", ...here };
  if (type.kind === "struct" && type.open) yield { feature: "openStructs", ...here };
  if (type.kind === "bits") yield { feature: "bits", ...here };
  if (type.recursionHead) yield { feature: "recursion", ...here };
  for (const { label, position, type: whole } of expressionsOf(type))
    for (const part of nested(whole)) {
      const feature = EXPRESSION_FEATURES[part.kind];
      if (feature) yield { feature, label, position };
    }
}
