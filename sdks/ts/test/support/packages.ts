/** Messages and their neutral JSON: of the SDK itself, and of a package generated for another spec. */
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Codec } from "@meshwright/sdk";
import type { Message } from "../../../../conformance/peers/ts/src/neutral/index.js";
import { Names } from "../../../../generator/src/backends/typescript/names.js";
import type { CodecModel } from "../../../../generator/src/codec/model.js";
import type { TypeId } from "../../../../generator/src/ir/model.js";
import { scratchFolder, writePackage } from "../../../../generator/test/backends/typescript/tools.js";

export interface Package {
  codecs: ReadonlyMap<TypeId, Codec<unknown>>;
  /** What its peer encodes and decodes. */
  dispatch: ReadonlyMap<TypeId, Message>;
  /** Makes this the buffer that the next message is written into, if it is large enough. */
  putBuffer(bytes: Uint8Array<ArrayBuffer>): void;
}

export async function ownPackage(model: CodecModel): Promise<Package> {
  const sdk = await import("@meshwright/sdk");
  const { messages } = await import("../../../../conformance/peers/ts/src/generated/dispatch.js");
  const writer = await load(fileURLToPath(new URL("../../dist/codec/binary/writer.js", import.meta.url)));
  return { codecs: codecsOf(model, sdk), dispatch: messages, putBuffer: bufferOf(writer as unknown as Writers) };
}

/** Generates a package, peer and all, into a folder of its own, and loads it. */
export async function generatedPackage(model: CodecModel): Promise<Package> {
  const folder = scratchFolder();
  writePackage(model.spec, folder);
  const { messages } = await load(join(folder, "peer/dist/generated/dispatch.js"));
  return {
    codecs: codecsOf(model, await load(join(folder, "dist/index.js"))),
    dispatch: messages as Package["dispatch"],
    putBuffer: bufferOf((await load(join(folder, "dist/codec/binary/writer.js"))) as unknown as Writers),
  };
}

/** How one buffer serves one message after the other. */
type Writers = Pick<typeof import("../../src/codec/binary/writer.js"), "acquire" | "release">;

function bufferOf({ acquire, release }: Writers): Package["putBuffer"] {
  return (bytes) => {
    const writer = acquire();
    writer.bytes = bytes;
    release(writer);
  };
}

async function load(file: string): Promise<Record<string, unknown>> {
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Record<string, unknown>;
}

function codecsOf(model: CodecModel, exports: Readonly<Record<string, unknown>>): ReadonlyMap<TypeId, Codec<unknown>> {
  const names = new Names(model);
  return new Map(model.roots.map(({ type }) => [type, exports[names.exported(type)] as Codec<unknown>]));
}
