import assert from "node:assert/strict";
import { test } from "vitest";
import { Steps } from "../run/steps.mjs";
import { duration } from "../run/terminal.mjs";

const outcomes = (steps) => steps.results.map(({ name, outcome }) => `${name}: ${outcome}`);
const fail = async () => {
  throw new Error("no");
};

test("a step whose need failed is not run, the others are", async () => {
  const steps = new Steps();
  await steps.run("a", fail);
  let ran = false;
  await steps.run("b", async () => void (ran = true), { needs: ["a"] });
  await steps.run("c", fail, { needs: ["b"] });
  await steps.run("d", async () => "a note");
  assert.deepEqual(outcomes(steps), ["a: failed", "b: not run", "c: not run", "d: passed"]);
  assert.equal(ran, false);
  assert.equal(steps.allPassed, false);
  assert.match(steps.summary(), /d +\S+ s +a note/);
});

test("a command that fails fails its step, and its output is in the log", async () => {
  const steps = new Steps();
  let log;
  await steps.run("failing command", async (own) => {
    log = own;
    await own.run(process.execPath, ["-e", "console.log('said'); process.exit(3)"]);
  });
  assert.match(steps.results[0].note, /ended with status 3$/);
  assert.match(log.tail, /^said$/m);
});

test("a command that does not exist is named", async () => {
  const steps = new Steps();
  await steps.run("absent command", (log) => log.run("no-such-command-here"));
  assert.match(steps.results[0].note, /no-such-command-here.*ENOENT/);
});

test("runs no more steps at a time than it may", async () => {
  const steps = new Steps();
  let now = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++now);
    await new Promise((resolve) => setTimeout(resolve, 20));
    now--;
  };
  assert.equal(await steps.runAll([["1", work], ["2", work], ["3", work], ["4", work], ["5", work]], 2), true);
  assert.equal(most, 2);
});

test("a step waits for those that it needs or comes after, while others go ahead", async () => {
  const steps = new Steps();
  const order = [];
  const say = (name) => async () => void order.push(name);
  const slow = async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    order.push("slow");
    throw new Error("no");
  };
  const passed = await steps.runAll([["slow", slow], ["needing", say("needing"), { needs: ["slow"] }], ["after", say("after"), { after: ["slow", "needing"] }], ["free", say("free")]], 2);
  assert.equal(passed, false);
  assert.deepEqual(order, ["free", "slow", "after"]);
  assert.deepEqual(outcomes(steps).toSorted(), ["after: passed", "free: passed", "needing: not run", "slow: failed"]);
});

test("steps that would wait for ever are named", async () => {
  await assert.rejects(new Steps().runAll([["free", async () => {}], ["stuck", async () => {}, { needs: ["mistyped"] }]]), /never end: stuck$/);
});

test("durations read well", () => {
  assert.equal(duration(420), "0.4 s");
  assert.equal(duration(125_900), "2 min 05 s");
});
