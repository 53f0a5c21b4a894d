/**
 * What a schema can be expected to say of a document that decoders refuse. It must refuse what is wrong in structure: wrong types of tokens, members that are missing or
 * unknown, unknown tags and names, values beyond limits. It cannot see how a document is spelt, and its numbers are doubles; each such case is left out for a reason.
 */
import type { Spec, TypeId } from "../../src/ir/model.js";
import { integerSchema } from "../../src/jsonschema/values.js";
import type { Vector } from "../../src/vectors/index.js";
import { isRepeated, parse, valueText } from "./json.js";
import { Paths, type Spot } from "./paths.js";

export type Expectation =
  /** No JSON at all: the parser stops before any schema is asked. */
  | "refused by the parser"
  | "refused by the schema"
  | `left out: ${Reason}`;

export type Reason =
  | "white space, order or other spelling"
  | "spelling of a number"
  | "half a surrogate pair as an escape"
  | "order of members"
  | "members given twice, which parsers drop"
  | "depth"
  | "size of the whole document"
  | "two integers that are one double"
  | "range of an integer that is a member's name"
  | "bytes of text, counted as characters"
  | "bytes, counted in groups of three";

/** Expectations for the refused documents of one message. */
export class Verdicts {
  private readonly paths: Paths;

  constructor(
    private readonly spec: Spec,
    private readonly root: TypeId,
  ) {
    this.paths = new Paths(spec);
  }

  expectation({ bytes, verdict }: Vector): Expectation {
    if (bytes === null || verdict === "valid") throw new Error("only refused documents have an expectation");
    const input = Buffer.from(bytes, "hex");
    const parsed = parse(input);
    if (!parsed) return "refused by the parser";
    const { kind, offset = 0, path } = verdict;
    const at = input.subarray(0, offset).toString("utf8").length;
    const reason = this.reason(kind, path, parsed.text, at);
    return reason ? `left out: ${reason}` : "refused by the schema";
  }

  /** Undefined: nothing speaks for leaving it out. */
  private reason(kind: string, path: string, text: string, at: number): Reason | undefined {
    switch (kind) {
      case "non_canonical":
      case "trailing_bytes":
        return "white space, order or other spelling";
      case "duplicate_key":
        return "members given twice, which parsers drop";
      case "too_deep":
        return "depth";
      case "malformed":
        return misspelt(valueText(text, at));
      case "missing_field":
        return standsLater(text, at, path) ? "order of members" : undefined;
      case "unknown_field":
        return isRepeated(text, at) ? "members given twice, which parsers drop" : undefined;
      case "out_of_range":
      case "too_long":
        return this.beyond(kind, path, valueText(text, at));
      default:
        return undefined;
    }
  }

  private beyond(kind: string, path: string, token: string): Reason | undefined {
    const root = this.spec.types.find(({ id }) => id === this.root)!;
    if (kind === "too_long" && path === "" && "root" in root && root.root?.maxSize !== undefined) return "size of the whole document";
    const reasons = this.paths.at(this.root, path).map((spot) => indistinct(spot, token));
    return reasons.length > 0 && reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined;
  }
}

/** A tag must come first; `at` is the key that came in its place. */
function standsLater(text: string, at: number, path: string): boolean {
  return text.startsWith('{"', at - 1) && path.split(".").at(-1)! in (JSON.parse(valueText(text, at - 1)) as object);
}

function misspelt(token: string): Reason | undefined {
  const value: unknown = JSON.parse(token);
  if (Number.isInteger(value)) return /^-?\d+$/.test(token) ? undefined : "spelling of a number";
  return typeof value === "string" && /\p{Surrogate}/u.test(value) ? "half a surrogate pair as an escape" : undefined;
}

/** Why a schema takes a value that is beyond its limits for one that is within. */
function indistinct({ type, key }: Spot, token: string): Reason | undefined {
  if (type.kind === "int") {
    if (key) return "range of an integer that is a member's name";
    const { minimum, maximum } = integerSchema(type.int, type.min, type.max) as { minimum: bigint; maximum: bigint };
    return Number(token) >= Number(minimum) && Number(token) <= Number(maximum) ? "two integers that are one double" : undefined;
  }
  if (type.kind === "text") {
    const { min, max } = type.limit;
    const text = JSON.parse(token) as string;
    const [bytes, characters] = [Buffer.byteLength(text), [...text].length];
    const wrongSize = bytes < min || (max !== null && bytes > max);
    return wrongSize && characters >= Math.ceil(min / 4) && (max === null || characters <= max) ? "bytes of text, counted as characters" : undefined;
  }
  if (type.kind === "bytes" && type.json === "base64") {
    const groups = (bytes: number): number => Math.ceil(bytes / 3);
    const size = Buffer.from(JSON.parse(token) as string, "base64").length;
    const { min, max } = type.limit;
    return groups(size) >= groups(min) && (max === null || groups(size) <= groups(max)) ? "bytes, counted in groups of three" : undefined;
  }
  return undefined;
}
