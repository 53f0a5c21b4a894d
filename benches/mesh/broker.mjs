/** The NATS broker: built from its Go module, started on a port of its own. */
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { run } from "../program.mjs";

export async function startBroker(folder) {
  const program = join(folder, "build", "nats-server");
  await run("broker", "go", ["build", "-o", program, "github.com/nats-io/nats-server/v2"], undefined, { cwd: join(folder, "broker") });
  const port = await freePort();
  const child = spawn(program, ["--addr", "127.0.0.1", "--port", String(port)], { stdio: ["ignore", "ignore", "pipe"] });
  for await (const line of createInterface({ input: child.stderr })) {
    if (line.includes("Server is ready")) return { address: `nats://127.0.0.1:${port}`, process: child.pid, stop: () => child.kill() };
  }
  throw new Error("the NATS broker did not start");
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
