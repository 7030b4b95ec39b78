import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";

const { EventEmitter } = (await import("vscode")) as unknown as typeof standIn;
const { ViewChannels } = await import("../../../extension/renderers/viewChannels.js");

type Sent = [type: string, content: { comm_id: string; target_name?: string; data: unknown }];

describe("the channel between views and a kernel", () => {
  const notebook = "notebook" as never;
  const [added, messages] = [new EventEmitter<unknown>(), new EventEmitter<unknown>()];
  const newProcess = () => {
    const sent: Sent[] = [];
    return { sent, sendComm: (...given: Sent) => void sent.push(given) };
  };
  let process: ReturnType<typeof newProcess> | undefined;
  const kernel = { notebook, running: async () => process, onMessage: messages.event };
  const channels = new ViewChannels({ onDidAdd: added.event, existing: () => kernel } as never);
  added.fire(kernel);
  after(() => channels.dispose());
  beforeEach(() => (process = newProcess()));

  const receive = async (type: string, content: object) => {
    const heard: unknown[] = [];
    const listening = channels.onMessage((message) => heard.push(message));
    messages.fire({ header: { msg_type: type }, content });
    await new Promise((resolve) => setImmediate(resolve));
    listening.dispose();
    return heard;
  };

  it("is opened with the first message and used for all that follow", async () => {
    assert.equal(await channels.send(notebook, { a: 1 }), true);
    await channels.send(notebook, { a: 2 });
    const [[open, { comm_id: comm, target_name: target }], ...rest] = process!.sent;
    assert.deepEqual([open, target], ["comm_open", "aen.view"]);
    assert.deepEqual(rest, [
      ["comm_msg", { comm_id: comm, data: { a: 1 } }],
      ["comm_msg", { comm_id: comm, data: { a: 2 } }],
    ]);
  });

  it("is reopened for another process, and after the kernel has closed it", async () => {
    await channels.send(notebook, 1);
    const first = process!.sent[0][1].comm_id;
    await receive("comm_close", { comm_id: first });
    await channels.send(notebook, 2);
    assert.deepEqual(
      process!.sent.map(([type]) => type),
      ["comm_open", "comm_msg", "comm_open", "comm_msg"],
    );
    process = newProcess();
    await channels.send(notebook, 3);
    assert.equal(process.sent[0][0], "comm_open");
    assert.notEqual(process.sent[0][1].comm_id, first);
  });

  it("passes on the kernel's answers over it, and nothing from other channels", async () => {
    await channels.send(notebook, 1);
    const comm = process!.sent[0][1].comm_id;
    assert.deepEqual(await receive("comm_msg", { comm_id: comm, data: "hello" }), [
      { notebook, message: "hello" },
    ]);
    assert.deepEqual(await receive("comm_msg", { comm_id: "another", data: "hello" }), []);
    assert.deepEqual(await receive("stream", { comm_id: comm, data: "hello" }), []);
  });

  it("says so when there is no kernel", async () => {
    process = undefined;
    assert.equal(await channels.send(notebook, 1), false);
  });
});
