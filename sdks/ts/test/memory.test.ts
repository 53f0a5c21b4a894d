/** Whose memory the bytes of values and messages are. */
import { PacketHeader, RpcRequest } from "@meshwright/sdk";
import { expect, test } from "vitest";

const request: RpcRequest = { service: "s", deadlineNs: 1n, flags: 0, headers: [], body: Uint8Array.of(1, 2, 3) };

test("decoded bytes are views into the input, plain ones also of a Buffer", () => {
  const input = Buffer.from(RpcRequest.encode(request));
  const { body } = RpcRequest.decode(input);
  expect(body.buffer).toBe(input.buffer);
  expect(Object.getPrototypeOf(body)).toBe(Uint8Array.prototype);
  input[input.length - 1] = 9;
  expect(body).toStrictEqual(Uint8Array.of(1, 2, 9));
});

test("an encoded message has a buffer of its own", () => {
  const [first, second] = [RpcRequest.encode(request), RpcRequest.encode({ ...request, deadlineNs: 2n })];
  expect(first.buffer.byteLength).toBe(first.length);
  expect(first.buffer).not.toBe(second.buffer);
});

test("input may lie anywhere in a larger buffer", () => {
  const bytes = RpcRequest.encode(request);
  const larger = new Uint8Array(bytes.length + 10);
  larger.set(bytes, 7);
  expect(RpcRequest.decode(larger.subarray(7, 7 + bytes.length))).toStrictEqual(request);
});

test("messages can be written one after the other into memory at hand", () => {
  const target = new Uint8Array(64);
  const size = RpcRequest.encodeInto(request, target);
  expect(RpcRequest.encodeInto(request, target, size)).toBe(size);
  expect(RpcRequest.decode(target.subarray(size, 2 * size))).toStrictEqual(request);
  const last = target.length - size;
  expect(RpcRequest.encodeInto(request, target, last)).toBe(size);
  for (const offset of [last + 1, target.length, -1, NaN])
    expect(() => RpcRequest.encodeInto(request, target, offset), `${offset}`).toThrow(/^the message has \d+ bytes, /);
  expect(RpcRequest.decode(target.subarray(last))).toStrictEqual(request);
});

test("the size of a message that never changes is known", () => {
  expect(PacketHeader.size).toBe(64);
});

test("a value may encode another message while it is encoded", () => {
  const inner = RpcRequest.encode(request);
  const nested: RpcRequest = {
    ...request,
    get body() {
      return RpcRequest.encode(request);
    },
  };
  expect(RpcRequest.decode(RpcRequest.encode(nested)).body).toStrictEqual(inner);
});

test("a large message leaves nothing behind that the next one sees", () => {
  const large = { ...request, body: new Uint8Array(4_000_000).fill(7) };
  expect(RpcRequest.decode(RpcRequest.encode(large)).body.length).toBe(4_000_000);
  expect(RpcRequest.decode(RpcRequest.encode(request))).toStrictEqual(request);
});
