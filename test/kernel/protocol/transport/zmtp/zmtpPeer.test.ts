import assert from "node:assert/strict";
import path from "node:path";
import {
  encodeCommand,
  encodeProperties,
} from "../../../../../kernel/protocol/transport/zmtp/zmtpEncoding.js";
import { greeting } from "../../../../../kernel/protocol/transport/zmtp/zmtpReader.js";
import { ZmtpServer } from "../../../../../kernel/protocol/transport/zmtp/zmtpServer.js";
import { skipBecause } from "../../../../skipBecause.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { RawPeer } from "./peers.js";

describe("a connection of ZeroMQ's protocol", () => {
  const at = path.join(temporaryFolder(), "socket");
  const reasons: string[] = [];
  const server = new ZmtpServer({
    ...{ type: "REP", limits: { bytes: 1000, frames: 10 } },
    onMessage: (peer, frames) => peer.send(frames),
    onRefused: (reason) => reasons.push(reason),
  });
  before(async function () {
    if (process.platform === "win32") skipBecause(this as unknown as Mocha.Context, "it needs Unix sockets");
    await server.listen({ path: at });
  });
  after(() => server.close(0));
  beforeEach(() => (reasons.length = 0));

  it("is introduced from both sides, and carries messages", async () => {
    const peer = await RawPeer.ready(at, "REQ");
    peer.send("", "ping");
    assert.deepEqual(await peer.hear(), ["", "ping"]);
    assert.deepEqual(peer.commands, ["READY"]);
    peer.socket.destroy();
  });

  it("answers PING with PONG", async () => {
    const peer = await RawPeer.ready(at, "DEALER");
    peer.write(encodeCommand("PING", Buffer.from("\0\0context")));
    peer.send("after");
    await peer.hear();
    assert.deepEqual(peer.commands, ["READY", "PONG"]);
    peer.socket.destroy();
  });

  const ready = (type: string, more = {}) =>
    encodeCommand("READY", encodeProperties({ "Socket-Type": type, ...more }));
  for (const [what, parts, reason] of [
    ["a kind that does not fit", [greeting, ready("SUB")], /REP does not speak with "SUB"/],
    ["no kind", [greeting, encodeCommand("READY")], /does not speak with ""/],
    ["an introduction of two", [greeting, ready("REQ"), ready("REQ")], /READY came twice/],
    ["an identity too long", [greeting, ready("REQ", { Identity: "x".repeat(256) })], /identity is too long/],
    ["a message before READY", [greeting, Buffer.of(0, 1, 65)], /before READY/],
    ["a command before READY", [greeting, encodeCommand("PING")], /before READY/],
    ["a refusal", [greeting, encodeCommand("ERROR")], /refused/],
    ["bytes of something else", [Buffer.from("GET / HTTP/1.1\r\n\r\n")], /not ZeroMQ/],
  ] as const)
    it(`ends with ${what}, and no other does`, async () => {
      const good = await RawPeer.ready(at, "REQ");
      const bad = await RawPeer.silent(at);
      bad.write(...parts);
      await bad.closed();
      assert.match(reasons.join(), reason);
      good.send("alive");
      assert.deepEqual(await good.hear(), ["alive"]);
      good.socket.destroy();
    });
});
