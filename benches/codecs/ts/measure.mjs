/** Times one operation after another in rounds, so that a slow moment of the machine hits all of them alike. */

const WARM_UP_MS = { full: 200, quick: 50 };
const ROUNDS = { full: 7, quick: 3 };
const ROUND_MS = { full: 50, quick: 5 };

/** Where results go, so that none of the work is left out. */
let sink;

/** Gives each operation its nanoseconds: the median of its rounds. */
export function measure(operations, quick) {
  const mode = quick ? "quick" : "full";
  const counts = operations.map((operation) => countFor(operation, WARM_UP_MS[mode], ROUND_MS[mode]));
  const times = operations.map(() => []);
  for (let round = 0; round < ROUNDS[mode]; round++) {
    operations.forEach((operation, index) => times[index].push(time(operation, counts[index])));
  }
  return times.map(median);
}

/** Runs for `warmUp` ms, so that the engine has compiled it; gives how often it runs in `ms`. */
function countFor(operation, warmUp, ms) {
  let count = 1;
  for (let spent = 0; spent < warmUp; count *= 2) spent += (time(operation, count) * count) / 1e6;
  return Math.max(1, Math.ceil((ms * 1e6) / time(operation, count)));
}

/** Nanoseconds of one run. */
function time(operation, count) {
  const start = process.hrtime.bigint();
  for (let i = 0; i < count; i++) sink = operation();
  const end = process.hrtime.bigint();
  return Number(end - start) / count;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/** The last result. */
export const lastResult = () => sink;
