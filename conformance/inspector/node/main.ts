/** `npm run inspect`: serves the page on localhost until it is interrupted. */
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import { pageFile } from "./page-file.js";
import { inspectorServer } from "./serve.js";

function portFrom(args: string[]): number {
  const { values } = parseArgs({ args, options: { port: { type: "string", short: "p", default: "4173" } } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`--port takes a number from 0 (any free one) to 65535, not ${values.port}`);
  return port;
}

try {
  const server = inspectorServer(pageFile);
  server.on("error", (error: NodeJS.ErrnoException) => {
    console.error(error.code === "EADDRINUSE" ? `${error.message}; choose another with --port, or 0 for any` : error.message);
    process.exitCode = 1;
  });
  server.listen(portFrom(process.argv.slice(2)), "localhost", () => console.log(`inspector: http://localhost:${(server.address() as AddressInfo).port}/`));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
