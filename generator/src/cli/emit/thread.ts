/** What runs in a worker thread: answers orders task by task. */
import { parentPort } from "node:worker_threads";
import { loadBackend } from "../../backends/all.js";
import type { Backend } from "../../backends/backend.js";
import { tasksOf } from "./tasks.js";
import type { Answer, Message, Order } from "./worker.js";

let backends: Promise<Backend[]> = Promise.resolve([]);

parentPort!.on("message", (message: Message) => {
  if ("load" in message) backends = Promise.all(message.load.map(loadBackend));
  else void carryOut(message.order);
});

async function carryOut({ spec, options, sound, names }: Order): Promise<void> {
  const tasks = tasksOf(spec, options, await backends, sound);
  for (const name of names) parentPort!.postMessage(answer(name, () => tasks.find((task) => task.name === name)!.run()));
}

function answer(name: string, run: () => Extract<Answer, { made: unknown }>["made"]): Answer {
  try {
    return { name, made: run() };
  } catch (error) {
    return { name, error: error instanceof Error ? error.message : String(error) };
  }
}
