import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "vitest";
import { bugs } from "../../runtime-core/simulator/bugs/list.mjs";
import { root } from "../run/paths.mjs";

test("there are bugs of at least twelve kinds", () => assert.ok(bugs.length >= 12));

test.each(bugs)("the planted bug $name still applies", ({ path, what }) => {
  assert.match(what, /^[A-Z].*\.$/);
  execFileSync("git", ["apply", "--check", path], { cwd: root, stdio: "pipe" });
});
