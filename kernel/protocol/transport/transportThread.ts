import { parentPort, workerData } from "node:worker_threads";
import { Interrupter, sharedState } from "../../session/interrupter.js";
import { type JupyterMessage, type MessageHeader, newMessage } from "../messages.js";
import { PipeTransport } from "./pipeTransport.js";
import { SendQueue } from "./sendQueue.js";
import { type RingMemory, TextRing } from "./textRing.js";
import type { Transport, TransportChoice } from "./transport.js";

export interface TransportThreadData {
  readonly choice: TransportChoice;
  readonly state: Int32Array;
  readonly ring: RingMemory;
}

/** From the kernel to its transport. Text comes by the ring, too; all but "look" counts as sent before it. */
export type ToTransport =
  | { readonly type: "send"; readonly message: JupyterMessage; readonly size: number }
  | { readonly type: "writer"; readonly number: number; readonly header: MessageHeader }
  | {
      readonly type: "text";
      readonly name: "stdout" | "stderr";
      readonly text: string;
      readonly writer: number;
    }
  | { readonly type: "look" }
  | { readonly type: "close" };

/** From the transport to its kernel. */
export type FromTransport =
  | { readonly type: "ready" }
  | { readonly type: "message"; readonly message: JupyterMessage }
  | { readonly type: "interrupt" }
  | { readonly type: "closed" };

/** The longest text that pieces are joined to, in bytes. */
const longestPiece = 1 << 18;

/** How long a kernel that was told to go may take. */
const graceOnShutdown = 3000;

const { choice, state, ring: memory } = workerData as TransportThreadData;
const port = parentPort!;
const tell = (message: FromTransport) => port.postMessage(message);

const transport = await open(choice);
const interrupter = new Interrupter(state, () => tell({ type: "interrupt" }));
const ring = new TextRing(memory);
const writers = new Map<number, MessageHeader>();
let handled = 0;
const queue = new SendQueue(
  (message) => transport.send(message),
  (size) => {
    Atomics.sub(state, sharedState.outstanding, size);
    Atomics.notify(state, sharedState.outstanding);
  },
);

port.on("message", (message: ToTransport) => {
  if (message.type === "look") Atomics.store(state, sharedState.textWaits, 0);
  drainRing();
  if (message.type === "look") return;
  handled = (handled + 1) | 0;
  handle(message);
  drainRing();
});

await transport.start(receive, () => endProcess());
tell({ type: "ready" });

function handle(message: Exclude<ToTransport, { type: "look" }>): void {
  if (message.type === "send") queue.push(message.message, message.size);
  else if (message.type === "text") print(message.name, message.text, message.writer, message.text.length);
  else if (message.type === "writer") introduce(message.number, message.header);
  else void close();
}

/** A cell that was left for others and prints again has a new number. */
function introduce(writer: number, header: MessageHeader): void {
  writers.set(writer, header);
  if (writers.size > 1000) writers.delete(writers.keys().next().value!);
}

/** Takes text out of the ring, as far as its turn has come; pieces of one stream become one. */
function drainRing(): void {
  let parts: string[] = [];
  let size = 0;
  for (let last = ring.read(handled); last;) {
    parts.push(last.text);
    size += last.bytes;
    const next = ring.read(handled);
    if (next?.writer !== last.writer || next.name !== last.name || size >= longestPiece) {
      print(last.name, parts.join(""), last.writer, size);
      parts = [];
      size = 0;
    }
    last = next;
  }
}

function print(name: "stdout" | "stderr", text: string, writer: number, size: number): void {
  const parent = writers.get(writer);
  if (queue.join(parent?.msg_id ?? "", name, text, size)) return;
  queue.push(newMessage("iopub", "stream", { name, text }, { parent_header: parent ?? {} }), size);
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
