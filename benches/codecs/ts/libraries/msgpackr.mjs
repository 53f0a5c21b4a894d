/** MessagePack with record structures, and the native text decoder that the library brings along: the fastest general one. */
import { Packr } from "msgpackr";
import { messages } from "../content.mjs";
import { versionOf } from "./version.mjs";

export const name = "msgpackr";
export const version = versionOf("msgpackr");

const same = (value) => value;

/** Structures are shared by both sides, as between two programs that keep them. */
function message() {
  const packr = new Packr({ structures: [], mapsAsObjects: false, int64AsType: "bigint" });
  return { from: same, encode: (value) => packr.pack(value), decode: (bytes) => packr.unpack(bytes), back: same };
}

export default Object.fromEntries(messages.map((name) => [name, message()]));
