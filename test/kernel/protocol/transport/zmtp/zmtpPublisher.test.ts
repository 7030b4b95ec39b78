import assert from "node:assert/strict";
import path from "node:path";
import { encodeCommand } from "../../../../../kernel/protocol/transport/zmtp/zmtpEncoding.js";
import { ZmtpPublisher } from "../../../../../kernel/protocol/transport/zmtp/zmtpPublisher.js";
import { skipBecause } from "../../../../skipBecause.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { until } from "../../../../until.js";
import { RawPeer } from "./peers.js";

describe("a PUB socket", () => {
  const at = path.join(temporaryFolder(), "publisher");
  const publisher = new ZmtpPublisher({ onRefused: () => {} });
  before(async function () {
    if (process.platform === "win32") skipBecause(this as unknown as Mocha.Context, "it needs Unix sockets");
    await publisher.server.listen({ path: at });
  });
  after(() => publisher.server.close(0));

  /** Sends until a peer has heard something. */
  async function publish(peer: RawPeer, ...frames: string[]): Promise<string[]> {
    await until("it is heard", () => (publisher.send(frames), peer.messages.length > 0), { everyMs: 5 });
    return peer.messages[0];
  }
  /** Its subscriptions have arrived once a PING behind them is answered. */
  async function settle(peer: RawPeer): Promise<void> {
    const before = peer.commands.length;
    peer.write(encodeCommand("PING", Buffer.from("\0\0")));
    await until("PONG comes", () => peer.commands.length > before && peer.commands.at(-1) === "PONG", {
      everyMs: 5,
    });
  }

  for (const [what, topic] of [
    ["messages, as in ZMTP 3.0", (peer: RawPeer) => peer.send("\x01stream.")],
    [
      "commands, as in ZMTP 3.1",
      (peer: RawPeer) => peer.write(encodeCommand("SUBSCRIBE", Buffer.from("stream."))),
    ],
  ] as const)
    it(`is subscribed to by ${what}, and sends the topics asked for`, async () => {
      const peer = await RawPeer.ready(at, "SUB");
      topic(peer);
      assert.deepEqual(await publish(peer, "stream.stdout", "text"), ["stream.stdout", "text"]);
      publisher.send(["status", "idle"]);
      await settle(peer);
      assert.ok(peer.messages.every(([first]) => first === "stream.stdout"));
      peer.socket.destroy();
    });

  it("counts subscriptions: the same twice takes two to cancel", async () => {
    const peer = await RawPeer.ready(at, "SUB");
    peer.send("\x01a");
    peer.send("\x01a");
    peer.send("\x00a");
    await settle(peer);
    publisher.send(["a", "1"]);
    peer.send("\x00a");
    await settle(peer);
    publisher.send(["a", "2"]);
    await settle(peer);
    assert.deepEqual(peer.messages, [["a", "1"]]);
    peer.socket.destroy();
  });

  it("ends a subscriber of a thousand topics and more", async () => {
    const peer = await RawPeer.ready(at, "SUB");
    for (let topic = 0; topic <= 1000; topic++) peer.send(`\x01${topic}`);
    await peer.closed();
  });
});
