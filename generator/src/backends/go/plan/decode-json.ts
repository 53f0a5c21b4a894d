/** Reading values in JSON. */
import type { Codec, Extent, FieldCodec } from "../../../codec/model.js";
import { intType, nilable, shapeOf } from "../native.js";
import type { Context } from "./context.js";
import { mapKeyType, readKeyOrder } from "./maps.js";
import { address, inField, operand, type Check, type Node, type Place, type Scope } from "./node.js";
import { convert, decodeCheck, floatCondition, intBounds, signed, sizeBounds } from "./numbers.js";

type Bytes = Extract<Codec, { op: "bytes" | "fixedBytes" }>;
const BYTES_METHODS = { hex: "Hex", base64: "Base64", ints: "Ints" } as const;

export class JsonDecoder {
  constructor(
    private readonly ctx: Context,
    private readonly scope: Scope,
  ) {}

  /** A member's value, after its key. */
  field({ name, codec, presence }: FieldCodec, place: Place): Node[] {
    if (presence === "member") return this.present(codec, place);
    if (presence !== "omitEmpty") return this.nodes(codec, place);
    const at = this.scope.fresh(`${place.hint}At`);
    const failure = `codec.NotEmpty(${at}, ${JSON.stringify(name)})`;
    return [
      { template: "do", lines: [`${at} := r.Pos()`] },
      ...this.nodes(codec, place),
      { template: "guard", checks: [{ condition: isEmpty(codec, place.value), failure }] },
    ];
  }

  nodes(codec: Codec, place: Place, type?: string): Node[] {
    const { ctx } = this;
    switch (codec.op) {
      case "int": {
        const { min, max } = intBounds(codec);
        return [this.read(place, `r.${signed(codec.int) ? "Int" : "Uint"}(${min}, ${max})`, signed(codec.int) ? "int64" : "uint64", type ?? intType(codec.int))];
      }
      case "float": {
        const name = this.scope.fresh(place.hint);
        const at = this.scope.fresh(`${place.hint}At`);
        const checks = decodeCheck(floatCondition(codec, name), at, name, place.wrap);
        const read = this.read(place, `r.F${codec.bits}()`, `float${codec.bits}`, type, name, checks);
        return checks.length === 0 ? [read] : [{ template: "do", lines: [`${at} := r.Pos()`] }, read];
      }
      case "bool":
        return [this.read(place, "r.Bool()", "bool", type)];
      case "text":
        return [this.read(place, `r.Text(${patternArgument(codec)}, ${sizeBounds(codec.extent)})`, "string", type)];
      case "bytes":
      case "fixedBytes":
        return [this.read(place, `r.${BYTES_METHODS[codec.json!]}(${bytesBounds(codec)})`, "[]byte", codec.op === "bytes" ? type : (type ?? ctx.native.type(shapeOf(codec))))];
      case "jsonValue":
        return [this.read(place, "r.Value()")];
      case "duration":
        return [this.read(place, "r.Duration()")];
      case "socketAddress":
        return [this.read(place, "r.SocketAddress()")];
      case "brand":
        return this.nodes(codec.codec, place, type ?? ctx.native.named(codec.type));
      case "list":
        return this.list(codec.element, codec.extent, place, ctx.native.type(shapeOf(codec)));
      case "array":
        return this.array(codec, place);
      case "map":
        return this.map(codec, place);
      case "constInt":
        return this.constInt(codec, place);
      case "constBytes":
        return [{ template: "call", call: `r.${codec.of === "bytes" ? "HexConstant" : "Constant"}(${tokenLiteral(codec.hex)})`, wrap: place.wrap }];
      case "nullable": {
        const name = this.scope.fresh(`no ${place.hint}`);
        return [
          { template: "read", name, call: "r.Null()", wrap: place.wrap, checks: [], stores: [] },
          { template: "if", condition: `!${name}`, body: this.present(codec.inner, place), otherwise: [] },
        ];
      }
      case "unit":
        return [{ template: "call", call: `${ctx.function("decode", codec.type, "json")}(r, ${address(place.value)})`, wrap: place.wrap }];
      case "window":
      case "reserved":
        throw new Error(`${codec.op} does not stand in JSON`);
    }
  }

  private read(place: Place, call: string, from = "", type = from, name = this.scope.fresh(place.hint), checks: Check[] = []): Node {
    return { template: "read", name, call, wrap: place.wrap, checks, stores: [{ target: place.value, value: convert(name, from, type) }] };
  }

  private present(codec: Codec, place: Place): Node[] {
    const shape = shapeOf(codec);
    if (nilable(shape)) return this.nodes(codec, place);
    return [
      { template: "store", stores: [{ target: place.value, value: `new(${this.ctx.native.type(shape)})` }] },
      ...this.nodes(codec, { ...place, value: `*${place.value}` }),
    ];
  }

  private constInt({ int, value }: Extract<Codec, { op: "constInt" }>, place: Place): Node[] {
    const name = this.scope.fresh(place.hint);
    const at = this.scope.fresh(`${place.hint}At`);
    const { min, max } = intBounds(int);
    const wide = signed(int.int) ? "int64" : "uint64";
    const failure = `codec.BadConstant(${at}, ${name}, ${wide}(${value}))${place.wrap}`;
    return [
      { template: "do", lines: [`${at} := r.Pos()`] },
      { template: "read", name, call: `r.${signed(int.int) ? "Int" : "Uint"}(${min}, ${max})`, wrap: place.wrap, checks: [{ condition: `${name} != ${value}`, failure }], stores: [] },
    ];
  }

  private list(element: Codec, extent: Extent, place: Place, type: string): Node[] {
    const list = this.scope.fresh(place.hint);
    const zero = this.ctx.native.zero(shapeOf(element));
    return [
      { template: "do", lines: [`${list} := ${type}{}`] },
      ...this.elements(extent, place, (index) => [
        { template: "do", lines: [`${list} = append(${list}, ${zero})`] },
        ...this.nodes(element, this.element(place, list, index)),
      ]),
      { template: "store", stores: [{ target: place.value, value: list }] },
    ];
  }

  private array(codec: Extract<Codec, { op: "array" }>, place: Place): Node[] {
    const extent: Extent = { kind: "delimited", min: codec.size, max: codec.size };
    return this.elements(extent, place, (index) => this.nodes(codec.element, this.element(place, place.value, index)));
  }

  private elements(extent: Extent, place: Place, body: (index: string) => Node[]): Node[] {
    const at = this.scope.fresh(`${place.hint}At`);
    const index = this.scope.index();
    const turn: Node[] = [{ template: "next", call: `r.More(${index}, ${at}, ${sizeBounds(extent)})`, names: "more", wrap: place.wrap }, ...body(index)];
    this.scope.endLoop();
    return [
      { template: "do", lines: [`${at} := r.Pos()`] },
      { template: "call", call: "r.OpenList()", wrap: place.wrap },
      { template: "loop", header: `${index} := 0; ; ${index}++`, body: turn },
    ];
  }

  private element(place: Place, list: string, index: string): Place {
    return { value: `${operand(list)}[${index}]`, wrap: `.At(${index})${place.wrap}`, hint: `${place.hint}Element` };
  }

  private map(codec: Extract<Codec, { op: "map" }>, place: Place): Node[] {
    const { ctx } = this;
    const { native } = ctx;
    const entries = this.scope.fresh(place.hint);
    const at = this.scope.fresh(`${place.hint}At`);
    const [name, last, value] = ["name", "last key", "value"].map((hint) => this.scope.fresh(hint)) as [string, string, string];
    const index = this.scope.index();
    const inside = { ...place, wrap: `.At(${index})${place.wrap}` };
    const inKey = inField(inside, "key");
    const key = this.key(codec, name, inKey);
    const body: Node[] = [
      { template: "next", call: `r.NextKey(${index}, ${at}, ${sizeBounds(codec.extent)})`, names: `${name}, more`, wrap: place.wrap },
      ...key.nodes,
      ...readKeyOrder(codec, { index, key: key.name, last, at: `${name}.Pos`, wrap: inKey }),
      { template: "call", call: "r.Colon()", wrap: place.wrap },
      { template: "do", lines: [`var ${value} ${native.type(shapeOf(codec.value))}`] },
      ...this.nodes(codec.value, { value, wrap: inField(inside, "value"), hint: "value" }),
      { template: "store", stores: [{ target: `${entries}[${key.name}]`, value }] },
    ];
    this.scope.endLoop();
    return [
      { template: "do", lines: [`${at} := r.Pos()`] },
      { template: "call", call: "r.OpenMap()", wrap: place.wrap },
      { template: "do", lines: [`${entries} := ${native.type(shapeOf(codec))}{}`, `var ${last} ${mapKeyType(codec, native)}`] },
      { template: "loop", header: `${index} := 0; ; ${index}++`, body },
      { template: "store", stores: [{ target: place.value, value: entries }] },
    ];
  }

  /** The key of a map out of its text. */
  private key(codec: Extract<Codec, { op: "map" }>, text: string, wrap: string): { name: string; nodes: Node[] } {
    const { ctx } = this;
    const unwrapped = codec.key.op === "brand" ? codec.key.codec : codec.key;
    const type = mapKeyType(codec, ctx.native);
    const parsed = this.scope.fresh("parsed key");
    const key = this.scope.fresh("key");
    const read = (call: string, from: string): { name: string; nodes: Node[] } => {
      const node: Node = { template: "read", name: parsed, call, wrap, checks: [], stores: [] };
      return from === type ? { name: parsed, nodes: [node] } : { name: key, nodes: [node, { template: "do", lines: [`${key} := ${type}(${parsed})`] }] };
    };
    switch (unwrapped.op) {
      case "text":
        return read(`codec.TextKey(${text}, ${patternArgument(unwrapped)}, ${sizeBounds(unwrapped.extent)})`, "string");
      case "int": {
        const { min, max } = intBounds(unwrapped);
        const wide = signed(unwrapped.int);
        return read(`codec.${wide ? "Int" : "Uint"}Key(${text}, ${min}, ${max})`, wide ? "int64" : "uint64");
      }
      case "unit": {
        const enumeration = ctx.names.type(unwrapped.type);
        return read(`parse${enumeration}(${text})`, type);
      }
      default:
        throw new Error(`${unwrapped.op} cannot be a key in JSON`);
    }
  }
}

export const patternArgument = (codec: Extract<Codec, { op: "text" }>): string => (codec.pattern === null ? "nil" : `pattern${codec.pattern}`);

export const bytesBounds = (codec: Bytes): string => (codec.op === "bytes" ? sizeBounds(codec.extent) : `${codec.size}, ${codec.size}`);

/** A JSON token, given in hex, as a Go string. */
export const tokenLiteral = (hex: string): string => JSON.stringify(Buffer.from(hex, "hex").toString("utf8"));

/** Whether a value that is left out when empty is empty. */
export function isEmpty(codec: Codec, value: string): string {
  switch (codec.op) {
    case "brand":
      return isEmpty(codec.codec, value);
    case "bool":
      return `!${value}`;
    case "int":
      return `${value} == 0`;
    default:
      return `len(${value}) == 0`;
  }
}
