import assert from "node:assert/strict";
import { statSync } from "node:fs";
import path from "node:path";
import { Dealer, Request, Subscriber } from "zeromq";
import {
  newMessage,
  type ChannelName,
  type JupyterMessage,
} from "../../../../kernel/contracts/jupyterMessages.js";
import { fromFrames, toFrames } from "../../../../kernel/protocol/transport/zeromqMessages.js";
import { ZeromqTransport } from "../../../../kernel/protocol/transport/zeromqTransport.js";
import { skipBecause } from "../../../skipBecause.js";
import { temporaryFolder } from "../../../temporaryFolder.js";

const key = { key: "secret", scheme: "hmac-sha256" };

/** A message of a front end: the kernel knows its own by their session. */
const asked = (channel: ChannelName, type: string, content = {}) =>
  newMessage(channel, type, content, { session: "front end" });

describe("messages over ZeroMQ's five sockets", () => {
  const ip = path.join(temporaryFolder(), "kernel");
  const address = (port: number) => `ipc://${ip}-${port}`;
  const received: JupyterMessage[] = [];
  let arrived = () => {};
  let transport: ZeromqTransport;

  before(async function () {
    if (process.platform === "win32") skipBecause(this as unknown as Mocha.Context, "ipc needs Unix sockets");
    const ports = { shell_port: 1, iopub_port: 2, stdin_port: 3, control_port: 4, hb_port: 5 };
    transport = new ZeromqTransport({
      transport: "ipc",
      ip,
      ...ports,
      key: key.key,
      signature_scheme: key.scheme,
    });
    await transport.start(
      (message) => (received.push(message), arrived()),
      () => {},
    );
  });
  after(() => transport?.close());

  const next = () => new Promise<JupyterMessage>((resolve) => (arrived = () => resolve(received.at(-1)!)));

  for (const [channel, port] of [
    ["shell", 1],
    ["control", 4],
    ["stdin", 3],
  ] as const) {
    it(`on ${channel} arrive, and are answered to whom they came from`, async () => {
      const front = new Dealer({ routingId: `front end of ${channel}`, linger: 0 });
      front.connect(address(port));
      const coming = next();
      await front.send(toFrames(asked(channel, "ask", { question: 1 }), key));
      const { channel: cameOn, content, identities } = await coming;
      assert.deepEqual([cameOn, content], [channel, { question: 1 }]);
      await transport.send(newMessage(channel, "answer", { answer: 2 }, { identities }));
      const frames = (await front.receive()) as Buffer[];
      assert.deepEqual(fromFrames(frames, channel, key).content, { answer: 2 });
      front.close();
    });
  }

  it("on iopub go to all who subscribed to their topic", async () => {
    const [all, streams] = [new Subscriber({ linger: 0 }), new Subscriber({ linger: 0 })];
    for (const subscriber of [all, streams]) subscriber.connect(address(2));
    all.subscribe("");
    streams.subscribe("stream.");
    const first = streams.receive();
    // Subscriptions take a moment to arrive: what is sent before is not for them.
    const again = setInterval(
      () => void transport.send(newMessage("iopub", "stream", { name: "stdout", text: "hello" })),
      20,
    );
    const frames = (await first) as Buffer[];
    clearInterval(again);
    assert.equal(fromFrames(frames, "iopub", key).content.text, "hello");
    assert.equal(String(((await all.receive()) as Buffer[])[0]), "stream.stdout");
    all.close();
    streams.close();
  });

  it("that are not signed are ignored with a line on the error stream, and the next are heard", async () => {
    const front = new Dealer({ linger: 0 });
    front.connect(address(1));
    const coming = next();
    await front.send(toFrames(asked("shell", "forged"), { ...key, key: "guess" }));
    await front.send(toFrames(asked("shell", "genuine"), key));
    assert.equal((await coming).header.msg_type, "genuine");
    assert.ok(!received.some(({ header }) => header.msg_type === "forged"));
    front.close();
  });

  it("are heard once: a copy, and what the kernel has sent itself, are ignored", async () => {
    const front = new Dealer({ linger: 0 });
    front.connect(address(1));
    const frames = toFrames(asked("shell", "copied"), key);
    const coming = next();
    await front.send(frames);
    await coming;
    const last = next();
    await front.send(frames);
    await front.send(toFrames(newMessage("shell", "comm_msg", {}), key));
    await front.send(toFrames(asked("shell", "after the copy"), key));
    assert.equal((await last).header.msg_type, "after the copy");
    const types = received.map(({ header }) => header.msg_type);
    assert.deepEqual(
      [types.filter((each) => each === "copied").length, types.includes("comm_msg")],
      [1, false],
    );
    front.close();
  });

  it("are answered to who holds the key, not to who took its name", async () => {
    const [genuine, thief] = [0, 1].map(() => new Dealer({ routingId: "one name", linger: 0 }));
    genuine.connect(address(1));
    const coming = next();
    await genuine.send(toFrames(asked("shell", "mine"), key));
    const { identities } = await coming;
    thief.connect(address(1));
    await thief.send(toFrames(asked("shell", "stolen"), { ...key, key: "guess" }));
    const last = next();
    await genuine.send(toFrames(asked("shell", "again"), key));
    await last;
    await transport.send(newMessage("shell", "answer", {}, { identities }));
    const frames = (await genuine.receive()) as Buffer[];
    assert.equal(fromFrames(frames, "shell", key).header.msg_type, "answer");
    thief.receiveTimeout = 1;
    await assert.rejects(thief.receive(), /not possible or timed out/);
    genuine.close();
    thief.close();
  });

  it("are only for this user where they go over files", () => {
    for (const port of [1, 2, 3, 4, 5]) assert.equal(statSync(`${ip}-${port}`).mode & 0o777, 0o600);
  });

  it("have a heartbeat that echoes what it receives", async () => {
    const heart = new Request({ linger: 0 });
    heart.connect(address(5));
    await heart.send("ping");
    assert.equal(String((await heart.receive())[0]), "ping");
    heart.close();
  });
});
