/** The sidecar service as programs know it: calls by name, bytes by number, JSON by protobuf's rules. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planFiles, type ProtoService } from "../../src/proto/plan.js";
import { protoFiles } from "../../src/proto/render.js";
import { readSpec } from "../../src/read/read.js";
import { hasProtoc, moduleOf, protoc, run } from "./toolchain.js";

const spec = readSpec(fileURLToPath(new URL("../../../spec", import.meta.url))).spec!;
const file = planFiles(spec).find((one) => one.package === "peat.sidecar.v1")!;
const service = file.definitions.find((one): one is ProtoService => one.template === "service")!;

describe("calls", () => {
  it("are 27, under one name", () => {
    expect(`/${file.package}.${service.name}/${service.methods[0]!.name}`).toBe("/peat.sidecar.v1.PeatSidecar/GetStatus");
    expect(service.methods).toHaveLength(27);
  });

  it("answer with a stream in two cases, and never take one", () => {
    expect(service.methods.filter(({ response }) => response.startsWith("stream ")).map(({ name }) => name)).toEqual(["Subscribe", "SubscribeAttachmentBundle"]);
    expect(service.methods.filter(({ request }) => request.startsWith("stream "))).toEqual([]);
  });
});

describe.skipIf(!hasProtoc)("messages", () => {
  const folder = mkdtempSync(join(tmpdir(), "meshwright-sidecar-"));
  const files = protoFiles(spec).filter(({ path }) => path === file.path);
  const encode = (message: string, json: object): { bytes: string; json: object } => {
    const script = fileURLToPath(new URL("encode.py", import.meta.url));
    return JSON.parse(run([script, folder, moduleOf(files[0]!)], JSON.stringify({ message, json }))) as { bytes: string; json: object };
  };

  beforeAll(() => void protoc(folder, files), 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  // Bytes by hand: number × 8 + wire type, then the value.
  it.each<[string, object, string]>([
    ["GetStatusResponse", { nodeId: "n1", endpointAddr: "ab", syncActive: true, connectedPeers: 2, phase: 2 }, "0a026e31 12026162 1801 2002 2802"],
    ["ConnectPeerRequest", { endpointId: "e", addresses: ["h:1", "h:2"], relayUrl: "r" }, "0a0165 1203683a31 1203683a32 1a0172"],
    ["GetDocumentResponse", {}, ""],
    ["GetDocumentResponse", { jsonData: "" }, "0a00"],
    ["SubscribeRequest", { collections: ["c"], query: { and: { clauses: [{ eq: { field: "f", value: "1" } }] } } }, "0a0163 120c 220a 0a08 0a06 0a0166 120131"],
    ["Track", { id: "t", altitudeM: 1.5, classification: "x", category: 4 }, "0a0174 39000000000000f83f 5a0178 6804"],
    ["Command", { id: "c", createdAt: "-1", payloadJson: "{}" }, "0a0163 28ffffffffffffffffff01 3a027b7d"],
    ["SendAttachmentsRequest", { files: [{ rootName: "r", sha256: "AP8=" }], scope: { capable: {} }, priority: 5 }, "0a07 0a0172 220200ff 1202 2200 1805"],
    ["CollectionConfig", { collection: "c", deletionPolicy: 3, softDeleteTtlSecs: "300" }, "0a0163 1003 18ac02"],
  ])("%s %j", (message, json, bytes) => {
    expect(encode(message, json).bytes).toBe(bytes.replaceAll(" ", ""));
  });

  it("are JSON with members in camelCase, 64-bit numbers as text, bytes in base64, and without defaults", () => {
    const shown = encode("SendAttachmentsRequest", { files: [{ rootName: "r", relativePath: "", sizeBytes: 5, sha256: "AP8=" }] }).json;
    expect(shown).toEqual({ files: [{ rootName: "r", sizeBytes: "5", sha256: "AP8=" }] });
  });
});
