import type { Worker } from "node:worker_threads";
import { holdMainThread } from "../../session/interrupter.js";
import { sharedState } from "../../session/sharedState.js";
import { siblingWorker } from "../../session/moduleUrl.js";
import type { JupyterMessage, MessageHeader } from "../../contracts/jupyterMessages.js";
import { newRingMemory, TextRing } from "./textRing.js";
import type { TransportChoice } from "./transport.js";
import type { FromTransport, ToTransport, TransportThreadData } from "./transportThread.js";

/** Bytes in transit above which a cell must wait before it outputs more. */
const highWater = 16 << 20;
const ringCapacity = 4 << 20;

/**
 * The main thread's end of a transport that runs in its own thread. Messages and text arrive there in the order in
 * which they were sent; a sender that is faster than the front end is blocked until there is room.
 */
export class ThreadedTransport {
  readonly thread: Worker;
  readonly #ring: TextRing;
  #sent = 0;
  #writer = 0;
  #writerId = "";

  constructor(
    choice: TransportChoice,
    readonly state: Int32Array,
  ) {
    const ring = newRingMemory(ringCapacity);
    this.#ring = new TextRing(ring);
    this.thread = siblingWorker(import.meta.url, "./transportThread", {
      workerData: { choice, state, ring } satisfies TransportThreadData,
    });
  }

  onMessage(listener: (message: FromTransport) => void): void {
    this.thread.on("message", listener);
  }

  onError(listener: (error: Error) => void): void {
    this.thread.on("error", (error) => listener(error as Error));
    // A cell can reach the thread among the handles of the process, and end it.
    this.thread.on("exit", () => listener(new Error("The thread that talks to the front end has ended.")));
  }

  send(message: JupyterMessage): void {
    const size = sizeOf(message);
    this.#post({ type: "send", message, size });
    this.#hold(size);
  }

  /** Sends text that a request's cell writes to a stream. */
  sendText(name: "stdout" | "stderr", text: string, { header }: JupyterMessage): void {
    this.#announce(header);
    if (text.length > this.#ring.longest) {
      this.#post({ type: "text", name, text, writer: this.#writer });
      return this.#hold(text.length);
    }
    const record = { text, name, after: this.#sent, writer: this.#writer };
    let size = this.#ring.write(record);
    for (; size === undefined; size = this.#ring.write(record)) {
      this.#wake();
      this.#ring.waitForRoom((memory, index, value) => holdMainThread(this.state, memory, index, value));
    }
    this.#wake();
    this.#hold(size);
  }

  /** Says that this thread begins to wait for a program in one call. */
  tellOfProgram(): void {
    this.thread.postMessage({ type: "awaits" } satisfies ToTransport);
  }

  /** Lets the process see when nothing but this transport keeps it alive. A new listener undoes this. */
  unref(): void {
    this.thread.unref();
  }

  /** Sends everything that is queued, then ends the thread. */
  close(): void {
    this.#post({ type: "close" });
  }

  /** Says that this thread has heard of the loss of the front end, and ends once its work has stopped. */
  announceEnd(): void {
    this.#post({ type: "stopping" });
  }

  /** Ends the process. */
  end(): void {
    this.#post({ type: "end" });
  }

  /** Tells the other side, once, which cell writes from now on. */
  #announce(header: MessageHeader): void {
    if (header.msg_id === this.#writerId) return;
    this.#writerId = header.msg_id;
    this.#post({ type: "writer", number: ++this.#writer, header });
  }

  /** Messages are counted on both sides, so that text keeps its place between them. */
  #post(message: ToTransport): void {
    this.#sent = (this.#sent + 1) | 0;
    this.thread.postMessage(message);
  }

  /** Notifies the other side of text in the ring, unless an earlier notification is still pending. */
  #wake(): void {
    if (Atomics.exchange(this.state, sharedState.textWaits, 1) === 1) return;
    this.thread.postMessage({ type: "look" } satisfies ToTransport);
  }

  #hold(size: number): void {
    const { outstanding } = sharedState;
    let present = Atomics.add(this.state, outstanding, size) + size;
    while (present > highWater) {
      if (Atomics.load(this.state, sharedState.stopping) === 1) return;
      holdMainThread(this.state, this.state, outstanding, present);
      present = Atomics.load(this.state, outstanding);
    }
  }
}

function sizeOf({ content, buffers }: JupyterMessage): number {
  const binary = buffers.reduce((sum, buffer) => sum + buffer.byteLength, 0);
  return 200 + binary + textLength(content);
}

function textLength(value: unknown, depth = 0): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null || depth > 3) return 8;
  return Object.values(value).reduce((sum: number, each) => sum + textLength(each, depth + 1), 0);
}
