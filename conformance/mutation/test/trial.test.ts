import { describe, expect, it } from "vitest";
import type { Outcome } from "../../runner/dist/peers/protocol.js";
import type { Vector } from "../../runner/dist/vectors/model.js";
import { trial, type Ask } from "../src/trial/trial.js";
import { tellingFirst } from "../src/trial/vectors.js";

const valid = (name: string, bytes: string): Vector => ({ type: "m.T", name, value: bytes.length, bytes, verdict: "valid", origin: "derived" });
const refused = (name: string, bytes: string): Vector => ({ type: "m.T", name, bytes, verdict: { kind: "truncated", offset: 0, path: "" }, origin: "derived" });

/** Right about everything, but for `wrong`. */
const peer = (wrong: string): Ask => async (request) => {
  if (request.op === "encode") return { ok: { bytes: wrong === "encode" ? "ffff" : "aabb" } };
  if (request.op === "decode" && request.bytes === "") return wrong === "decode" ? { ok: { value: 0 } } : { error: { kind: "truncated", message: "", offset: 0, path: "" } };
  return { ok: { value: 4 } };
};

const control = peer("nothing");
const hang: Outcome = { fault: { kind: "hang", detail: "" } };

describe("a trial", () => {
  const vectors = [valid("full", "aabb"), refused("truncated at 0", "")];

  it("finds nothing wrong with what is right", async () => {
    expect(await trial({ ask: peer("nothing"), control }, vectors, () => false)).toEqual({});
  });

  it("tells the sides apart", async () => {
    expect(await trial({ ask: peer("encode"), control }, vectors, () => false)).toEqual({ encode: { vector: "full", how: "bytes" } });
    expect(await trial({ ask: peer("decode"), control }, vectors, () => false)).toEqual({ decode: { vector: "truncated at 0", how: "accepted" } });
  });

  it("asks for the message by the name that it has in the peer", async () => {
    const asked: string[] = [];
    const ask: Ask = (request) => {
      if ("type" in request) asked.push(request.type);
      return peer("nothing")(request);
    };
    await trial({ ask, type: "mutant0.m.T", control }, vectors, () => false);
    expect(new Set(asked)).toEqual(new Set(["mutant0.m.T"]));
  });

  it("blames a mutant for hanging only if it does so again, when the unchanged code does not", async () => {
    const slow = (times: number, then: Ask): Ask => (request) => (times-- > 0 ? Promise.resolve(hang) : then(request));
    expect(await trial({ ask: slow(9, control), control }, [valid("full", "aabb")], () => false)).toEqual({ decode: { vector: "full", how: "hang" }, encode: { vector: "full", how: "hang" } });
    expect(await trial({ ask: slow(1, control), control: slow(2, control) }, [valid("full", "aabb")], () => false)).toEqual({});
    await expect(trial({ ask: slow(9, control), control: slow(99, control) }, [valid("full", "aabb")], () => false)).rejects.toThrow("too slow even without a mutant");
  });

  it("waits for no other that hangs when one is enough", async () => {
    let asked = 0;
    // Answers come one at a time, and what hangs holds up the next: here, for good.
    const ask: Ask = () => (asked++ === 0 ? Promise.resolve(hang) : new Promise<never>(() => undefined));
    expect(await trial({ ask, control, again: async () => hang }, vectors, (verdict) => verdict.decode !== undefined)).toEqual({ decode: { vector: "full", how: "hang" } });
  });

  it("blames no mutant for a peer that is gone", async () => {
    await expect(trial({ ask: async () => ({ fault: { kind: "gone", detail: "no hello" } }), control }, vectors, () => false)).rejects.toThrow("no hello");
  });

  it("stops when enough is known", async () => {
    let asked = 0;
    const many = Array.from({ length: 1000 }, (_, index) => valid(`v${index}`, "aabb"));
    await trial({ ask: (request) => (asked++, peer("encode")(request)), control }, many, (verdict) => verdict.encode !== undefined);
    expect(asked).toBeLessThan(100);
  });
});

describe("the order of vectors", () => {
  it("puts those first that speak of the place", () => {
    const vectors = [valid("full", "00"), valid("narrow least", "01"), valid("narrower least", "02")];
    expect(tellingFirst(vectors, "narrow").map(({ name }) => name)).toEqual(["narrow least", "full", "narrower least"]);
    expect(tellingFirst(vectors, "")).toEqual(vectors);
  });
});
