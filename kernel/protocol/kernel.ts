import type { CellOutput } from "../contracts/cellOutput.js";
import type { CommMessage } from "../session/comms.js";
import type { ExecuteResult, NotebookSession } from "../session/notebookSession.js";
import { logError } from "../session/errorLog.js";
import { inspectionData } from "../session/nameQuestion.js";
import { codePointOffset, utf16Offset } from "./cursor.js";
import { History } from "./history.js";
import { kernelInfo } from "./kernelInfo.js";
import { languageQuestion } from "./languageRequest.js";
import { newMessage, type ChannelName, type JupyterMessage } from "../contracts/jupyterMessages.js";

type Content = Record<string, unknown>;
type Handler = (content: Content, request: JupyterMessage) => Promise<Content | void> | Content | void;

/**
 * Answers Jupyter protocol 5.4 messages for one notebook session, over any transport. Executions run in order;
 * everything else is answered at once, even while a cell runs.
 */
export class Kernel {
  readonly #history = new History();
  readonly #questions: { resolve(answer: string): void; reject(reason: Error): void }[] = [];
  #executions: Promise<unknown> = Promise.resolve();
  /** Executions with a lower number are dropped, because an earlier one failed. */
  #dropBefore = 0;
  #received = 0;
  #lastExecution: JupyterMessage | undefined;

  /**
   * @param send sends a message to the front ends
   * @param sendText sends what a cell writes to a stream, by the fast path
   * @param onShutdown called after a `shutdown_request` has been answered
   */
  constructor(
    readonly session: NotebookSession,
    readonly send: (message: JupyterMessage) => void,
    readonly sendText: (name: "stdout" | "stderr", text: string, request: JupyterMessage) => void,
    readonly onShutdown: (restart: boolean) => void,
  ) {
    session.comms.onSend = (message) => this.#sendComm(message);
    this.send(newMessage("iopub", "status", { execution_state: "starting" }));
  }

  /** Takes a message from a front end. Never throws: errors in it are reported to its sender. */
  receive(request: JupyterMessage): void {
    try {
      this.#receive(request);
    } catch (error) {
      logError(error);
    }
  }

  #receive(request: JupyterMessage): void {
    const type = request.header.msg_type;
    if (type === "execute_request") return this.#enqueue(request);
    if (type === "input_reply") return this.#answerInput(request.content);
    if (type.startsWith("comm_") && type !== "comm_info_request") return this.#receiveComm(request);
    void this.#answer(request);
  }

  async #answer(request: JupyterMessage): Promise<void> {
    const type = request.header.msg_type;
    if (!Object.hasOwn(this.#handlers, type)) return;
    const handler = this.#handlers[type];
    this.#status("busy", request);
    let reply: Content;
    try {
      reply = { status: "ok", ...(await handler(request.content, request)) };
    } catch (error) {
      reply = failure(error);
    }
    this.#reply(request, type.replace(/_request$/, "_reply"), reply);
    this.#status("idle", request);
    if (type === "shutdown_request") this.onShutdown(request.content.restart === true);
  }

  readonly #handlers: Record<string, Handler> = {
    kernel_info_request: () => kernelInfo(),
    complete_request: (content) => this.#complete(content),
    inspect_request: (content) => this.#inspect(content),
    is_complete_request: async ({ code }) => {
      const { status, indent } = await this.session.isComplete(text(code, "code"));
      return status === "incomplete" ? { status, indent } : { status };
    },
    history_request: (content) => ({ history: this.#history.answer(content) }),
    comm_info_request: ({ target_name: target }) => ({
      comms: this.session.comms.info(typeof target === "string" && target !== "" ? target : undefined),
    }),
    interrupt_request: () => this.interrupt(),
    "aen.stop_work_request": () => this.stopWork(),
    shutdown_request: async ({ restart }) => {
      this.#dropBefore = this.#received + 1;
      this.interrupt();
      return { restart: restart === true };
    },
    debug_request: (_, { content }) => ({
      type: "response",
      request_seq: content.seq ?? 0,
      command: content.command ?? "",
      success: false,
      message: "This kernel has no debugger.",
    }),
    "aen.variables_request": () => ({ variables: this.session.variables() }),
    "aen.variable_request": async ({ name }) => ({
      details: await this.session.variable(text(name, "name")),
    }),
    "aen.signature_help_request": async ({ code, cursor_pos: cursor, above }) => ({
      help: await this.session.signatureHelp(...position(code, cursor), texts(above, "above")),
    }),
    "aen.complete_request": async ({ code, cursor_pos: cursor, above }) => ({
      completions: await this.session.complete(...position(code, cursor), texts(above, "above")),
    }),
    "aen.inspect_request": async ({ code, cursor_pos: cursor, above }) => ({
      inspection: await this.session.inspect(...position(code, cursor), texts(above, "above")),
    }),
    "aen.diagnostics_request": async ({ code }) => ({
      diagnostics: await this.session.diagnostics(text(code, "code")),
    }),
    "aen.notebook_diagnostics_request": async ({ cells }) => ({
      diagnostics: await this.session.notebookDiagnostics(texts(cells, "cells")),
    }),
    "aen.language_request": async (content) => ({
      answer: await this.session.answer(...languageQuestion(content)),
    }),
  };

  /** Stops the running cell, and its input prompt if it is waiting for an answer. */
  interrupt(): void {
    for (const question of this.#questions.splice(0)) question.reject(new Error("Stopped by the user."));
    this.session.interrupt();
  }

  /** Stops what runs and drops what is queued. Resolves when trainings and the like have ended, with whole records. */
  async stopWork(): Promise<void> {
    this.#dropBefore = this.#received + 1;
    this.interrupt();
    await this.session.allWorkEnded();
  }

  // ---- executing

  #enqueue(request: JupyterMessage): void {
    const number = ++this.#received;
    this.#executions = this.#executeAfter(this.#executions, number, request);
  }

  async #executeAfter(earlier: Promise<unknown>, number: number, request: JupyterMessage): Promise<void> {
    await earlier;
    if (number < this.#dropBefore) this.#drop(request);
    else await this.#execute(request);
  }

  #drop(request: JupyterMessage): void {
    this.#status("busy", request);
    this.#reply(request, "execute_reply", {
      status: "aborted",
      execution_count: this.session.executionCount,
    });
    this.#status("idle", request);
  }

  async #execute(request: JupyterMessage): Promise<void> {
    this.#lastExecution = request;
    this.#status("busy", request);
    try {
      const content = request.content;
      const result = await this.#run(text(content.code, "code"), content, request);
      if (result.status !== "ok" && content.stop_on_error !== false) this.#dropBefore = this.#received + 1;
      this.#reply(request, "execute_reply", executeReply(result));
    } catch (error) {
      this.#reply(request, "execute_reply", {
        ...failure(error),
        execution_count: this.session.executionCount,
      });
    }
    this.#status("idle", request);
  }

  async #run(code: string, content: Content, request: JupyterMessage): Promise<ExecuteResult> {
    const silent = content.silent === true;
    const wanted = expressions(content.user_expressions);
    const isEmpty = code.trim() === "";
    const storeHistory = !silent && content.store_history !== false && !isEmpty;
    const publish = (type: string, body: Content) => this.#publish(type, body, request);
    if (isEmpty && Object.keys(wanted).length === 0)
      return { status: "ok", executionCount: this.session.executionCount };
    const result = await this.session.execute(code, {
      silent,
      storeHistory,
      expressions: wanted,
      resumes: typeof content.resumes === "string" ? content.resumes : undefined,
      source: typeof content.source === "string" ? content.source : undefined,
      onStart: (count) => {
        if (!silent) publish("execute_input", { code, execution_count: count });
      },
      onOutput: (output) =>
        output.output_type === "stream"
          ? this.sendText(output.name, output.text, request)
          : publishOutput(output, publish),
      onInput:
        content.allow_stdin === false
          ? undefined
          : (prompt, password) => this.#ask(prompt, password, request),
    });
    if (storeHistory) this.#history.add(result.executionCount, code);
    return result;
  }

  #ask(prompt: string, password: boolean, request: JupyterMessage): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#questions.push({ resolve, reject });
      this.#sendTo("stdin", "input_request", { prompt, password }, request);
    });
  }

  /** A front end with nobody to ask, or none any more, answers with an error: an addition to the protocol. */
  #answerInput({ status, evalue, value }: Content): void {
    const question = this.#questions.shift();
    if (status === "error") question?.reject(new Error(String(evalue)));
    else question?.resolve(typeof value === "string" ? value : "");
  }

  // ---- answering for the editor

  async #complete(content: Content): Promise<Content> {
    const [code, cursor] = position(content.code, content.cursor_pos);
    const { start, end, matches } = await this.session.complete(code, cursor);
    const shown = matches.slice(0, 500);
    return {
      matches: shown.map((match) => match.text),
      cursor_start: codePointOffset(code, start),
      cursor_end: codePointOffset(code, end),
      metadata: {
        _jupyter_types_experimental: shown.map((match) => ({
          text: match.text,
          type: match.kind,
          start: codePointOffset(code, start),
          end: codePointOffset(code, end),
        })),
      },
    };
  }

  async #inspect(content: Content): Promise<Content> {
    const found = await this.session.inspect(...position(content.code, content.cursor_pos));
    if (!found) return { found: false, data: {}, metadata: {} };
    return { found: true, data: inspectionData(found), metadata: {} };
  }

  // ---- comms

  #receiveComm(request: JupyterMessage): void {
    const { comm_id, target_name, data } = request.content as Partial<Record<string, string>> & {
      data?: unknown;
    };
    const type = request.header.msg_type as CommMessage["type"];
    this.#status("busy", request);
    try {
      if (typeof comm_id === "string")
        this.session.comms.receive({ type, comm_id, target_name, data, buffers: request.buffers });
    } catch (error) {
      logError(error);
    }
    this.#status("idle", request);
  }

  #sendComm({ type, buffers, ...content }: CommMessage): void {
    this.send(
      newMessage(
        "iopub",
        type,
        { ...content },
        {
          buffers: [...buffers],
          parent_header: this.#lastExecution?.header ?? {},
        },
      ),
    );
  }

  // ---- sending

  #status(state: "busy" | "idle", request: JupyterMessage): void {
    this.#publish("status", { execution_state: state }, request);
  }

  #publish(type: string, content: Content, request: JupyterMessage): void {
    this.send(newMessage("iopub", type, content, { parent_header: request.header }));
  }

  #reply(request: JupyterMessage, type: string, content: Content): void {
    this.#sendTo(request.channel, type, content, request);
  }

  #sendTo(channel: ChannelName, type: string, content: Content, request: JupyterMessage): void {
    const { header, identities } = request;
    this.send(newMessage(channel, type, content, { parent_header: header, identities }));
  }
}

function publishOutput(output: CellOutput, publish: (type: string, content: Content) => void): void {
  const { output_type: type, ...content } = output;
  publish(type, content);
}

function executeReply({ status, executionCount, error, expressions }: ExecuteResult): Content {
  if (status === "ok")
    return {
      status,
      execution_count: executionCount,
      payload: [],
      user_expressions: Object.fromEntries(
        Object.entries(expressions ?? {}).map(([name, result]) => [
          name,
          result.status === "ok"
            ? { status: "ok", data: result.data, metadata: {} }
            : { ...withoutType(result.error), status: "error" },
        ]),
      ),
    };
  return { ...(error ? withoutType(error) : {}), status: "error", execution_count: executionCount };
}

function withoutType<T extends { output_type: string }>({
  output_type: _,
  ...rest
}: T): Omit<T, "output_type"> {
  return rest;
}

function expressions(given: unknown): Record<string, string> {
  const entries = Object.entries((given ?? {}) as Record<string, unknown>);
  return Object.fromEntries(entries.map(([name, expression]) => [name, text(expression, name)]));
}

function text(value: unknown, name: string): string {
  if (typeof value === "string") return value;
  throw new TypeError(`The request's "${name}" must be a string.`);
}

function texts(value: unknown, name: string): string[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.map((each) => text(each, name));
  throw new TypeError(`The request's "${name}" must be a list of strings.`);
}

function position(code: unknown, cursor: unknown): [string, number] {
  const given = text(code, "code");
  return [given, utf16Offset(given, typeof cursor === "number" ? cursor : Infinity)];
}

function failure(error: unknown): Content {
  const { name, message } = error as Error;
  return { status: "error", ename: name ?? "Error", evalue: message ?? String(error), traceback: [] };
}
