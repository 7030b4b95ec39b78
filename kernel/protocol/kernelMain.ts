import { runOutsideCells } from "../session/cellContext.js";
import { NotebookSession } from "../session/notebookSession.js";
import { newSharedState, prepareForTermination, sharedState } from "../session/interrupter.js";
import { siblingWorker } from "../session/moduleUrl.js";
import { Kernel } from "./kernel.js";
import type { JupyterMessage } from "./messages.js";
import type { FromTransport, ToTransport, TransportThreadData } from "./transport/transportThread.js";
import type { TransportChoice } from "./transport/transport.js";

/** Bytes on their way above which a cell that puts out more has to wait. */
const highWater = 16 << 20;

export interface KernelOptions {
  readonly cwd: string;
  readonly preload?: boolean;
  readonly ignoreTypeErrors?: boolean;
}

/**
 * Runs a kernel in this process until it is told to shut down. The main thread belongs to the cells; a thread
 * beside it talks to the front ends, so that output leaves and interrupts arrive while a cell computes.
 */
export async function runKernel(choice: TransportChoice, options: KernelOptions): Promise<void> {
  const exit = process.exit.bind(process);
  const state = newSharedState();
  prepareForTermination(state);
  const thread = siblingWorker(import.meta.url, "./transport/transportThread", {
    workerData: { choice, state } satisfies TransportThreadData,
  });
  const post = (message: ToTransport) => thread.postMessage(message);
  const session = await NotebookSession.start({
    ...options,
    onBusy: (busy) => Atomics.store(state, sharedState.busy, busy ? 1 : 0),
  });
  const posted = (size: number) => {
    if (Atomics.add(state, sharedState.outstanding, size) + size > highWater) waitForRoom(state);
  };
  const send = (message: JupyterMessage) => {
    const size = sizeOf(message);
    post({ type: "send", message, size });
    posted(size);
  };
  let lastWriter = "";
  const sendText = (name: "stdout" | "stderr", text: string, { header }: JupyterMessage) => {
    const cell = header.msg_id;
    post({ type: "text", name, text, cell, ...(cell === lastWriter ? {} : { parent: header }) });
    lastWriter = cell;
    posted(text.length);
  };
  const kernel = new Kernel(session, send, sendText, () => post({ type: "close" }));
  const receive = (message: FromTransport) => {
    if (message.type === "message") kernel.receive(message.message);
    if (message.type === "closed") exit(0);
    if (message.type !== "interrupt") return;
    Atomics.add(state, sharedState.acknowledged, 1);
    kernel.interrupt();
  };
  // A terminated cell may leave its context behind on the thread's port.
  thread.on("message", (message: FromTransport) => runOutsideCells(() => receive(message)));
  process.on("SIGINT", () => kernel.interrupt());
  thread.on("error", (error) => {
    console.error(error);
    exit(1);
  });
}

/** Holds the main thread while the front end cannot keep up, so that memory stays bounded. */
function waitForRoom(state: Int32Array): void {
  for (;;) {
    const outstanding = Atomics.load(state, sharedState.outstanding);
    if (outstanding < highWater) return;
    Atomics.wait(state, sharedState.outstanding, outstanding, 1000);
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
