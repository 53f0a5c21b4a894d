/** One language's place in a run; a peer that is missing answers everything with that. */
import { PeerClient, type ClientOptions } from "../peers/client.js";
import { findPeer, type Language } from "../peers/find.js";
import type { Peer } from "./examine.js";
import type { LanguageResult } from "./results.js";

export interface Seat {
  result: LanguageResult;
  peer: Peer;
  /** Ends the peer, and waits for that. */
  close(): Promise<void>;
  /** What went wrong that no single request is to blame for. */
  problems(): string[];
}

/** Starts the language's peer of a folder and has it say hello. */
export async function seat(language: Language, folder: string, options: ClientOptions): Promise<Seat> {
  const found = findPeer(folder, language);
  if ("missing" in found) return { result: { language, hello: found }, peer: absent(language), close: () => Promise.resolve(), problems: () => [found.missing] };
  const client = new PeerClient(found.command, options);
  const hello = await client.start();
  const shared = { close: () => client.close(), problems: () => client.problems };
  if (typeof hello === "string") return { result: { language, hello: { missing: hello } }, peer: absent(language), ...shared };
  const types = new Set(hello.types);
  return { result: { language, hello }, peer: { language, knows: (type) => types.has(type), request: (request) => client.request(request) }, ...shared };
}

/** It cannot be asked, so no type is missing: everything fails for the same reason. */
function absent(language: Language): Peer {
  return { language, knows: () => true, request: () => Promise.resolve({ fault: { kind: "gone", detail: "the peer is not there" } }) };
}
