/** Serves the page, and nothing else, to this machine. */
import { createServer, type Server } from "node:http";
import { readFileSync } from "node:fs";

/** `file`: the built page, read anew for each request. */
export function inspectorServer(file: string): Server {
  return createServer((request, response) => {
    const path = request.url?.split("?")[0];
    if (path !== "/" && path !== "/inspector.html") return void response.writeHead(404, { "content-type": "text/plain" }).end("Only / is here.\n");
    if (request.method !== "GET" && request.method !== "HEAD") return void response.writeHead(405, { allow: "GET, HEAD" }).end();
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-cache" }).end(request.method === "HEAD" ? undefined : readFileSync(file));
  });
}
