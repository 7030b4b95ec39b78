import assert from "node:assert/strict";
import { setImmediate as turn } from "node:timers/promises";
import {
  newMessage,
  type ChannelName,
  type JupyterMessage,
} from "../../../kernel/contracts/jupyterMessages.js";
import { Kernel } from "../../../kernel/protocol/kernel.js";
import { Comms } from "../../../kernel/session/comms.js";
import type {
  ExecuteOptions,
  ExecuteResult,
  NotebookSession,
} from "../../../kernel/session/notebookSession.js";

type Content = Record<string, unknown>;

/** A kernel over a session that does at once what a cell's text says. */
function kernelOver(more: Partial<NotebookSession> = {}) {
  let count = 0;
  const executed: { code: string; options: ExecuteOptions }[] = [];
  const comms = new Comms();
  const session = {
    comms,
    get executionCount() {
      return count;
    },
    async execute(code: string, options: ExecuteOptions): Promise<ExecuteResult> {
      executed.push({ code, options });
      if (options.storeHistory) count++;
      options.onStart?.(count);
      if (code === "input") return { status: "ok", executionCount: count, expressions: await typed(options) };
      if (code === "print") options.onOutput({ output_type: "stream", name: "stdout", text: "text" });
      if (code === "clear") options.onOutput({ output_type: "clear_output", wait: true });
      if (code !== "throw") return { status: "ok", executionCount: count, expressions: {} };
      const error = {
        output_type: "error" as const,
        ename: "RangeError",
        evalue: "thrown",
        traceback: ["line"],
      };
      return { status: "error", executionCount: count, error };
    },
    interrupt() {},
    ...more,
  } as unknown as NotebookSession;

  const sent: JupyterMessage[] = [];
  const texts: unknown[] = [];
  const shutdowns: boolean[] = [];
  const kernel = new Kernel(
    session,
    (message) => void sent.push(message),
    (...text) => void texts.push(text),
    (restart) => void shutdowns.push(restart),
  );
  const receive = (type: string, content: Content = {}, channel: ChannelName = "shell") => {
    const request = newMessage(channel, type, content, { identities: [Uint8Array.of(4)] });
    kernel.receive(request);
    return request;
  };
  const of = ({ header }: JupyterMessage) =>
    sent.filter(({ parent_header: parent }) => parent.msg_id === header.msg_id);
  /** Sends a request, and gives its reply once the kernel has become idle. */
  const reply = async (type: string, content: Content = {}, channel: ChannelName = "shell") => {
    const request = receive(type, content, channel);
    while (!of(request).some(({ content: { execution_state: state } }) => state === "idle")) await turn();
    return of(request).find((message) => message.channel !== "iopub")!;
  };
  return { kernel, executed, comms, sent, texts, shutdowns, receive, of, reply };
}

async function typed({ onInput }: ExecuteOptions) {
  const line = onInput ? await onInput("Name? ", true).catch((error: Error) => error.message) : "nobody";
  return { line: { status: "ok" as const, data: { "text/plain": line } } };
}

const kinds = (messages: JupyterMessage[]) =>
  messages.map(({ header, content }) => content.execution_state ?? header.msg_type);

describe("the kernel's side of the protocol", () => {
  it("begins by saying so", () => {
    const { sent } = kernelOver();
    assert.deepEqual(kinds(sent), ["starting"]);
    assert.deepEqual(sent[0].parent_header, {});
  });

  it("answers on the channel and to the sender of the request, between busy and idle", async () => {
    const { receive, of, reply, sent } = kernelOver();
    const answer = await reply("kernel_info_request", {}, "control");
    assert.deepEqual([answer.channel, answer.identities], ["control", [Uint8Array.of(4)]]);
    assert.equal(answer.content.status, "ok");
    assert.deepEqual(kinds(sent.slice(1)), ["busy", "kernel_info_reply", "idle"]);
    const request = receive("execute_request", { code: "1" });
    await turn();
    assert.deepEqual(kinds(of(request)), ["busy", "execute_input", "execute_reply", "idle"]);
  });

  it("sends texts by their own way, and other outputs without their type", async () => {
    const { receive, of, texts } = kernelOver();
    const [print, clear] = ["print", "clear"].map((code) => receive("execute_request", { code }));
    await turn();
    assert.deepEqual(texts, [["stdout", "text", print]]);
    const [output] = of(clear).filter(({ header }) => header.msg_type === "clear_output");
    assert.deepEqual([output.channel, output.content], ["iopub", { wait: true }]);
  });

  it("drops what waits after an error, but nothing that comes later", async () => {
    const { receive, reply, executed } = kernelOver();
    receive("execute_request", { code: "throw" });
    receive("execute_request", { code: "waits" });
    const dropped = await reply("execute_request", { code: "waits too" });
    assert.deepEqual(dropped.content, { status: "aborted", execution_count: 1 });
    assert.equal((await reply("execute_request", { code: "later" })).content.status, "ok");
    receive("execute_request", { code: "throw", stop_on_error: false });
    assert.equal((await reply("execute_request", { code: "goes on" })).content.status, "ok");
    const codes = executed.map(({ code }) => code);
    assert.deepEqual(codes, ["throw", "later", "throw", "goes on"]);
  });

  it("tells how a cell has failed", async () => {
    const { content } = await kernelOver().reply("execute_request", { code: "throw" });
    assert.deepEqual(content, {
      status: "error",
      execution_count: 1,
      ename: "RangeError",
      evalue: "thrown",
      traceback: ["line"],
    });
  });

  it("counts and remembers what is neither silent, nor without history, nor empty", async () => {
    const { reply, sent } = kernelOver();
    const runs = [
      { code: "1" },
      { code: "2", silent: true },
      { code: "3", store_history: false },
      { code: " \n" },
      { code: "4" },
    ];
    const counts: unknown[] = [];
    for (const content of runs)
      counts.push((await reply("execute_request", content)).content.execution_count);
    assert.deepEqual(counts, [1, 1, 1, 1, 2]);
    const inputs = sent.filter(({ header }) => header.msg_type === "execute_input");
    assert.deepEqual(
      inputs.map(({ content }) => content.code),
      ["1", "3", "4"],
    );
    const { history } = (await reply("history_request", { hist_access_type: "tail", n: 9 })).content;
    assert.deepEqual(history, [
      [0, 1, "1"],
      [0, 2, "4"],
    ]);
  });

  it("evaluates the expressions of a request without code, which counts for nothing", async () => {
    const { reply, executed } = kernelOver();
    const content = { code: "", user_expressions: { sum: "1 + 1" } };
    assert.equal((await reply("execute_request", content)).content.execution_count, 0);
    assert.deepEqual(executed[0].options.expressions, { sum: "1 + 1" });
    assert.equal(executed[0].options.storeHistory, false);
  });

  it("asks the front end for input, in order, unless that has nobody to ask", async () => {
    const { receive, of, reply } = kernelOver();
    const request = receive("execute_request", { code: "input" });
    await turn();
    const question = of(request).find(({ header }) => header.msg_type === "input_request")!;
    assert.deepEqual([question.channel, question.content], ["stdin", { prompt: "Name? ", password: true }]);
    receive("input_reply", { value: "Ada" }, "stdin");
    await turn();
    assert.match(JSON.stringify(of(request)), /"text\/plain":"Ada"/);
    const refused = await reply("execute_request", { code: "input", allow_stdin: false });
    assert.match(JSON.stringify(refused.content), /"text\/plain":"nobody"/);
  });

  it("stops a question together with the cell that asks it", async () => {
    const { kernel, receive, of } = kernelOver();
    const request = receive("execute_request", { code: "input" });
    await turn();
    kernel.interrupt();
    await turn();
    assert.match(JSON.stringify(of(request)), /"text\/plain":"Stopped by the user\."/);
  });

  it("shuts down after its answer, and runs nothing that waits", async () => {
    const { receive, reply, shutdowns, executed, of } = kernelOver();
    receive("execute_request", { code: "input" });
    const waiting = receive("execute_request", { code: "waits" });
    await turn();
    const { content } = await reply("shutdown_request", { restart: true }, "control");
    assert.deepEqual(content, { status: "ok", restart: true });
    receive("input_reply", { value: "" }, "stdin");
    await turn();
    assert.deepEqual([shutdowns, executed.length], [[true], 1]);
    assert.match(JSON.stringify(of(waiting)), /"status":"aborted"/);
  });

  it("converts positions from code points and back", async () => {
    const asked: unknown[] = [];
    const { reply } = kernelOver({
      complete: async (code: string, cursor: number) => {
        asked.push([code, cursor]);
        return { start: 5, end: 7, matches: [{ text: "one", kind: "const" }] };
      },
    });
    const { content } = await reply("complete_request", { code: "'😀';on", cursor_pos: 6 });
    assert.deepEqual(asked, [["'😀';on", 7]]);
    assert.deepEqual([content.matches, content.cursor_start, content.cursor_end], [["one"], 4, 6]);
    await reply("complete_request", { code: "abc" });
    assert.deepEqual(asked[1], ["abc", 3], "without a position: at the end");
  });

  it("sends five hundred completions at most", async () => {
    const matches = Array.from({ length: 600 }, (_, n) => ({ text: `${n}`, kind: "const" }));
    const { reply } = kernelOver({ complete: async () => ({ start: 0, end: 0, matches }) });
    const { content } = await reply("complete_request", { code: "" });
    assert.equal((content.matches as string[]).length, 500);
  });

  it("describes a name in plain text and Markdown, or says that there is none", async () => {
    const found = { signature: "const a: 1", documentation: "How *wide*.", start: 0, end: 1 };
    const { content } = await kernelOver({ inspect: async () => found }).reply("inspect_request", {
      code: "a",
    });
    assert.deepEqual(content.data, {
      "text/plain": "const a: 1\n\nHow *wide*.",
      "text/markdown": "```typescript\nconst a: 1\n```\nHow *wide*.",
    });
    const nothing = await kernelOver({ inspect: async () => undefined }).reply("inspect_request", {
      code: "",
    });
    assert.deepEqual([nothing.content.status, nothing.content.found], ["ok", false]);
  });

  it("gives an indent only where more is to come", async () => {
    const judge = async (status: "complete" | "incomplete") =>
      (
        await kernelOver({ isComplete: async () => ({ status, indent: "  " }) }).reply(
          "is_complete_request",
          { code: "" },
        )
      ).content;
    assert.deepEqual(await judge("incomplete"), { status: "incomplete", indent: "  " });
    assert.deepEqual(await judge("complete"), { status: "complete" });
  });

  it("reports what is wrong with a request to its sender, and ignores what it does not know", async () => {
    const failing = { variables: () => assert.fail("no list") };
    const { reply, receive, of } = kernelOver(failing as Partial<NotebookSession>);
    const { content } = await reply("complete_request", { code: 5 });
    assert.deepEqual([content.status, content.ename], ["error", "TypeError"]);
    assert.match(String(content.evalue), /"code" must be a string/);
    assert.equal((await reply("execute_request", {})).content.status, "error");
    assert.equal((await reply("aen.variables_request")).content.evalue, "no list");
    assert.deepEqual(of(receive("no_such_request")), []);
  });

  it("brings comm messages to channels and back, as messages of the last cell", async () => {
    const { comms, receive, reply, sent, of } = kernelOver();
    const heard: unknown[] = [];
    comms.accept("aen.view", (channel, data) => {
      heard.push(data);
      channel.onMessage((more) => channel.send(["heard", more], [Uint8Array.of(1)]));
    });
    const cell = await reply("execute_request", { code: "1" });
    const open = receive("comm_open", { comm_id: "v", target_name: "aen.view", data: "first" });
    receive("comm_msg", { comm_id: "v", data: "second" });
    const answer = sent.find(({ header }) => header.msg_type === "comm_msg")!;
    assert.deepEqual(heard, ["first"]);
    assert.deepEqual(answer.content, { comm_id: "v", data: ["heard", "second"] });
    assert.deepEqual(answer.buffers, [Uint8Array.of(1)]);
    assert.equal(answer.parent_header.msg_id, cell.parent_header.msg_id);
    assert.deepEqual(kinds(of(open)), ["busy", "idle"]);
    const { content } = await reply("comm_info_request", { target_name: "aen.view" });
    assert.deepEqual(content.comms, { v: { target_name: "aen.view" } });
  });
});
