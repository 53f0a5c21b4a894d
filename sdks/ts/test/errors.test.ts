import {
  CodecError,
  DecodeError,
  EncodeError,
  PacketHeader,
  RpcRequest,
  RpcStatus,
  RpcResponse,
  ToolEvent,
  WindowGrant,
} from "@meshwright/sdk";
import { describe, expect, test } from "vitest";

const unhex = (digits: string): Uint8Array => Uint8Array.from(Buffer.from(digits, "hex"));
const caught = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe("decoding", () => {
  test("says kind, offset, path, and what was needed", () => {
    const error = caught(() => WindowGrant.decode(unhex("0100000000000000020000000000000003000000000000")));
    expect(error).toBeInstanceOf(DecodeError);
    expect(error).toBeInstanceOf(CodecError);
    expect(error).toMatchObject({ name: "DecodeError", kind: "truncated", offset: 16, path: "ackSeq" });
    expect((error as Error).message).toBe("WindowGrant.ackSeq: needs 8 bytes, 7 are left");
  });

  test("a wrong constant comes before the end of the input", () => {
    expect(caught(() => PacketHeader.decode(unhex("4d5802")))).toMatchObject({
      kind: "bad_constant",
      offset: 0,
      path: "magic",
    });
  });

  test("offsets of JSON count bytes", () => {
    const error = caught(() => ToolEvent.decode(new TextEncoder().encode('{"type":"delta","data":"é"} ')));
    expect(error).toMatchObject({ kind: "trailing_bytes", offset: 28, path: "" });
    expect((error as Error).message).toBe("ToolEvent: stands after the value");
  });
});

describe("encoding", () => {
  const request: RpcRequest = { service: "calculator", deadlineNs: 0n, flags: 0, headers: [], body: new Uint8Array() };
  const refused = (change: object): unknown => caught(() => RpcRequest.encode({ ...request, ...change }));

  test.each([
    ["a negative number", { flags: -2 }, "unknown_flag", "flags"],
    ["a number with a fraction", { flags: 2.5 }, "out_of_range", "flags"],
    ["a number that is too large", { deadlineNs: 1n << 64n }, "out_of_range", "deadlineNs"],
    ["a number in place of a bigint", { deadlineNs: 5 }, "out_of_range", "deadlineNs"],
    ["text that is too short", { service: "" }, "out_of_range", "service"],
    ["text that is too long in bytes", { service: "é".repeat(128) }, "too_long", "service"],
    ["half a surrogate pair", { service: "a\ud800" }, "invalid_utf8", "service"],
    ["no text", { service: undefined }, "malformed", "service"],
    ["no bytes", { body: [1, 2] }, "malformed", "body"],
    [
      "a fault in an element",
      {
        headers: [
          { name: "a", value: new Uint8Array() },
          { name: "", value: new Uint8Array() },
        ],
      },
      "out_of_range",
      "headers[1].name",
    ],
    [
      "too many elements",
      { headers: Array.from({ length: 33 }, () => ({ name: "a", value: new Uint8Array() })) },
      "too_long",
      "headers",
    ],
  ])("refuses %s", (_, change, kind, path) => {
    const error = refused(change);
    expect(error).toBeInstanceOf(EncodeError);
    expect(error).toMatchObject({ kind, path });
    expect((error as Error).message).toMatch(`RpcRequest.${path}: `);
  });

  test("an open enum takes names and the numbers of later versions", () => {
    const response = { status: "notFound", headers: [], body: new Uint8Array() } as RpcResponse;
    expect(RpcResponse.decode(RpcResponse.encode(response)).status).toBe("notFound");
    expect(RpcResponse.decode(RpcResponse.encode({ ...response, status: 777 })).status).toBe(777);
    expect(RpcResponse.decode(RpcResponse.encode({ ...response, status: RpcStatus.timeout })).status).toBe("timeout");
    expect(caught(() => RpcResponse.encode({ ...response, status: "toString" as RpcStatus }))).toMatchObject({
      kind: "unknown_variant",
      path: "status",
    });
    expect(caught(() => RpcResponse.encode({ ...response, status: 65536 }))).toMatchObject({
      kind: "out_of_range",
      path: "status",
    });
  });

  test("an unknown case is refused", () => {
    expect(caught(() => ToolEvent.encode({ case: "stop" } as unknown as ToolEvent))).toMatchObject({
      kind: "unknown_variant",
      path: "",
    });
  });
});
