/** With the code that its own tool generates. Its 64-bit integers are objects of two numbers. */
import Long from "long";
import { codec_bench as types } from "../build/protobufjs.js";
import { adaptInvoice, adaptOrder, nameOf, numberOf, orderStatus, tax, toMap, toObject } from "../adapt.mjs";
import { versionOf } from "./version.mjs";

export const name = "protobufjs";
export const version = versionOf("protobufjs");

const u64 = (value) => Long.fromBigInt(value, true);
const i64 = (value) => Long.fromBigInt(value, false);
const toBigInt = (value) => value.toBigInt();
const longsOf = (signed) => (value) => Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, typeof inner !== "bigint" ? inner : signed.includes(key) ? i64(inner) : u64(inner)]));

/** Fields that were zero on the wire stand in the prototype. */
function bigInts(value) {
  const fields = {};
  for (const key in value) if (typeof value[key] !== "function") fields[key] = Long.isLong(value[key]) ? toBigInt(value[key]) : value[key];
  return fields;
}

function message(type, from, back) {
  return { from, encode: (value) => type.encode(value).finish(), decode: (bytes) => type.decode(bytes), back };
}

const header = longsOf([]);

export default {
  PacketHeader: message(types.PacketHeader, header, bigInts),
  MachineReport: message(types.MachineReport, longsOf(["clockOffset", "clockDrift"]), bigInts),
  Order: message(
    types.Order,
    (order) => adaptOrder(order, { status: numberOf(orderStatus), discount: (value) => value ?? undefined, u64, i64 }),
    (order) => adaptOrder(order, { status: nameOf(orderStatus), discount: (value) => value ?? null, u64: toBigInt, i64: toBigInt }),
  ),
  Profile: message(types.Profile, (value) => value, (value) => ({ ...value })),
  SampleArray: message(
    types.SampleArray,
    ({ sensor, samples }) => ({ sensor, samples: samples.map(header) }),
    ({ sensor, samples }) => ({ sensor, samples: samples.map(bigInts) }),
  ),
  Drawing: message(
    types.Drawing,
    ({ commands }) => ({ commands: commands.map(({ case: name, value }) => ({ [name]: header(value) })) }),
    ({ commands }) => ({ commands: commands.map((command) => ({ case: command.command, value: bigInts(command[command.command]) })) }),
  ),
  Inventory: message(
    types.Inventory,
    ({ stock }) => ({ stock: toObject(stock, header) }),
    ({ stock }) => ({ stock: toMap(stock, bigInts) }),
  ),
  Invoice: message(
    types.Invoice,
    (invoice) => adaptInvoice(invoice, numberOf(tax)),
    (invoice) => adaptInvoice(invoice, nameOf(tax)),
  ),
};
