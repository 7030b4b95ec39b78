import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

/** Serves dist/media as a web view would, and an empty page at "/". */
export async function serveRenderers(): Promise<{ readonly url: string; close(): void }> {
  const folder = path.resolve("dist/media");
  const server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url!, "http://localhost").pathname);
    if (name === "/") {
      response.setHeader("content-type", "text/html");
      response.end(
        '<!doctype html><html lang="en"><title>Renderers</title><link rel="icon" href="data:,"><body></body></html>',
      );
      return;
    }
    readFile(path.join(folder, path.normalize(name))).then(
      (body) => {
        response.setHeader("content-type", "text/javascript");
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
