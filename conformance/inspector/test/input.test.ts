import { describe, expect, it } from "vitest";
import { readAddress, writeAddress } from "../page/address.js";
import { guessForm, parseInput } from "../page/input.js";

describe("input", () => {
  it.each(["4d57 01", "4D5701", "0x4d, 0x57, 0x01", "4d:57:01", "\\x4d\\x57\\x01", "4d57\n01\n"])("reads hex as tools print it: %j", (text) => {
    expect(parseInput(text, "hex")).toEqual({ bytes: new Uint8Array([0x4d, 0x57, 1]) });
  });

  it("says what is wrong with hex, and where", () => {
    expect(parseInput("4d 5g", "hex")).toEqual({ problem: "“g” at character 5 is no hex digit" });
    expect(parseInput("4d5", "hex")).toEqual({ problem: "3 hex digits: the last byte has only one" });
  });

  it("takes text as it stands", () => {
    expect(parseInput('{"ä":1}\n', "text")).toEqual({ bytes: new TextEncoder().encode('{"ä":1}\n') });
  });

  it.each([
    ['{"type":"start"}', "text"],
    ['"stop"', "text"],
    ["4d57", "hex"],
    ["hello", undefined],
    ["", undefined],
  ])("guesses from %j: %s", (text, form) => expect(guessForm(text)).toBe(form));
});

describe("address", () => {
  it.each([
    { type: "wire.packet.PacketHeader", form: "hex" as const, input: "4d57" },
    { type: "", form: "hex" as const, input: null },
    { type: "wire.packet.PacketHeader", form: "hex" as const, input: "" },
    { type: "tool.ToolEvent", form: "text" as const, input: '{"a":"& # ä+%"}' },
  ])("brings back $input", (state) => expect(readAddress(writeAddress(state))).toEqual(state));

  it("reads the links of the report", () => {
    expect(readAddress("#type=wire.packet.PacketHeader&hex=4d57")).toEqual({ type: "wire.packet.PacketHeader", form: "hex", input: "4d57" });
  });
});
