import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Duplex } from "node:stream";
import type { JupyterMessage } from "../../../../kernel/contracts/jupyterMessages.js";
import { newMessage } from "../../../../kernel/contracts/jupyterMessages.js";
import { encodeFrame, FrameReader } from "../../../../kernel/protocol/frames.js";
import { until } from "../../../until.js";

const url = (file: string) => JSON.stringify(new URL(`../../../../kernel/${file}.ts`, import.meta.url).href);

/**
 * A process that sends all kinds of things in a known order, reports what it receives as messages "heard", and leaves
 * when its transport has closed.
 */
const program = `
const { ThreadedTransport } = await import(${url("protocol/transport/threadedTransport")});
const { newSharedState } = await import(${url("session/sharedState")});
const { newMessage } = await import(${url("contracts/jupyterMessages")});
const transport = new ThreadedTransport({ kind: "pipe", fd: 3 }, newSharedState());
const note = (text) => transport.send(newMessage("iopub", "note", { text }));
const [one, two] = ["one", "two"].map((code) => newMessage("shell", "execute_request", { code }));
transport.onMessage((message) => {
  if (message.type === "closed") process.exit(0);
  if (message.type !== "message") return note(message.type);
  if (message.message.header.msg_type === "close") return transport.close();
  for (const name of ["stdout", "stderr"]) transport.sendText(name, name + " of one\\n", one);
  note("between");
  transport.sendText("stdout", "of two\\n", two);
  transport.sendText("stdout", "of one again\\n", one);
  for (let line = 0; line < 200_000; line++) transport.sendText("stdout", line + "\\n", one);
  note("after the lines");
  transport.sendText("stdout", "x".repeat(3_000_000), two);
  transport.send(newMessage("iopub", "note", { text: "end" }, { buffers: [Uint8Array.of(1, 2)] }));
});`;

describe("a transport in a thread of its own", () => {
  let child: ChildProcess;
  let pipe: Duplex;
  const received: JupyterMessage[] = [];

  before(() => {
    child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
      stdio: ["ignore", "ignore", "inherit", "pipe"],
    });
    pipe = child.stdio[3] as Duplex;
    const reader = new FrameReader((message) => received.push(message));
    pipe.on("data", (chunk: Buffer) => reader.push(chunk));
  });
  after(() => void child.kill("SIGKILL"));

  const send = (type: string) =>
    encodeFrame(newMessage("shell", type, {})).forEach((part) => pipe.write(part));
  const notes = () =>
    received.filter(({ header }) => header.msg_type === "note").map(({ content }) => content.text);

  it("says when it is ready", async () => {
    await until("it is ready", () => notes().includes("ready"));
  });

  it("keeps messages and texts in the order in which they were sent, and every line", async () => {
    received.length = 0;
    send("go");
    await until("the last has come", () => notes().includes("end"));
    const order: [string, string][] = [];
    for (const { header, content } of received) {
      const kind = header.msg_type === "stream" ? String(content.name) : "note";
      const last = order.at(-1);
      if (kind !== "note" && last?.[0] === kind && order.length > 5) last[1] += String(content.text);
      else order.push([kind, String(content.text)]);
    }
    const lines = Array.from({ length: 200_000 }, (_, line) => `${line}\n`).join("");
    assert.deepEqual(order.slice(0, 3), [
      ["stdout", "stdout of one\n"],
      ["stderr", "stderr of one\n"],
      ["note", "between"],
    ]);
    const rest = order.slice(3);
    const printed = rest
      .filter(([kind]) => kind === "stdout")
      .map(([, text]) => text)
      .join("");
    assert.ok(printed === `of two\nof one again\n${lines}${"x".repeat(3_000_000)}`, "every line, in order");
    const before = rest.findIndex(([, text]) => text === "after the lines");
    assert.ok(
      rest
        .slice(0, before)
        .map(([, text]) => text)
        .join("")
        .endsWith(`${lines.slice(-20)}`),
    );
    assert.deepEqual(received.at(-1)?.buffers, [Uint8Array.of(1, 2)]);
  });

  it("sends each text as one of the request whose cell has written it", () => {
    const parents = received.flatMap(({ header, parent_header: parent, content }) =>
      header.msg_type === "stream" ? [[String(content.text).slice(0, 6), parent.msg_id]] : [],
    );
    const [one, , two, again] = parents.map(([, id]) => id);
    assert.deepEqual(
      parents.slice(0, 3).map(([text]) => text),
      ["stdout", "stderr", "of two"],
    );
    assert.notEqual(one, two);
    assert.equal(again, one);
    assert.equal(parents.at(-1)?.[1], two);
  });

  it("sends what waits before it closes", async () => {
    const ended = once(child, "exit");
    send("close");
    assert.deepEqual(await ended, [0, null]);
  });
});
