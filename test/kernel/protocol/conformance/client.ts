import assert from "node:assert/strict";
import type { ChannelName, JupyterMessage } from "../../../../kernel/contracts/jupyterMessages.js";
import type { Wire } from "./wire.js";

type Content = Record<string, unknown>;

/** What came of a request: its reply, and what the kernel published for it, up to `idle`. */
export interface Answer {
  readonly reply: Content;
  readonly published: readonly JupyterMessage[];
  readonly types: readonly string[];
  /** What it printed. */
  readonly text: string;
  /** The text of its result. */
  readonly result: string | undefined;
}

/** A front end for tests, the same over every transport. */
export class TestClient {
  readonly messages: JupyterMessage[] = [];
  readonly #listeners = new Set<(message: JupyterMessage) => void>();
  #counter = 0;
  /** Answers `input()`. */
  onInput: (question: Content) => string = () => "";

  constructor(readonly wire: Wire) {
    wire.onMessage((message) => {
      this.messages.push(message);
      for (const listener of this.#listeners) listener(message);
      if (message.header.msg_type === "input_request") this.#answerInput(message);
    });
  }

  /** Sends a request without waiting; gives its id. */
  send(
    type: string,
    content: Content,
    channel: ChannelName = "shell",
    more: Partial<JupyterMessage> = {},
  ): string {
    const id = `test-${++this.#counter}`;
    const header = { msg_id: id, msg_type: type, session: "test", username: "", date: "", version: "5.4" };
    this.wire.send({ channel, header, parent_header: {}, metadata: {}, buffers: [], content, ...more });
    return id;
  }

  async request(type: string, content: Content = {}, channel: ChannelName = "shell"): Promise<Answer> {
    return this.answer(this.send(type, content, channel));
  }

  run(code: string, options: Content = {}): Promise<Answer> {
    return this.request("execute_request", { code, ...options });
  }

  /** The text of a cell's result; fails when the cell does. */
  async value(code: string): Promise<string | undefined> {
    const { reply, result } = await this.run(code);
    assert.equal(reply.status, "ok", JSON.stringify(reply));
    return result;
  }

  /** Starts a cell that says `begun`, and waits until it has. */
  async begin(code: string): Promise<string> {
    const id = this.send("execute_request", { code: `console.log("begun"); ${code}` });
    await this.until((message) => isOf(message, id) && printed(message).includes("begun"));
    return id;
  }

  async answer(id: string): Promise<Answer> {
    await this.until((message) => isOf(message, id) && message.channel !== "iopub" && isReply(message));
    await this.until((message) => isOf(message, id) && message.content.execution_state === "idle");
    const mine = this.messages.filter((message) => isOf(message, id));
    const published = mine.filter(({ channel }) => channel === "iopub");
    const result = published.find(({ header }) => header.msg_type === "execute_result");
    return {
      reply: mine.find((message) => message.channel !== "iopub" && isReply(message))!.content,
      published,
      types: published.map(({ header }) => header.msg_type),
      text: published.map(printed).join(""),
      result: (result?.content.data as Record<string, string> | undefined)?.["text/plain"],
    };
  }

  /** Waits for a message; those that have come count. */
  until(isWanted: (message: JupyterMessage) => boolean): Promise<JupyterMessage> {
    const known = this.messages.find(isWanted);
    if (known) return Promise.resolve(known);
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error(`The kernel has ended. ${this.wire.log()}`));
      if (this.hasEnded) return ended();
      this.wire.process.once("exit", ended);
      const listen = (message: JupyterMessage) => {
        if (!isWanted(message)) return;
        this.#listeners.delete(listen);
        this.wire.process.off("exit", ended);
        resolve(message);
      };
      this.#listeners.add(listen);
    });
  }

  /** Whether the kernel's process (under Jupyter, that of its client) is gone. */
  get hasEnded(): boolean {
    return this.wire.process.exitCode !== null || this.wire.process.signalCode !== null;
  }

  async close(): Promise<void> {
    if (this.hasEnded) return;
    const ended = new Promise((resolve) => this.wire.process.once("exit", resolve));
    this.send("shutdown_request", { restart: false }, "control");
    const force = setTimeout(() => this.wire.process.kill("SIGKILL"), 5000);
    await ended;
    clearTimeout(force);
  }

  #answerInput({ header, content }: JupyterMessage): void {
    this.send("input_reply", { value: this.onInput(content) }, "stdin", { parent_header: header });
  }
}

export function isOf(message: JupyterMessage, id: string): boolean {
  return message.parent_header.msg_id === id;
}

function isReply({ header }: JupyterMessage): boolean {
  return header.msg_type.endsWith("_reply");
}

export function printed({ header, content }: JupyterMessage): string {
  return header.msg_type === "stream" ? String(content.text) : "";
}
