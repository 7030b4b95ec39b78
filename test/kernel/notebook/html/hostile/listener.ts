import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that notes who calls: also connections without a request, as preconnecting makes them. */
export interface Listener {
  /** Ends with a slash. */
  readonly address: string;
  /** What has been asked for since the last look; "" for a connection alone. */
  calls(): string[];
  close(): void;
}

export async function listen(): Promise<Listener> {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    calls.push(request.url ?? "");
    response.writeHead(200, { "access-control-allow-origin": "*", connection: "close" }).end("x");
  });
  server.on("connection", () => calls.push(""));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    calls: () => calls.splice(0),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
