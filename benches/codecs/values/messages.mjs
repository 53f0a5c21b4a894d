/** The values of the eight messages. Every program decodes them from `content/`, so that they stand here only. */
import { Random } from "./random.mjs";

export const packetHeader = () => ({
  flags: 1 | 4,
  subprotocol: 0x0102,
  priority: 3,
  sessionId: 0x0123456789abcdefn,
  counter: 1_234_567n,
  streamId: 0xfedcba9876543210n,
  sequence: 98_765n,
  origin: 0xa5a5a5a55a5a5a5an,
  channel: 0x1122334455667788n,
  subnet: 0x0a010203,
  payloadLength: 1_119,
  eventCount: 17,
});

export function machineReport() {
  const random = new Random(2);
  const counters =
    "takenAt uptime memoryTotal memoryFree memoryCached memoryDirty swapTotal swapFree diskRead diskWritten diskReads diskWrites netReceived netSent netPacketsIn netPacketsOut interrupts contextSwitches";
  const gauges =
    "cpuUser cpuSystem cpuIdle cpuWait load1 load5 load15 pressureCpu pressureMemory pressureDisk latencyMean latencyP50 latencyP90 latencyP99 latencyMax latencyDeviation";
  const fields = (names, make) => Object.fromEntries(names.split(" ").map((name) => [name, make()]));
  return {
    ...fields("machine image rack signer", () => random.bytes(32)),
    ...fields("boot report", () => random.bytes(16)),
    ...fields(counters, () => random.bits(48)),
    clockOffset: -1_234_567n,
    clockDrift: 89n,
    ...fields(gauges, () => random.unit() * 100),
    ...fields("processes threads openFiles openSockets errorsIn errorsOut", () => random.below(1_000_000)),
    altitude: -12,
    balance: 1_234_567,
    ...fields("celsius celsiusMax volts amperes", () => random.single(100)),
    ...fields("fan1 fan2 fan3 frequency region", () => 256 + random.below(60_000)),
    ...fields("cores sockets disks interfaces state alarm", () => 1 + random.below(100)),
  };
}

export function order() {
  const random = new Random(3);
  const item = () => ({
    sku: `SKU-${random.below(100_000)}`,
    quantity: 1 + random.below(12),
    price: random.below(50_000) - 1_000,
    discount: random.below(3) === 0 ? random.below(40) : null,
  });
  const parcel = () => ({ code: random.below(1_000_000), weight: random.below(30_000), fragile: random.below(4) === 0, items: list(4, item) });
  const shipment = () => ({ carrier: random.words(2), tracking: random.bits(60), departedAt: 1_760_000_000_000n + random.bits(24), parcels: list(4, parcel) });
  return { id: 8_812_345n, customer: "Ærøskøbing Søfart A/S", status: "shipped", shipments: list(4, shipment) };
}

export function profile() {
  const random = new Random(4);
  return {
    id: "01J8ZQ5T6W3K9M2N4P7R8S0V1X",
    login: "aurelie.lefevre",
    name: "Aurélie Lefèvre-Nuñez",
    nativeName: "Аурелия Лефевр",
    email: "aurelie.lefevre@example.org",
    phone: "+33 1 23 45 67 89",
    street: "12bis, rue de l’Église",
    city: "Besançon",
    region: "Bourgogne-Franche-Comté",
    country: "FR",
    language: "fr-FR",
    timeZone: "Europe/Paris",
    homepage: "https://example.org/~aurelie/index.html?lang=fr",
    avatar: "https://images.example.org/u/01J8ZQ5T6W3K9M2N4P7R8S0V1X/256.webp",
    company: "株式会社メッシュ研究所",
    title: "Senior engineer, distributed systems",
    motto: "Πάντα ῥεῖ 🌊",
    status: "online",
    biography: `${random.words(40)}. Née à Besançon, elle a étudié à Zürich et à Łódź; naïveté, façade, Straße. ${random.words(30)}.`,
    notes: random.words(60),
  };
}

export function sampleArray() {
  const random = new Random(5);
  const start = 1_760_000_000_000_000_000n;
  const sample = (index) => ({ at: start + BigInt(index) * 1_000_003n, value: random.unit() * 40 - 10, channel: random.below(100_000), quality: random.below(101) });
  return { sensor: 77, samples: list(1_000, sample) };
}

export function drawing() {
  const random = new Random(6);
  const point = () => random.single(1_000);
  const commands = {
    move: () => ({ x: point(), y: point() }),
    line: () => ({ x: point(), y: point() }),
    curve: () => ({ x1: point(), y1: point(), x2: point(), y2: point(), x: point(), y: point() }),
    colour: () => ({ red: random.below(256), green: random.below(256), blue: random.below(256), alpha: random.below(256) }),
    label: () => ({ text: random.words(2), size: 8 + random.below(40) }),
    layer: () => ({ id: random.bits(), visible: random.below(2) === 0 }),
  };
  const names = Object.keys(commands);
  const command = () => {
    const name = random.pick(names);
    return { case: name, value: commands[name]() };
  };
  return { commands: list(120, command) };
}

export function inventory() {
  const random = new Random(7);
  const stock = () => ({ count: random.below(10_000), price: random.bits(24), shelf: random.below(500), weight: random.single(50) });
  const names = new Set();
  while (names.size < 100) names.add(`${random.words(2)} ${names.size}`);
  return { stock: new Map([...names].map((name) => [name, stock()])) };
}

export function invoice() {
  const random = new Random(8);
  const party = (name, city, taxId) => ({ name, street: `${random.words(2)} ${random.below(200)}`, city, country: "DK", ...(taxId && { taxId }), location: { latitude: random.measure(90), longitude: random.measure(180) } });
  const line = (index) => ({
    position: index + 1,
    sku: `SKU-${random.below(100_000)}`,
    description: random.words(4),
    quantity: 1 + random.below(20),
    unitPrice: random.measure(500),
    adjustment: random.below(200) - 100,
    tax: random.pick(["none", "reduced", "standard"]),
    tags: list(2, () => random.words(1)),
  });
  return {
    id: 1_204_881,
    number: "2026-11-000481",
    issued: "2026-11-21T09:30:00Z",
    currency: "EUR",
    paid: false,
    seller: party("Søren’s Bådeværft", "Ærøskøbing", "DK12345678"),
    buyer: party("Harbour \"North\" Ltd", "Aarhus"),
    lines: list(15, line),
    notes: [random.words(12), "Leveres på kajen; ring før ankomst.\nTak!"],
    total: 12_345.67,
  };
}

function list(count, make) {
  return Array.from({ length: count }, (_, index) => make(index));
}
