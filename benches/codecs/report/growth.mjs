/** Whether the cost of a byte stays what it is as messages grow. */
import { languages, operations } from "./rivals.mjs";

/** Below, what an operation costs whatever its size hides what a byte costs. */
const FROM_SIZE = 1024;
/** Larger rises are not linear any more. */
const MOST_RISE = 2;
/** Nanoseconds a byte that memory may cost beyond the caches: to be read, to be had from the system, to be collected. */
const MEMORY_COST = 0.5;

/** A curve for each language, message and operation: `{ language, message, op, library, points: [{ bytes, cost }] }`, cost in ns a byte. */
export function curves(results) {
  const grown = results.filter(({ growth }) => growth);
  const byMessage = [...new Set(grown.map(({ message }) => message))];
  return byMessage.flatMap((message) =>
    operations.flatMap((op) =>
      languages.flatMap(({ id: language }) => {
        const own = grown.filter((result) => result.language === language && result.message === message && result.op === op);
        return [...new Set(own.map(({ library }) => library))].map((library) => ({
          language,
          message,
          op,
          library,
          points: own
            .filter((result) => result.library === library)
            .map(({ bytes, ns }) => ({ bytes, cost: ns / bytes }))
            .sort((a, b) => a.bytes - b.bytes),
        }));
      }),
    ),
  );
}

/** The point of a curve that costs too much beside a smaller one, if there is one: `{ from, to }`. */
export function rise({ points }) {
  let least;
  let worst;
  for (const point of points) {
    if (point.bytes < FROM_SIZE) continue;
    if (least && point.cost > MOST_RISE * least.cost + MEMORY_COST && (!worst || point.cost > worst.to.cost)) worst = { from: least, to: point };
    if (!least || point.cost < least.cost) least = point;
  }
  return worst;
}
