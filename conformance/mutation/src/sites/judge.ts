/** One mutant before the vectors: its peer is started, asked, and ended. */
import { PeerClient } from "../../../runner/dist/peers/client.js";
import type { Outcome, Request } from "../../../runner/dist/peers/protocol.js";
import type { Vector } from "../../../runner/dist/vectors/model.js";
import { PATIENCE } from "../trial/patience.js";
import { trial, type Ask, type Kill } from "../trial/trial.js";
import { SWITCH } from "./syntax.js";

/** `command` starts the peer, `number` switches the mutant on. Null: it answered every vector rightly. */
export async function judge(command: string, number: number, vectors: readonly Vector[]): Promise<Kill | null> {
  const client = peer(command, number);
  try {
    if (typeof (await client.start()) === "string") return { vector: "hello", how: "crash" };
    const verdict = await trial({ ask: asked(client), again: alone(command, number), control: alone(command, 0) }, vectors, (found) => found.decode !== undefined || found.encode !== undefined);
    return verdict.decode ?? verdict.encode ?? null;
  } finally {
    await client.close();
  }
}

const peer = (command: string, number: number): PeerClient => new PeerClient(command, { ...PATIENCE(), env: { [SWITCH]: String(number) } });

/** No other mutant is switched on, so when the peer cannot be started again, this one keeps it from that. */
const asked = (client: PeerClient): Ask => async (request: Request): Promise<Outcome> => {
  const outcome = await client.request(request);
  return "fault" in outcome && outcome.fault.kind === "gone" ? { fault: { ...outcome.fault, kind: "crash" } } : outcome;
};

/** Asks a process of its own. */
const alone = (command: string, number: number): Ask => async (request: Request): Promise<Outcome> => {
  const client = peer(command, number);
  try {
    await client.start();
    return await asked(client)(request);
  } finally {
    await client.close();
  }
};
