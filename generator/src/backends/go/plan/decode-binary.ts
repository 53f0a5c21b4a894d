/** Reading values one after the other, in the binary encodings. */
import type { Codec, FieldCodec, IntCodec } from "../../../codec/model.js";
import { intType, nilable, shapeOf } from "../native.js";
import type { Context } from "./context.js";
import { RunDecoder } from "./decode-run.js";
import { keyOverride, mapKeyType, readKeyOrder } from "./maps.js";
import { address, inField, lines, operand, type Node, type Place, type Scope } from "./node.js";
import { convert, intBounds, prefixAndBounds, signed, sizeBounds } from "./numbers.js";

/** Lists of what may contain itself grow as elements arrive: room for this many is taken on trust. */
const TRUSTED = 16;

export class BinaryDecoder {
  constructor(
    private readonly ctx: Context,
    private readonly scope: Scope,
  ) {}

  /** A field of a struct, present or not. */
  field({ codec, presence }: FieldCodec, place: Place): Node[] {
    if (presence === "trailing") return [{ template: "if", condition: "r.Left() > 0", body: this.present(codec, place), otherwise: [] }];
    return presence === "option" ? this.tagged(codec, place) : this.nodes(codec, place);
  }

  /** `type`: of the value, where it is a brand of what the codec says. */
  nodes(codec: Codec, place: Place, type?: string): Node[] {
    const { ctx } = this;
    const size = leafSize(codec, ctx);
    if (size !== null) return this.leaf(codec, size, place, type);
    switch (codec.op) {
      case "int":
        return [this.varint(codec, place, type ?? intType(codec.int))];
      case "text": {
        const bounds = prefixAndBounds(codec.extent);
        return [this.read(place, codec.pattern === null ? `r.Text(${bounds})` : `r.TextOf(pattern${codec.pattern}, ${bounds})`, "string", type)];
      }
      case "bytes":
        return [this.read(place, `r.Bytes(${prefixAndBounds(codec.extent)})`, "[]byte", type)];
      case "duration":
        return [this.read(place, "r.Duration()")];
      case "socketAddress":
        return [this.read(place, "r.SocketAddress()")];
      case "brand":
        return this.nodes(codec.codec, place, type ?? ctx.native.named(codec.type));
      case "list":
        return this.list(codec, place);
      case "array":
        return [this.eachElement(codec.element, place, place.value)];
      case "map":
        return this.map(codec, place);
      case "constInt":
        return this.constInt(codec, place);
      case "nullable":
        return this.tagged(codec.inner, place);
      case "window":
        return this.window(codec, place);
      case "unit":
        return this.unit(codec, place);
      default:
        throw new Error(`${codec.op} does not stand here`);
    }
  }

  /** A value of a fixed size, without parts of its own. */
  private leaf(codec: Codec, size: number, place: Place, type?: string): Node[] {
    const bytes = this.scope.fresh(`${place.hint}Bytes`);
    const run = new RunDecoder(this.ctx, this.scope, { bytes, at: (offset) => `r.Pos()-${size - offset}` });
    return [
      lines(`${bytes} := r.Next(${size})`),
      { template: "guard", checks: [{ condition: `${bytes} == nil`, failure: `r.Truncated(${size})${place.wrap}` }] },
      ...run.nodes(codec, 0, place, type),
    ];
  }

  private read(place: Place, call: string, from = "", type = from): Node {
    const name = this.scope.fresh(place.hint);
    return { template: "read", name, call, wrap: place.wrap, checks: [], stores: [{ target: place.value, value: convert(name, from, type) }] };
  }

  private varint(codec: IntCodec, place: Place, type: string): Node {
    const { min, max } = intBounds(codec);
    return signed(codec.int) ? this.read(place, `r.Varint(${min}, ${max})`, "int64", type) : this.read(place, `r.Uvarint(${min}, ${max})`, "uint64", type);
  }

  private constInt({ int, value }: Extract<Codec, { op: "constInt" }>, place: Place): Node[] {
    const name = this.scope.fresh(place.hint);
    const at = this.scope.fresh(`${place.hint}At`);
    const { min, max } = intBounds(int);
    const [method, type] = signed(int.int) ? ["Varint", "int64"] : ["Uvarint", "uint64"];
    const failure = `codec.BadConstant(${at}, ${name}, ${type}(${value}))${place.wrap}`;
    return [
      lines(`${at} := r.Pos()`),
      { template: "read", name, call: `r.${method}(${min}, ${max})`, wrap: place.wrap, checks: [{ condition: `${name} != ${value}`, failure }], stores: [] },
    ];
  }

  /** A byte says whether the value follows. */
  private tagged(codec: Codec, place: Place): Node[] {
    const present = this.scope.fresh(`has ${place.hint}`);
    return [
      { template: "read", name: present, call: "r.Bool()", wrap: place.wrap, checks: [], stores: [] },
      { template: "if", condition: present, body: this.present(codec, place), otherwise: [] },
    ];
  }

  /** An optional value that is there. */
  private present(codec: Codec, place: Place): Node[] {
    const shape = shapeOf(codec);
    if (nilable(shape)) return this.nodes(codec, place);
    return [
      { template: "store", stores: [{ target: place.value, value: `new(${this.ctx.native.type(shape)})` }] },
      ...this.nodes(codec, { ...place, value: `*${place.value}` }),
    ];
  }

  private list(codec: Extract<Codec, { op: "list" }>, place: Place): Node[] {
    const { ctx } = this;
    const type = ctx.native.type(shapeOf(codec));
    if (codec.extent.kind === "rest") return this.grownList(codec, place, type);
    const count = this.scope.fresh(`${place.hint}Count`);
    const size = ctx.runSize(codec.element);
    const read: Node = {
      template: "read",
      name: count,
      call: `r.Count(${prefixAndBounds(codec.extent)}, ${size ?? codec.elementMinSize})`,
      wrap: place.wrap,
      checks: [],
      stores: [],
    };
    if (size !== null) return [read, ...this.runList(codec.element, size, count, place, type)];
    if (ctx.nests(codec.element)) return [read, ...this.nestedList(codec.element, count, place, type)];
    return [read, { template: "store", stores: [{ target: place.value, value: `make(${type}, ${count})` }] }, this.eachElement(codec.element, place, place.value)];
  }

  private eachElement(element: Codec, place: Place, list: string): Node {
    const index = this.scope.index();
    const body = this.nodes(element, this.element(place, list, index));
    this.scope.endLoop();
    return { template: "loop", header: `${index} := range ${list}`, body };
  }

  private element(place: Place, list: string, index: string): Place {
    return { value: `${operand(list)}[${index}]`, wrap: `.At(${index})${place.wrap}`, hint: `${place.hint}Element` };
  }

  /** Elements of a fixed size: their bytes are all there. */
  private runList(element: Codec, size: number, count: string, place: Place, type: string): Node[] {
    const index = this.scope.index();
    const all = this.scope.fresh(`${place.hint}Bytes`);
    const one = this.scope.fresh(`${place.hint}Element`);
    const run = new RunDecoder(this.ctx, this.scope, {
      bytes: one,
      at: (offset) => `r.Pos()-len(${all})+${index}*${size}${offset === 0 ? "" : `+${offset}`}`,
    });
    const body: Node[] = [lines(`${one} := (*[${size}]byte)(${all}[${index}*${size}:])`), ...run.nodes(element, 0, this.element(place, place.value, index))];
    this.scope.endLoop();
    return [
      lines(`${all} := r.Next(${count} * ${size})`, `${place.value} = make(${type}, ${count})`),
      { template: "loop", header: `${index} := range ${place.value}`, body },
    ];
  }

  private nestedList(element: Codec, count: string, place: Place, type: string): Node[] {
    const list = this.scope.fresh(place.hint);
    const index = this.scope.index();
    const body: Node[] = [
      lines(`${list} = append(${list}, ${this.ctx.native.zero(shapeOf(element))})`),
      ...this.nodes(element, this.element(place, list, index)),
    ];
    this.scope.endLoop();
    return [
      lines(`${list} := make(${type}, 0, min(${count}, ${TRUSTED}))`),
      { template: "loop", header: `${index} := range ${count}`, body },
      { template: "store", stores: [{ target: place.value, value: list }] },
    ];
  }

  /** A list that goes on to the end of its window. */
  private grownList(codec: Extract<Codec, { op: "list" }>, place: Place, type: string): Node[] {
    const list = this.scope.fresh(place.hint);
    const start = this.scope.fresh(`${place.hint}At`);
    const index = this.scope.index();
    const body: Node[] = [
      { template: "next", call: `r.More(${index}, ${start}, ${sizeBounds(codec.extent)})`, names: "more", wrap: place.wrap },
      lines(`${list} = append(${list}, ${this.ctx.native.zero(shapeOf(codec.element))})`),
      ...this.nodes(codec.element, this.element(place, list, index)),
    ];
    this.scope.endLoop();
    return [
      lines(`${start} := r.Pos()`, `${list} := ${type}{}`),
      { template: "loop", header: `${index} := 0; ; ${index}++`, body },
      { template: "store", stores: [{ target: place.value, value: list }] },
    ];
  }

  private map(codec: Extract<Codec, { op: "map" }>, place: Place): Node[] {
    const { ctx } = this;
    const { native } = ctx;
    const shape = shapeOf(codec);
    const entries = this.scope.fresh(place.hint);
    const rest = codec.extent.kind === "rest";
    const count = this.scope.fresh(rest ? `${place.hint}At` : `${place.hint}Count`);
    const [key, last, keyAt, value] = ["key", "last key", "key at", "value"].map((hint) => this.scope.fresh(hint)) as [string, string, string, string];
    const index = this.scope.index();
    const inKey: Place = { value: key, wrap: inField({ ...place, wrap: `.At(${index})${place.wrap}` }, "key"), hint: "key" };
    const inValue: Place = { value, wrap: inField({ ...place, wrap: `.At(${index})${place.wrap}` }, "value"), hint: "value" };
    const keyType = mapKeyType(codec, native);
    const body: Node[] = [
      ...(rest ? [{ template: "next", call: `r.More(${index}, ${count}, ${sizeBounds(codec.extent)})`, names: "more", wrap: place.wrap } as const] : []),
      lines(`${keyAt} := r.Pos()`, `var ${key} ${keyType}`),
      ...this.nodes(codec.key, inKey, keyOverride(codec)),
      ...readKeyOrder(codec, { index, key, last, at: keyAt, wrap: inKey.wrap }),
      lines(`var ${value} ${native.type(shapeOf(codec.value))}`),
      ...this.nodes(codec.value, inValue),
      { template: "store", stores: [{ target: `${entries}[${key}]`, value }] },
    ];
    this.scope.endLoop();
    const type = native.type(shape);
    const least = ctx.nests(codec.value) ? `min(${count}, ${TRUSTED})` : count;
    return [
      rest
        ? lines(`${count} := r.Pos()`, `${entries} := ${type}{}`)
        : { template: "read", name: count, call: `r.Count(${prefixAndBounds(codec.extent)}, ${codec.entryMinSize})`, wrap: place.wrap, checks: [], stores: [] },
      lines(...(rest ? [] : [`${entries} := make(${type}, ${least})`]), `var ${last} ${keyType}`),
      { template: "loop", header: rest ? `${index} := 0; ; ${index}++` : `${index} := range ${count}`, body },
      { template: "store", stores: [{ target: place.value, value: entries }] },
    ];
  }

  private window(codec: Extract<Codec, { op: "window" }>, place: Place): Node[] {
    const outer = this.scope.fresh(`around ${place.hint}`);
    const content = this.ctx.endsInJson(codec.content) ? { ...place, wrap: `.Window()${place.wrap}` } : place;
    return [
      { template: "read", name: outer, call: `r.Window(${prefixAndBounds(codec.extent)})`, wrap: place.wrap, checks: [], stores: [] },
      ...this.nodes(codec.content, content),
      { template: "call", call: `r.CloseWindow(${outer})`, wrap: place.wrap },
    ];
  }

  private unit({ type, family }: Extract<Codec, { op: "unit" }>, place: Place): Node[] {
    const decode = this.ctx.function("decode", type, family);
    if (family !== "json") return [{ template: "call", call: `${decode}(r, ${address(place.value)})`, wrap: place.wrap }];
    const text = this.scope.fresh(`${place.hint}JSON`);
    return [
      { template: "read", name: text, call: "r.JSON()", wrap: place.wrap, checks: [], stores: [] },
      { template: "call", call: `${decode}(${text}, ${address(place.value)})`, wrap: place.wrap },
    ];
  }
}

/** The size of a value of a fixed one that has no parts of its own; null for all others. */
function leafSize(codec: Codec, ctx: Context): number | null {
  return codec.op === "array" || codec.op === "unit" ? null : codec.op === "brand" ? leafSize(codec.codec, ctx) : ctx.runSize(codec);
}
