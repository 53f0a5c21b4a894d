import { describe, expect, it } from "vitest";
import { nameTable, ownsPayload } from "../../../src/backends/go/names.js";
import { exported, fileStem, packageName, unexported } from "../../../src/backends/go/words.js";
import type { UnionDef } from "../../../src/ir/model.js";
import { struct, union } from "../../check/ir.js";
import { awkward } from "./spec.js";

describe("casing", () => {
  it.each([
    ["sessionId", "SessionID", "sessionID"],
    ["id", "ID", "id"],
    ["nodeIds", "NodeIDs", "nodeIDs"],
    ["RpcRequest", "RPCRequest", "rpcRequest"],
    ["ttlSecs", "TTLSecs", "ttlSecs"],
    ["x25519Key", "X25519Key", "x25519Key"],
    ["foo_bar", "FooBar", "fooBar"],
  ])("of %s", (name, upper, lower) => {
    expect(exported(name)).toBe(upper);
    expect(unexported(name)).toBe(lower);
  });
});

describe("files and packages", () => {
  it("never look like tests or builds for one system", () => {
    expect(["wire.packet", "a.test", "a.linux", "a.b.amd64", "linux", "test", "module.test"].map(fileStem)).toEqual(["wire_packet", "a_test_", "a_linux_", "a_b_amd64_", "linux", "test", "module_test_"]);
  });

  it("are one word that is no keyword and no package in use", () => {
    expect(["my-spec", "type", "9lives", "codec", "main"].map(packageName)).toEqual(["myspec", "typespec", "spec9lives", "codecspec", "mainspec"]);
  });
});

describe("a struct that is called as one written in place for a case would be", () => {
  const payload = struct("ChoiceItem", {});
  const choice = union("Choice", [["item", "ChoiceItem"], ["Item", "ChoiceItem"], ["other", "ChoiceItem"]]) as UnionDef;

  it("is the type of the first of the cases that differ by case alone", () => {
    expect(choice.cases.map(({ name }) => ownsPayload(choice, name, payload))).toEqual([true, false, false]);
  });
});

describe("the naming table", () => {
  const names = nameTable(awkward());

  it("puts the module before types whose names clash", () => {
    expect(["bad.Words", "linux.Words", "other.linux.Words", "other.test.Words"].map(names.type)).toEqual(["BadWords", "LinuxWords", "OtherLinuxWords", "TestWords"]);
  });

  it("gives way to types, and to names that the package needs", () => {
    expect(names.type("bad.KindRed")).toBe("KindRed");
    expect(names.constant("bad.Kind", "red")).toBe("KindRed_");
    expect(names.type("bad.SpecHash")).toBe("SpecHash_");
    expect(names.type("bad.DecodeOpen")).toBe("DecodeOpen");
    expect(names.decode("bad.Open")).toBe("DecodeOpen_");
    expect(names.type("bad.ChoiceCase")).toBe("ChoiceCase");
    expect(names.caseInterface("bad.Choice")).toBe("ChoiceCase_");
  });

  it("uses a struct that was written in place as the case's type", () => {
    expect(names.caseType("bad.Choice", "type")).toBe("ChoiceType");
    expect(names.caseType("bad.Choice", "kind")).toBe("ChoiceKind");
  });

  it("keeps fields apart from each other and from methods", () => {
    expect(["fooBar", "foo_bar", "FOOBar", "marshalBinary", "string"].map((name) => names.field("bad.Words", name))).toEqual(["FooBar", "FooBar_", "FooBar__", "MarshalBinary_", "String_"]);
    expect([names.field("bad.Open", "unknown"), names.unknown("bad.Open")]).toEqual(["Unknown", "Unknown_"]);
  });
});
