import assert from "node:assert/strict";
import { existsSync, statSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { once } from "node:events";
import path from "node:path";
import { ZmtpServer } from "../../../../../kernel/protocol/transport/zmtp/zmtpServer.js";
import { skipBecause } from "../../../../skipBecause.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { until } from "../../../../until.js";
import { RawPeer } from "./peers.js";

describe("a listening socket", () => {
  const folder = temporaryFolder();
  const reasons: string[] = [];
  const open = (bytes = 1000) =>
    new ZmtpServer({
      ...{ type: "REP", limits: { bytes, frames: 10 } },
      onMessage: (peer, frames) => peer.send(frames),
      onRefused: (reason) => reasons.push(reason),
    });
  before(function () {
    if (process.platform === "win32") skipBecause(this as unknown as Mocha.Context, "it needs Unix sockets");
  });
  beforeEach(() => (reasons.length = 0));

  it("is a file that only its user may open, in place of one that a killed kernel left", async () => {
    const file = path.join(folder, "left");
    const [first, second] = [open(), open()];
    await first.listen({ path: file });
    await second.listen({ path: file });
    assert.equal(statSync(file).mode & 0o777, 0o600);
    await first.close(0);
    await second.close(0);
  });

  it("does not remove a file that is no socket", async () => {
    const file = path.join(folder, "work.txt");
    writeFileSync(file, "work");
    await assert.rejects(open().listen({ path: file }), /EADDRINUSE/);
    assert.ok(existsSync(file));
  });

  it("listens on the address of an interface by its name, and on all by *", async () => {
    for (const ip of ["127.0.0.1", "*"]) {
      const server = open();
      const port = await freePort();
      await server.listen({ ip, port });
      const socket = connect(port, "127.0.0.1");
      await once(socket, "connect");
      socket.destroy();
      await server.close(0);
    }
  });

  it("makes room among its connections, and those that say nothing leave first", async () => {
    const file = path.join(folder, "flood");
    const server = open();
    await server.listen({ path: file });
    const front = await RawPeer.ready(file, "REQ");
    front.send("first");
    await front.hear();
    const silent = await Promise.all(Array.from({ length: 400 }, () => RawPeer.silent(file)));
    await until("the oldest have left", () => silent.filter(({ isClosed }) => isClosed).length >= 145);
    assert.ok(server.peers.size <= 256);
    assert.match(reasons[0], /too many connections/);
    front.send("still here");
    assert.deepEqual(await front.hear(), ["still here"]);
    await server.close(0);
  });

  it("closes once what was sent has left", async () => {
    const file = path.join(folder, "linger");
    const server = open(1 << 24);
    await server.listen({ path: file });
    const front = await RawPeer.ready(file, "REQ");
    front.send("x".repeat(5 << 20));
    await until("it has been answered", () =>
      [...server.peers].some(({ socket }) => socket.bytesWritten > 1e6),
    );
    await server.close(60_000);
    assert.equal((await front.hear())[0].length, 5 << 20);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}
