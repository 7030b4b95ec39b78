import type { CellOutput } from "../contracts/cellOutput.js";
import { type JupyterMessage, newMessage } from "../contracts/jupyterMessages.js";

/** What a front end does with a cell's messages. */
export interface ExecuteHandlers {
  /** Takes the cell's outputs in order; late ones come after the reply. */
  onOutput(output: CellOutput): void;
  /** Called when the cell begins to run (cells wait for earlier ones). */
  onStart?(executionCount: number): void;
  /** Answers `input()`; without it, or if it rejects, `input()` fails in the cell. */
  onInput?(prompt: string, password: boolean): Promise<string>;
  /** The id of an interrupted run that the cell's first `aen.train` goes on with. */
  readonly resumes?: string;
  /** The path by which a debugger knows the cell. */
  readonly source?: string;
  readonly silent?: boolean;
  readonly storeHistory?: boolean;
  /** Whether queued cells are dropped when this one fails. Default true. */
  readonly stopOnError?: boolean;
}

interface Waiting {
  resolve(content: Record<string, unknown>): void;
  reject(error: Error): void;
}

/** Cells whose late outputs still arrive. */
const mostCells = 1000;

const outputTypes: ReadonlySet<string> = new Set([
  "stream",
  "display_data",
  "update_display_data",
  "clear_output",
  "execute_result",
  "error",
]);

/** The requests that a front end has made of a kernel: what arrives goes to the one that it belongs to. */
export class OpenRequests {
  readonly #waiting = new Map<string, Waiting>();
  readonly #cells = new Map<string, ExecuteHandlers>();

  /**
   * @param session the front end's, for the headers of its messages
   * @param send sends what a user has typed
   */
  constructor(
    readonly session: string,
    readonly send: (message: JupyterMessage) => void,
  ) {}

  /** The content of the reply to a request. @throws Error when the kernel ends first */
  reply(id: string): Promise<Record<string, unknown>> {
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  /** Hands a cell its outputs, also those that come after its reply. */
  follow(id: string, handlers: ExecuteHandlers): void {
    this.#cells.set(id, handlers);
    if (this.#cells.size > mostCells) this.#cells.delete(this.#cells.keys().next().value!);
  }

  /** Takes a message of the kernel's. */
  receive(message: JupyterMessage): void {
    const parent = message.parent_header.msg_id ?? "";
    const cell = this.#cells.get(parent);
    if (message.channel === "iopub") return cell && deliver(message, cell);
    if (message.channel === "stdin") return void this.#answer(message, cell);
    const waiting = this.#waiting.get(parent);
    this.#waiting.delete(parent);
    waiting?.resolve(message.content);
  }

  /** Ends all requests, because the kernel has ended. */
  fail(reason: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
    this.#cells.clear();
  }

  async #answer(question: JupyterMessage, cell: ExecuteHandlers | undefined): Promise<void> {
    const { prompt, password } = question.content;
    const answer = await cell?.onInput?.(String(prompt ?? ""), password === true).then(
      (value) => ({ value }),
      ({ message }: Error) => ({ status: "error", evalue: message }),
    );
    const rest = { session: this.session, parent_header: question.header };
    this.send(newMessage("stdin", "input_reply", answer ?? { value: "" }, rest));
  }
}

function deliver(message: JupyterMessage, cell: ExecuteHandlers): void {
  const type = message.header.msg_type;
  if (type === "execute_input") cell.onStart?.(Number(message.content.execution_count));
  if (outputTypes.has(type))
    cell.onOutput({ output_type: type, ...message.content } as unknown as CellOutput);
}
