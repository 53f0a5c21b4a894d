/**
 * What is timed: systems, kinds of work, sizes. `most`: the largest message that a system carries, in a work or in any. `build`: the program that has
 * it, if not the one with all systems; `runs`: its name there, if it is another.
 */

const KIB = 1024;
export const sizes = [64, KIB, 64 * KIB, 1024 * KIB];

export const systems = [
  { id: "meshwright", name: "Meshwright, reliable", colours: ["#c2410c", "#fb923c"] },
  { id: "meshwright-unreliable", name: "Meshwright, unreliable", colours: ["#be185d", "#f472b6"], most: { any: 64 * KIB } },
  { id: "meshwright-plain", name: "Meshwright, reliable, not encrypted", colours: ["#78350f", "#fcd34d"], build: "plain", runs: "meshwright" },
  { id: "meshwright-plain-unreliable", name: "Meshwright, unreliable, not encrypted", colours: ["#831843", "#fbcfe8"], most: { any: 64 * KIB }, build: "plain", runs: "meshwright-unreliable" },
  { id: "udp", name: "plain UDP", colours: ["#52525b", "#d4d4d8"], most: { "round-trip": 64 * KIB, "one-way": KIB } },
  { id: "quinn-datagram", name: "quinn datagrams", colours: ["#0369a1", "#38bdf8"], most: { any: KIB } },
  { id: "quinn-stream", name: "quinn stream", colours: ["#0e7490", "#67e8f9"] },
  { id: "zenoh", name: "zenoh", colours: ["#6d28d9", "#c4b5fd"] },
  { id: "nats", name: "NATS core", colours: ["#15803d", "#4ade80"] },
  { id: "tonic", name: "tonic", colours: ["#a16207", "#facc15"] },
];

export const works = [
  { id: "flood", name: "as many as it takes" },
  { id: "round-trip", name: "there and back" },
  { id: "one-way", name: "there" },
];
