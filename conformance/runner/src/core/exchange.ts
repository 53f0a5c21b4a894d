/** One exchange among all languages of both generations. */
import { otherThan, type Exchange, type Generation } from "../exchanges/model.js";
import type { Outcome } from "../peers/protocol.js";
import { askOne, type Peer } from "./examine.js";
import { answered, bytesOf, judgeBytes, judgeRefusal, judgeValue, type Judgement, type Wrong } from "./judge.js";

/** What went wrong between two peers, and when: as the reader read, as it wrote that again, or as the writer read its own message back. */
export interface PairFault {
  step: "read" | "write again" | "read back";
  wrong: Wrong;
}

export interface ExchangeResult {
  exchange: Exchange;
  /** By position of the writing language. */
  written: Judgement[];
  /** `pairs[a][b]`: b read what a wrote, wrote it again, and a read that. */
  pairs: (PairFault | null)[][];
  /** What the readers answered, each of each. */
  seen: Outcome[];
}

export async function exchangeAmong(exchange: Exchange, peers: Record<Generation, readonly Peer[]>): Promise<ExchangeResult> {
  const { type, value } = exchange;
  const seen: Outcome[] = [];
  const rows = await Promise.all(
    peers[exchange.from].map(async (writer) => {
      const made = await askOne(writer, type, { op: "encode", type, value });
      const readers = peers[otherThan(exchange.from)];
      return { written: judgeBytes(made, exchange.bytes), pairs: await Promise.all(readers.map((reader) => between(exchange, made, writer, reader, seen))) };
    }),
  );
  return { exchange, written: rows.map(({ written }) => written), pairs: rows.map(({ pairs }) => pairs), seen };
}

/** The very bytes that the writer gave go to the reader and, if it takes them, back. */
async function between({ type, value, outcome }: Exchange, made: Outcome, writer: Peer, reader: Peer, seen: Outcome[]): Promise<PairFault | null> {
  const bytes = bytesOf(made);
  const expected = "reads" in outcome ? { value: outcome.reads } : { refusal: outcome.refuses };
  if (bytes === null) return { step: "read", wrong: { mismatch: "no-bytes", expected, actual: answered(made, "bytes") } };
  const read = await askOne(reader, type, { op: "decode", type, bytes });
  seen.push(read);
  const misread = "reads" in outcome ? judgeValue(read, outcome.reads) : judgeRefusal(read, outcome.refuses, "decode");
  if (misread) return { step: "read", wrong: misread };
  if (!("reads" in outcome)) return null;
  const again = await askOne(reader, type, { op: "encode", type, value: outcome.reads });
  const rewritten = judgeBytes(again, bytes);
  if (rewritten) return { step: "write again", wrong: rewritten };
  const back = judgeValue(await askOne(writer, type, { op: "decode", type, bytes: bytesOf(again) as string }), value);
  return back && { step: "read back", wrong: back };
}
