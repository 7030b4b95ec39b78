import assert from "node:assert/strict";
import path from "node:path";
import { ZmtpRouter } from "../../../../../kernel/protocol/transport/zmtp/zmtpRouter.js";
import { skipBecause } from "../../../../skipBecause.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { until } from "../../../../until.js";
import { RawPeer } from "./peers.js";

describe("a ROUTER socket", () => {
  const at = path.join(temporaryFolder(), "router");
  const heard: string[][] = [];
  const options = { limits: { bytes: 1000, frames: 10 }, onRefused: () => {} };
  const router = new ZmtpRouter(options, (frames) => {
    heard.push(frames.map((frame) => frame.toString("latin1")));
    return String(frames.at(-1)).startsWith("signed");
  });
  before(async function () {
    if (process.platform === "win32") skipBecause(this as unknown as Mocha.Context, "it needs Unix sockets");
    await router.server.listen({ path: at });
  });
  after(() => router.server.close(0));
  beforeEach(() => (heard.length = 0));
  const arrived = (count: number) => until("it has arrived", () => heard.length >= count, { everyMs: 5 });

  it("puts the sender's name in front, one of its own where the sender has none", async () => {
    const named = await RawPeer.ready(at, "DEALER", "front");
    named.send("signed");
    await arrived(1);
    const nameless = await RawPeer.ready(at, "DEALER");
    nameless.send("signed");
    await arrived(2);
    assert.deepEqual(heard[0], ["front", "signed"]);
    assert.match(heard[1][0], /^\0[^]{4}$/);
    router.send([Buffer.from(heard[1][0], "latin1"), "to the nameless"]);
    assert.deepEqual(await nameless.hear(), ["to the nameless"]);
    assert.equal(named.messages.length, 0);
  });

  it("answers under a name to who last proved to hold the key, as a front end that connected again", async () => {
    const [old, thief, again] = [0, 1, 2].map(() => RawPeer.ready(at, "DEALER", "one name"));
    (await old).send("signed");
    await arrived(1);
    (await thief).send("forged");
    await arrived(2);
    router.send([Buffer.from("one name"), "to the old"]);
    assert.deepEqual(await (await old).hear(), ["to the old"]);
    (await again).send("signed again");
    await arrived(3);
    router.send([Buffer.from("one name"), "to the new"]);
    assert.deepEqual(await (await again).hear(), ["to the new"]);
    assert.deepEqual([(await old).messages, (await thief).messages], [[], []]);
  });

  it("asks all of a name where none has proved anything, as on stdin before the first answer", async () => {
    const peers = await Promise.all([0, 1].map(() => RawPeer.ready(at, "DEALER", "asked")));
    for (const peer of peers) peer.send("hello");
    await arrived(2);
    router.send([Buffer.from("asked"), "name?"]);
    for (const peer of peers) assert.deepEqual(await peer.hear(), ["name?"]);
  });

  it("drops what is for a name that has left", async () => {
    const peer = await RawPeer.ready(at, "DEALER", "gone");
    peer.send("signed");
    await arrived(1);
    const { size } = router.server.peers;
    peer.socket.destroy();
    await until("it has left", () => router.server.peers.size < size, { everyMs: 5 });
    router.send([Buffer.from("gone"), "nobody hears"]);
    router.send([Buffer.from("never there"), "nobody hears"]);
  });
});
