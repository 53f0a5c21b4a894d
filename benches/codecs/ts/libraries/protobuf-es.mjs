/** The implementation of protobuf for TypeScript that passes all of protobuf's own conformance tests. */
import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import * as schemas from "../build/bench_pb.js";
import { adaptInvoice, adaptOrder, nameOf, numberOf, orderStatus, tax, toMap, toObject } from "../adapt.mjs";
import { versionOf } from "./version.mjs";

export const name = "protobuf-es";
export const version = versionOf("@bufbuild/protobuf");

/** Without what the library adds to every object. */
function plain(value) {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !key.startsWith("$")).map(([key, inner]) => [key, plain(inner)]));
}

function message(schema, toInit = (value) => value, fromPlain = (value) => value) {
  return {
    from: (value) => create(schema, toInit(value)),
    encode: (value) => toBinary(schema, value),
    decode: (bytes) => fromBinary(schema, bytes),
    back: (value) => fromPlain(plain(value)),
  };
}

export default {
  PacketHeader: message(schemas.PacketHeaderSchema),
  MachineReport: message(schemas.MachineReportSchema),
  Order: message(
    schemas.OrderSchema,
    (order) => adaptOrder(order, { status: numberOf(orderStatus), discount: (value) => value ?? undefined }),
    (order) => adaptOrder(order, { status: nameOf(orderStatus), discount: (value) => value ?? null }),
  ),
  Profile: message(schemas.ProfileSchema),
  SampleArray: message(schemas.SampleArraySchema),
  Drawing: message(
    schemas.DrawingSchema,
    ({ commands }) => ({ commands: commands.map((command) => ({ command })) }),
    ({ commands }) => ({ commands: commands.map(({ command }) => command) }),
  ),
  Inventory: message(
    schemas.InventorySchema,
    ({ stock }) => ({ stock: toObject(stock) }),
    ({ stock }) => ({ stock: toMap(stock) }),
  ),
  Invoice: message(
    schemas.InvoiceSchema,
    (invoice) => adaptInvoice(invoice, numberOf(tax)),
    (invoice) => adaptInvoice(invoice, nameOf(tax)),
  ),
};
