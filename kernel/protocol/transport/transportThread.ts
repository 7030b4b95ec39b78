import { parentPort, workerData } from "node:worker_threads";
import { Interrupter, sharedState } from "../../session/interrupter.js";
import { type JupyterMessage, type MessageHeader, newMessage } from "../messages.js";
import { PipeTransport } from "./pipeTransport.js";
import { SendQueue } from "./sendQueue.js";
import type { Transport, TransportChoice } from "./transport.js";

export interface TransportThreadData {
  readonly choice: TransportChoice;
  readonly state: Int32Array;
}

/** From the kernel to its transport. */
export type ToTransport =
  | { readonly type: "send"; readonly message: JupyterMessage; readonly size: number }
  | StreamText
  | { readonly type: "close" };

/** Text that a cell writes: the shortest form that can be posted, because a cell may post a million of them. */
export interface StreamText {
  readonly type: "text";
  readonly name: "stdout" | "stderr";
  readonly text: string;
  /** The message id of the cell's request; its header has been posted before, with `parent`. */
  readonly cell: string;
  readonly parent?: MessageHeader;
}

/** From the transport to its kernel. */
export type FromTransport =
  | { readonly type: "ready" }
  | { readonly type: "message"; readonly message: JupyterMessage }
  | { readonly type: "interrupt" }
  | { readonly type: "closed" };

/** How long a kernel that was told to go may take. */
const graceOnShutdown = 3000;

const { choice, state } = workerData as TransportThreadData;
const port = parentPort!;
const tell = (message: FromTransport) => port.postMessage(message);

const transport = await open(choice);
const interrupter = new Interrupter(state, () => tell({ type: "interrupt" }));
const parents = new Map<string, MessageHeader>();
const queue = new SendQueue(
  (message) => transport.send(message),
  (size) => {
    Atomics.sub(state, sharedState.outstanding, size);
    Atomics.notify(state, sharedState.outstanding);
  },
);

port.on("message", (message: ToTransport) => {
  if (message.type === "text") print(message);
  else if (message.type === "send") queue.push(message.message, message.size);
  else void close();
});

await transport.start(receive, () => endProcess());
tell({ type: "ready" });

function print(text: StreamText): void {
  if (!queue.join(text.cell, text.name, text.text)) queue.push(streamMessage(text), text.text.length);
}

function streamMessage({ name, text, cell, parent }: StreamText): JupyterMessage {
  if (parent) {
    parents.set(cell, parent);
    if (parents.size > 1000) parents.delete(parents.keys().next().value!);
  }
  return newMessage("iopub", "stream", { name, text }, { parent_header: parents.get(cell) ?? {} });
}

/** ZeroMQ's native library is loaded only where it is spoken. */
async function open(chosen: TransportChoice): Promise<Transport> {
  if (chosen.kind === "pipe") return new PipeTransport(chosen.fd);
  const { ZeromqTransport } = await import("./zeromqTransport.js");
  return new ZeromqTransport(chosen.connection);
}

function receive(message: JupyterMessage): void {
  const type = message.header.msg_type;
  if (type === "interrupt_request" || type === "shutdown_request") interrupter.interrupt();
  if (type === "shutdown_request") setTimeout(endProcess, graceOnShutdown);
  tell({ type: "message", message });
}

async function close(): Promise<void> {
  await queue.drain();
  await transport.close();
  tell({ type: "closed" });
}

/** Ends the whole process, stuck or not; a worker's own exit would end the worker alone. */
function endProcess(): void {
  process.kill(process.pid, "SIGKILL");
}
