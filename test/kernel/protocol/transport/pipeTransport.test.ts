import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Duplex } from "node:stream";
import { newMessage, type JupyterMessage } from "../../../../kernel/contracts/jupyterMessages.js";
import { encodeFrame, FrameReader } from "../../../../kernel/protocol/frames.js";

const module = new URL("../../../../kernel/protocol/transport/pipeTransport.ts", import.meta.url).href;

/** Sends back each message with its buffers doubled; says when the front end is gone. */
const program = `
const { PipeTransport } = await import(${JSON.stringify(module)});
const transport = new PipeTransport(3);
await transport.start(
  async (message) => {
    await transport.send({ ...message, buffers: message.buffers.map((each) => each.map((value) => 2 * value)) });
    if (message.header.msg_type !== "shutdown_request") return;
    await transport.close();
    console.log("closed");
  },
  () => { console.log("lost"); process.exit(0); },
);`;

describe("messages over a pipe to the parent process", function () {
  this.timeout(30_000);
  let child: ChildProcess;
  let pipe: Duplex;
  const received: JupyterMessage[] = [];
  let arrived = () => {};

  const start = () =>
    spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
      stdio: ["ignore", "pipe", "inherit", "pipe"],
    });

  before(() => {
    child = start();
    pipe = child.stdio[3] as Duplex;
    const reader = new FrameReader((message) => (received.push(message), arrived()));
    pipe.on("data", (chunk: Buffer) => reader.push(chunk));
  });
  after(() => void child.kill());

  async function answersTo(...messages: JupyterMessage[]): Promise<JupyterMessage[]> {
    received.length = 0;
    const all = new Promise<void>((resolve) => {
      arrived = () => received.length === messages.length && resolve();
    });
    for (const part of messages.flatMap(encodeFrame)) pipe.write(part);
    await all;
    return [...received];
  }

  it("arrive whole on both sides, with their buffers", async () => {
    const message = newMessage(
      "shell",
      "echo",
      { text: "größe" },
      { buffers: [Uint8Array.of(1, 2), new Uint8Array()] },
    );
    const [answer] = await answersTo(message);
    assert.deepEqual(answer.content, { text: "größe" });
    assert.deepEqual(
      answer.buffers.map((buffer) => [...buffer]),
      [[2, 4], []],
    );
  });

  it("arrive in their order, however large", async () => {
    const messages = [0, 3_000_000, 10].map((size, i) =>
      newMessage("iopub", `echo ${i}`, { text: "x".repeat(size) }),
    );
    const answers = await answersTo(...messages);
    assert.deepEqual(
      answers.map(({ header, content }) => [header.msg_type, String(content.text).length]),
      [
        ["echo 0", 0],
        ["echo 1", 3_000_000],
        ["echo 2", 10],
      ],
    );
  });

  it("end in order when the kernel closes them, which is no loss of the front end", async () => {
    const closing = start();
    let said = "";
    closing.stdout!.on("data", (text: Buffer) => (said += String(text)));
    const end = closing.stdio[3] as Duplex;
    end.resume();
    for (const part of encodeFrame(newMessage("control", "shutdown_request", {}))) end.write(part);
    await once(closing, "close");
    assert.equal(said, "closed\n");
  });

  it("end when the front end disconnects, and the kernel learns of it", async () => {
    const said = once(child.stdout!, "data");
    pipe.destroy();
    assert.equal(String((await said)[0]), "lost\n");
    await once(child, "exit");
  });
});
