/** The public functions of root messages. */
import type { FieldCodec, RootCodec } from "../../../codec/model.js";
import { stringLiteral } from "../words.js";
import type { Context } from "./context.js";

export interface RootPlan {
  /** `impl<'a> RpcRequest<'a>` */
  header: string;
  /** In bytes; empty if it varies. */
  size: string;
  /** What an encoder sets aside for a start. */
  capacity: string;
  /** What it adds to that for fields whose size is soon told. */
  more: string[];
  input: string;
  /** The expression that decodes `input`. */
  decode: string[];
  /** The expression that appends to `out`. */
  encode: string[];
}

/** Bytes that an encoder sets aside for what it does not know the size of, so that most messages need not grow. */
const START = 128;

export function planRoot(context: Context, root: RootCodec, header: string): RootPlan {
  const { scope, owner, shared } = context;
  const { family, fixedSize, maxSize } = root;
  const read = family === "json" ? `${scope.use("json")}::read` : scope.use("read");
  const write = scope.use("write");
  for (const name of ["DecodeError", "EncodeError", "ErrorPath"] as const) scope.use(name);
  const message = `.of_message(${stringLiteral(shared.natives.def(owner).name)})`;
  const bounded = maxSize === null ? "message" : "bounded_message";
  const max = maxSize === null ? "" : `${maxSize}, `;
  const reader = context.function("read", owner, family);
  const writer = shared.items.request("write", owner, family);
  return {
    header,
    size: fixedSize === null ? "" : String(fixedSize),
    capacity: fixedSize === null ? String(Math.max(START, context.unit(owner, family).minSize)) : "Self::SIZE",
    more: fixedSize === null ? knownSizes(context, root) : [],
    input: shared.natives.borrows(owner) ? "&'a [u8]" : "&[u8]",
    decode: chain(`${read}::${bounded}(input, ${max}${reader})`, message),
    encode: chain(`${write}::${bounded}(out, ${max}|w| self.${writer}(w))`, message),
  };
}

/** Of texts, bytes, and lists of elements of one size, the bytes. */
function knownSizes(context: Context, { family }: RootCodec): string[] {
  const unit = context.unit(context.owner, family);
  if (unit.kind !== "struct") return [];
  const size = ({ name, codec, presence }: FieldCodec): string[] => {
    if (presence !== "always") return [];
    const count = `self.${context.shared.names.member(context.owner, name)}.len()`;
    if (codec.op === "text" || codec.op === "bytes") return [count];
    const element = codec.op === "list" ? context.shared.sizes.of(codec.element) : null;
    return element === null ? [] : [element === 1 ? count : `${count} * ${element}`];
  };
  return unit.fields.flatMap(size);
}

function chain(call: string, method: string): string[] {
  return 8 + call.length + method.length <= 100 ? [`        ${call}${method}`] : [`        ${call}`, `            ${method}`];
}
