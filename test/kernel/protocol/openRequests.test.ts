import assert from "node:assert/strict";
import { type JupyterMessage, newMessage } from "../../../kernel/contracts/jupyterMessages.js";
import { OpenRequests } from "../../../kernel/protocol/openRequests.js";

describe("the requests that a front end has made", () => {
  const begin = () => {
    const sent: JupyterMessage[] = [];
    return { sent, requests: new OpenRequests("mine", (message) => sent.push(message)) };
  };
  const request = newMessage("shell", "execute_request", {});
  const { msg_id: id } = request.header;
  const from = (channel: JupyterMessage["channel"], type: string, content: Record<string, unknown>) =>
    newMessage(channel, type, content, { parent_header: request.header });

  it("get their own replies, once", async () => {
    const { requests } = begin();
    const reply = requests.reply(id);
    requests.receive(newMessage("shell", "execute_reply", { status: "of another" }));
    requests.receive(from("shell", "execute_reply", { status: "ok" }));
    requests.receive(from("shell", "execute_reply", { status: "again" }));
    assert.deepEqual(await reply, { status: "ok" });
  });

  it("get a cell's start and outputs, also after its reply, and no other messages", () => {
    const { requests } = begin();
    const heard: unknown[] = [];
    requests.follow(id, {
      onStart: (count) => heard.push(count),
      onOutput: (output) => heard.push(output.output_type),
    });
    requests.receive(from("iopub", "execute_input", { execution_count: 4 }));
    requests.receive(from("iopub", "stream", { name: "stdout", text: "a" }));
    requests.receive(from("shell", "execute_reply", { status: "ok" }));
    requests.receive(from("iopub", "status", { execution_state: "idle" }));
    requests.receive(from("iopub", "error", { ename: "Error", evalue: "late", traceback: [] }));
    assert.deepEqual(heard, [4, "stream", "error"]);
  });

  it("answer questions with what the user types, or with why there is no answer", async () => {
    const answers = [async () => "ada", async () => Promise.reject(new Error("closed")), undefined];
    for (const [at, onInput] of answers.entries()) {
      const { requests, sent } = begin();
      requests.follow(id, { onOutput() {}, onInput });
      const question = from("stdin", "input_request", { prompt: "Name? ", password: false });
      requests.receive(question);
      await new Promise((next) => setImmediate(next));
      const expected = [{ value: "ada" }, { status: "error", evalue: "closed" }, { value: "" }][at];
      assert.deepEqual(sent[0].content, expected);
      assert.deepEqual([sent[0].header.session, sent[0].parent_header], ["mine", question.header]);
    }
  });

  it("fail with the kernel, with its reason", async () => {
    const { requests } = begin();
    const reply = requests.reply(id);
    requests.fail("it has died");
    await assert.rejects(reply, /^Error: it has died$/);
  });
});
