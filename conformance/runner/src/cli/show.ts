/** `show VECTOR`: one vector, and what each language makes of it now. */
import { resolve } from "node:path";
import { examine, type Peer } from "../core/examine.js";
import { type Judgement } from "../core/judge.js";
import { PeerClient } from "../peers/client.js";
import { findPeer } from "../peers/find.js";
import type { Outcome, Request } from "../peers/protocol.js";
import { describe } from "../report/describe.js";
import { VectorError } from "../vectors/load.js";
import { vectorId, type Vector } from "../vectors/model.js";
import { verdictOf } from "./list.js";
import { clientOptions, type PeerOptions } from "./run.js";
import { selectLanguages, selectVectors, type SelectOptions } from "./select.js";
import { hexDump } from "./text.js";

/** The exit status. */
export async function showCommand(id: string, options: SelectOptions & PeerOptions): Promise<number> {
  const { vectors } = selectVectors({ ...options, only: [id.includes("/") ? id : `${id}/*`] });
  const [vector] = vectors;
  if (!vector || vectors.length > 1) throw new VectorError(`${id} names ${vectors.length} vectors, such as ${vectors.slice(0, 5).map(vectorId).join(", ")}: name one`);
  console.log(describeVector(vector));
  let wrong = 0;
  for (const language of selectLanguages(options.language)) {
    const found = findPeer(resolve(options.peers), language);
    if ("missing" in found) {
      console.log(`${language}\n  ✗ ${found.missing}`);
      wrong++;
      continue;
    }
    const client = new PeerClient(found.command, clientOptions(options));
    const hello = await client.start();
    const types = new Set(typeof hello === "string" ? [vector.type] : hello.types);
    const answers: string[] = [];
    const peer: Peer = {
      language,
      knows: (type) => types.has(type),
      request: async (request) => {
        const outcome = await client.request(request);
        answers.push(`${describeRequest(request, vector)}: ${describeOutcome(outcome)}`);
        return outcome;
      },
    };
    const result = await examine(vector, [peer]);
    await client.close();
    const judgements = [...result.decode, ...result.encode, ...(result.matrix?.flat() ?? [])];
    const bad = judgements.filter((judgement): judgement is NonNullable<Judgement> => judgement !== null && judgement !== undefined);
    wrong += bad.length;
    console.log(`${language}: ${bad.length === 0 ? "✓" : `✗ ${[...new Set(bad.map(({ mismatch }) => mismatch))].join(", ")}`}`);
    for (const line of answers) console.log(`  ${line}`);
  }
  return wrong === 0 ? 0 : 1;
}

function describeVector(vector: Vector): string {
  const lines = [vectorId(vector), `  origin   ${vector.origin}`, `  verdict  ${verdictOf(vector)}${vector.direction ? " (encoders only)" : ""}`];
  if (vector.notes !== undefined) lines.push(`  notes    ${vector.notes}`);
  if (vector.value !== undefined) lines.push("", JSON.stringify(vector.value, null, 2));
  if (vector.bytes !== null) lines.push("", hexDump(vector.bytes));
  return `${lines.join("\n")}\n`;
}

function describeRequest(request: Request, vector: Vector): string {
  return request.op === "decode" && request.bytes !== vector.bytes ? `decode of ${request.bytes}` : request.op;
}

function describeOutcome(outcome: Outcome): string {
  if ("fault" in outcome) return `${outcome.fault.kind}: ${outcome.fault.detail}`;
  if ("error" in outcome) return `refused, ${describe({ refusal: outcome.error })}`;
  return JSON.stringify(outcome.ok["value"] ?? outcome.ok["bytes"] ?? outcome.ok);
}
