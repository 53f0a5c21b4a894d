/** Peels off what stands around a type: its encoding, `Open`, `MaxSize`. */
import { Node } from "ts-morph";
import type { EncodingName, RootInfo } from "../ir/model.js";
import type { Context } from "./context.js";
import { literal, resolveReference, settle, type Bound, type Reference } from "./words.js";

export interface Peeled {
  core: Bound;
  root?: RootInfo;
  open: boolean;
}

const ENCODINGS: Record<string, EncodingName> = { Packed: "packed", Layout: "layout", Compact: "compact", Json: "json", Proto: "proto" };

/** Around a type: `MaxSize<65536, Compact<Tagged<…>>>`. */
export function peel(context: Context, bound: Bound): Peeled {
  const traits = new Traits();
  let core = settle(bound);
  for (;;) {
    const { node, scope } = core;
    if (!Node.isTypeReference(node)) break;
    const reference = resolveReference(node, scope);
    if (reference.kind !== "word" || !traits.take(context, reference)) break;
    const inner = reference.args.at(-1);
    if (!inner || reference.args.length < (reference.name in ENCODINGS && reference.name !== "Packed" ? 1 : reference.name === "Open" ? 1 : 2)) {
      context.report("MW1002", node, `${reference.name} stands around nothing here.`, `Write ${reference.name}<…> around a type, or let an interface extend it.`);
      break;
    }
    core = settle(inner);
  }
  return traits.done(context, core);
}

/** Traits of one type, gathered from wrappers or from an `extends` list. */
export class Traits {
  private encoding?: EncodingName;
  private packedSize?: number;
  private maxSize?: number;
  private open = false;
  private maxSizeNode?: Node;

  /** False if the word is none of these. */
  take(context: Context, { name, args, node }: Extract<Reference, { kind: "word" }>): boolean {
    if (name === "Open") this.open = true;
    else if (name === "MaxSize") {
      this.maxSize = size(context, args[0], node, name);
      if (args.length > 1 || !Node.isTypeReference(node)) this.maxSizeNode = node;
    } else if (name in ENCODINGS) {
      if (this.encoding) context.report("MW1007", node, "A type has one encoding, and this is the second.", "Keep one of them; a message in another encoding goes inside as Embedded<…>.");
      this.encoding = ENCODINGS[name]!;
      if (name === "Packed") this.packedSize = size(context, args[0], node, name);
    } else return false;
    return true;
  }

  done(context: Context, core: Bound): Peeled {
    const { encoding, packedSize, maxSize, open } = this;
    if (!encoding) {
      if (this.maxSizeNode) context.report("MW1007", this.maxSizeNode, "MaxSize bounds a whole message, and this type has no encoding of its own.", "Give it one, or bound the fields that it stands in with Limit.");
      return { core, open };
    }
    return { core, open, root: { encoding, ...(packedSize !== undefined && { packedSize }), ...(maxSize !== undefined && { maxSize }) } };
  }
}

function size(context: Context, arg: Bound | undefined, node: Node, word: string): number {
  const value = arg && literal(arg);
  if (typeof value === "bigint" && value >= 0n) return Number(value);
  context.report("MW1003", arg?.node ?? node, `${word} needs a size in bytes.`, `Write ${word}<64>, a whole number that is not negative.`);
  return 0;
}

