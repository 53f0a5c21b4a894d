/** The conformance peer: requests on standard input, a JSON object a line; answers on standard output. */
import { lines } from "./lines.js";
import { answer } from "./requests.js";

for await (const batch of lines(process.stdin)) process.stdout.write(batch.map((line) => `${answer(line)}\n`).join(""));
