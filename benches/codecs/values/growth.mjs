/** Values of about any size, to see how the cost of a byte changes with it. */
import { Random } from "./random.mjs";

/** 64 B to 16 MiB. */
export const growthSizes = Array.from({ length: 10 }, (_, step) => 64 * 4 ** step);

/** Each makes the value whose encoding has about so many bytes. */
export const growth = {
  GrowthBytes: (size) => ({ data: new Random(11).bytes(size - 4) }),
  GrowthText: (size) => ({ text: mixedText(size - 4) }),
  GrowthNumbers: (size) => {
    const random = new Random(13);
    return { numbers: Array.from({ length: Math.floor((size - 4) / 8) }, () => random.unit() * 1e6) };
  },
  GrowthDocument: (size) => {
    const random = new Random(14);
    const records = [];
    for (let written = 14; written < size - 40; ) {
      const record = { id: random.u32(), name: random.words(1 + random.below(3)), score: random.measure(1000), tags: [random.words(1)] };
      records.push(record);
      written += JSON.stringify(record).length + 1;
    }
    return { records };
  },
};

/** Words, of which one in eight is not ASCII. */
function mixedText(bytes) {
  const random = new Random(12);
  const words = [];
  let left = bytes;
  while (left > 16) {
    const word = random.below(8) === 0 ? random.pick(["Straße", "façade", "Łódź", "日本", "🌊"]) : random.words(1);
    words.push(word);
    left -= Buffer.byteLength(word) + 1;
  }
  return words.map((word) => `${word} `).join("") + "x".repeat(left);
}
