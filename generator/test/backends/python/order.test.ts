import { expect, it } from "vitest";
import { asExported, asImported } from "../../../src/backends/python/order.js";

it("sorts names as ruff's rules for imports do", () => {
  expect(["Deep10", "Deep2", "Deeper", "DeepJson", "Deep", "X1", "I", "value", "ID"].sort(asImported)).toEqual(["ID", "X1", "Deep", "Deep2", "Deep10", "Deeper", "DeepJson", "I", "value"]);
});

it("sorts __all__ as ruff does, where capitals come before small letters", () => {
  expect(["Deep10", "Deep2", "Deeper", "DeepJson", "Deep", "value", "ID"].sort(asExported)).toEqual(["ID", "Deep", "Deep2", "Deep10", "DeepJson", "Deeper", "value"]);
});
