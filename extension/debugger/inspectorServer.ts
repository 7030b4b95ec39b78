import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { acceptKey, WebSocketConnection } from "./webSocket.js";

/** The kernel's end of a debugger's line. */
export interface InspectorLine {
  send(message: object): void;
  close(): void;
}

/** Milliseconds that a debugger may take to connect. */
const patience = 30_000;

/**
 * Where VS Code's JavaScript debugger reaches a kernel. The port is on 127.0.0.1 and open until the debugger has
 * connected, once; who connects must know the secret in the address, which other users of the machine cannot see, and
 * pages in browsers are refused.
 */
export class InspectorServer {
  /** The address for the debugger, with the secret. */
  address = "";
  readonly #secret = randomBytes(24).toString("base64url");
  readonly #server: Server;
  #connection: WebSocketConnection | undefined;
  #line: InspectorLine | undefined;

  /** @param connect opens the line to the kernel, and tells what comes from there */
  private constructor(readonly connect: (hear: (message: object) => void) => InspectorLine) {
    this.#server = createServer((_, response) => response.writeHead(404).end());
    this.#server.on("upgrade", (request, stream) => this.#accept(request, stream));
  }

  static async open(connect: InspectorServer["connect"]): Promise<InspectorServer> {
    const opened = new InspectorServer(connect);
    await new Promise<void>((resolve, reject) => {
      opened.#server.once("error", reject).listen(0, "127.0.0.1", resolve);
    });
    const { port } = opened.#server.address() as AddressInfo;
    opened.address = `ws://127.0.0.1:${port}/${opened.#secret}`;
    setTimeout(() => opened.#server.close(), patience).unref();
    return opened;
  }

  /** Lets the kernel go, and the debugger. */
  close(): void {
    this.#server.close();
    this.#connection?.close();
    this.#ended();
  }

  #accept(request: IncomingMessage, stream: Duplex): void {
    const key = request.headers["sec-websocket-key"];
    const isKnown = isSame(request.url ?? "", `/${this.#secret}`) && request.headers.origin === undefined;
    if (!isKnown || key === undefined || this.#line) return void stream.end("HTTP/1.1 403 Forbidden\r\n\r\n");
    this.#server.close();
    const handshake = ["HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade"];
    stream.write(`${[...handshake, `Sec-WebSocket-Accept: ${acceptKey(key)}`].join("\r\n")}\r\n\r\n`);
    const connection = (this.#connection = new WebSocketConnection(
      stream,
      (text) => this.#line?.send(JSON.parse(text) as object),
      () => this.#ended(),
    ));
    this.#line = this.connect((message) => connection.send(JSON.stringify(message)));
  }

  #ended(): void {
    this.#line?.close();
    this.#line = undefined;
  }
}

/** Takes the same time wherever the two differ. */
function isSame(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((text) => createHash("sha256").update(text).digest());
  return timingSafeEqual(a, b);
}
