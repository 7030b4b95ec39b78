import assert from "node:assert/strict";
import { newMessage, type JupyterMessage } from "../../../../kernel/contracts/jupyterMessages.js";
import { SendQueue } from "../../../../kernel/protocol/transport/sendQueue.js";

const cell = { ...newMessage("shell", "execute_request", {}).header, msg_id: "cell 1" };
const text = (text: string, name = "stdout") =>
  newMessage("iopub", "stream", { name, text }, { parent_header: cell });
const shown = ({ header, content }: JupyterMessage) =>
  header.msg_type === "stream" ? `${String(content.name)}: ${String(content.text)}` : header.msg_type;

/** A queue whose messages are kept; each is on its way until the event loop turns. */
function queueThat(send?: (message: JupyterMessage) => Promise<void>) {
  const [sent, sizes]: [string[], number[]] = [[], []];
  const queue = new SendQueue(
    async (message) => {
      await new Promise((resolve) => setImmediate(resolve));
      await send?.(message);
      sent.push(shown(message));
    },
    (size) => sizes.push(size),
  );
  return { queue, sent, sizes };
}

describe("a queue of messages to send", () => {
  it("sends them one after the other, in order, and tells the size of each", async () => {
    const { queue, sent, sizes } = queueThat();
    ["busy", "display_data", "idle"].forEach((type, i) => queue.push(newMessage("iopub", type, {}), i + 1));
    await queue.drain();
    assert.deepEqual(sent, ["busy", "display_data", "idle"]);
    assert.deepEqual(sizes, [1, 2, 3]);
  });

  it("joins text that waits with what the same cell writes to the same stream next", async () => {
    const { queue, sent, sizes } = queueThat();
    queue.push(text("a"), 10);
    assert.equal(queue.join("cell 1", "stdout", "b", 5), true);
    assert.equal(queue.join("cell 1", "stdout", "c", 5), true);
    await queue.drain();
    assert.deepEqual([sent, sizes], [["stdout: abc"], [20]]);
  });

  it("joins nothing to another stream, another cell, another kind of message or an empty queue", async () => {
    const { queue } = queueThat();
    assert.equal(queue.join("cell 1", "stdout", "x", 1), false);
    queue.push(text("a"), 1);
    assert.equal(queue.join("cell 1", "stderr", "x", 1), false);
    assert.equal(queue.join("cell 2", "stdout", "x", 1), false);
    queue.push(newMessage("iopub", "display_data", {}), 1);
    assert.equal(queue.join("cell 1", "stdout", "x", 1), false, "it would overtake the display");
    await queue.drain();
  });

  it("joins nothing to text that is already long or has been sent", async () => {
    const { queue, sent } = queueThat();
    queue.push(text("long"), (1 << 18) + 1);
    assert.equal(queue.join("cell 1", "stdout", "x", 1), false);
    await queue.drain();
    assert.equal(queue.join("cell 1", "stdout", "x", 1), false);
    assert.deepEqual(sent, ["stdout: long"]);
  });

  it("continues after a message that could not be sent, which counts as sent", async () => {
    const { queue, sent, sizes } = queueThat(async (message) => {
      if (message.header.msg_type === "broken") throw new Error("the pipe is closed");
    });
    queue.push(newMessage("iopub", "broken", {}), 7);
    queue.push(newMessage("iopub", "idle", {}), 1);
    await queue.drain();
    assert.deepEqual([sent, sizes], [["idle"], [7, 1]]);
  });

  it("is drained only when messages pushed in the meantime have been sent too", async () => {
    const { queue, sent } = queueThat(async (message) => {
      if (message.header.msg_type === "first") queue.push(newMessage("iopub", "second", {}), 1);
    });
    queue.push(newMessage("iopub", "first", {}), 1);
    await queue.drain();
    assert.deepEqual(sent, ["first", "second"]);
  });

  it("is drained at once when it is empty", () => queueThat().queue.drain());
});
