import { expect, it } from "vitest";
import { caseNames, fieldNames, Locals, memberNames, packageName, segmentNames, typeNames } from "../../../src/backends/python/names.js";

const named = (assign: (wishes: [string, string][]) => Map<string, string>, ...names: string[]): string[] => [...assign(names.map((name) => [name, name])).values()];

it("styles names as Python does", () => {
  expect(named(typeNames, "packetHeader", "HTTPHeader")).toEqual(["PacketHeader", "HttpHeader"]);
  expect(named(fieldNames, "sessionId", "x25519Key")).toEqual(["session_id", "x25519_key"]);
  expect(named(memberNames, "endOfStream")).toEqual(["END_OF_STREAM"]);
  expect(named(segmentNames, "my-module")).toEqual(["my_module"]);
});

it("keeps clear of keywords, and of what the place itself uses", () => {
  expect(named(typeNames, "None", "True")).toEqual(["None_", "True_"]);
  expect(named(fieldNames, "class", "from", "int", "decode", "unknown", "match", "type")).toEqual(["class_", "from_", "int_", "decode_", "unknown_", "match", "type"]);
  expect([...caseNames([["case", "case"], ["shape", "shape"]], "Shape").values()]).toEqual(["Case_", "Shape_"]);
  expect(named(segmentNames, "import", "codec", "wire")).toEqual(["import_", "codec_", "wire"]);
  expect([packageName("acme-chat"), packageName("class")]).toEqual(["acme_chat", "class_"]);
});

it("tells apart what looks the same in Python's style", () => {
  expect(named(fieldNames, "fooBar", "foo_bar", "FooBar")).toEqual(["foo_bar", "foo_bar_", "foo_bar__"]);
});

it("gives each local of a function a name of its own", () => {
  const locals = new Locals();
  expect([locals.take("headerSize"), locals.take("headerSize"), locals.take("data"), locals.take("lambda")]).toEqual(["header_size", "header_size_", "data_", "lambda_"]);
});
