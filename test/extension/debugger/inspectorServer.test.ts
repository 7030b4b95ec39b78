import assert from "node:assert/strict";
import { once } from "node:events";
import { request } from "node:http";
import { afterEach, beforeEach, describe, it } from "mocha";
import { InspectorServer } from "../../../extension/debugger/inspectorServer.js";
import { until } from "../../until.js";

describe("the place where VS Code's debugger reaches a kernel", () => {
  let server: InspectorServer;
  let sent: object[];
  let isClosed: boolean;
  let tell: (message: object) => void;

  beforeEach(async () => {
    [sent, isClosed] = [[], false];
    server = await InspectorServer.open((hear) => {
      tell = hear;
      return { send: (message) => sent.push(message), close: () => (isClosed = true) };
    });
  });
  afterEach(() => server.close());

  /** The status of the answer to a handshake. */
  function handshake(address: string, headers: Record<string, string> = {}): Promise<number> {
    const asked = request(address.replace(/^ws/, "http"), {
      headers: {
        ...{ Upgrade: "websocket", Connection: "Upgrade", "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==" },
        ...{ "Sec-WebSocket-Version": "13", ...headers },
      },
    }).end();
    return new Promise((resolve, reject) => {
      asked.once("error", reject);
      asked.once("response", ({ statusCode }) => resolve(statusCode!));
      asked.once("upgrade", ({ statusCode }, socket) => (socket.destroy(), resolve(statusCode!)));
    });
  }

  it("carries messages both ways, long ones too, and lets the kernel go at the end", async () => {
    // Node 22 and later, and undici in Node 20, have the browser's WebSocket only by a flag: here is a client by hand
    const { WebSocket } = globalThis as { WebSocket?: typeof globalThis.WebSocket };
    if (!WebSocket) return void assert.equal(await handshake(server.address), 101);
    const client = new WebSocket(server.address);
    await once(client, "open");
    client.send(JSON.stringify({ id: 1, text: "x".repeat(70_000) }));
    await until("the message comes", () => sent.length > 0);
    assert.equal((sent[0] as { text: string }).text.length, 70_000);
    const heard = once(client, "message") as Promise<[MessageEvent<string>]>;
    tell({ id: 1, text: "é".repeat(300) });
    assert.equal((JSON.parse((await heard)[0].data) as { text: string }).text, "é".repeat(300));
    client.close();
    await until("the kernel is let go", () => isClosed);
  });

  it("refuses whoever does not know the secret, and pages in browsers", async () => {
    const { origin } = new URL(server.address.replace(/^ws/, "http"));
    assert.equal(await handshake(`${origin}/`), 403);
    assert.equal(await handshake(`${origin}/json/list`), 403);
    assert.equal(await handshake(server.address, { Origin: "https://example.org" }), 403);
    assert.equal((await fetch(`${origin}/json/list`)).status, 404);
    assert.equal(await handshake(server.address), 101);
  });

  it("is closed once a debugger has connected", async () => {
    assert.equal(await handshake(server.address), 101);
    await assert.rejects(handshake(server.address), { code: "ECONNREFUSED" });
  });
});
