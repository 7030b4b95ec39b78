import { parentPort, workerData } from "node:worker_threads";
import { endPrograms } from "../../session/programTree.js";
import { Interrupter, sharedState } from "../../session/interrupter.js";
import { type JupyterMessage, type MessageHeader, newMessage } from "../../contracts/jupyterMessages.js";
import { PipeTransport } from "./pipeTransport.js";
import { SendQueue } from "./sendQueue.js";
import { type RingMemory, TextRing } from "./textRing.js";
import type { Transport, TransportChoice } from "./transport.js";

export interface TransportThreadData {
  readonly choice: TransportChoice;
  readonly state: Int32Array;
  readonly ring: RingMemory;
}

/** From the kernel to its transport. Text also comes through the ring; its place in order ignores "look" messages. */
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

/** Maximum length of the text that pieces are joined into, in bytes. */
const longestPiece = 1 << 18;

/** Milliseconds a kernel may take to shut down. */
const graceOnShutdown = 3000;

const { choice, state, ring: memory } = workerData as TransportThreadData;
const port = parentPort!;
const tell = (message: FromTransport) => port.postMessage(message);

const transport = await open(choice);
const interrupter = new Interrupter(
  state,
  () => tell({ type: "interrupt" }),
  () => tellOfDeafness(),
);
const ring = new TextRing(memory);
const writers = new Map<number, MessageHeader>();
let handled = 0;
/** The request whose cell runs. */
let running: MessageHeader | undefined;
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
  if (message.type === "send") {
    noteWhatRuns(message.message);
    queue.push(message.message, message.size);
  } else if (message.type === "text") print(message.name, message.text, message.writer, message.text.length);
  else if (message.type === "writer") introduce(message.number, message.header);
  else void close();
}

function noteWhatRuns({ header, parent_header: parent, content }: JupyterMessage): void {
  if (header.msg_type !== "status" || parent.msg_type !== "execute_request") return;
  running = content.execution_state === "busy" ? (parent as MessageHeader) : undefined;
}

/** Tells the user of a cell that no stop reaches: it is in a native call, or the main thread is lost. */
function tellOfDeafness(): void {
  const text =
    "The cell has not stopped for 10 seconds: it is in a call that nothing can end from outside. " +
    "Wait until the call returns, or restart the kernel; a restart loses the variables.\n";
  const content = { name: "stderr", text };
  queue.push(newMessage("iopub", "stream", content, { parent_header: running ?? {} }), text.length);
}

/** Registers a writing cell; a cell that prints again after others have printed gets a new number. */
function introduce(writer: number, header: MessageHeader): void {
  writers.set(writer, header);
  if (writers.size > 1000) writers.delete(writers.keys().next().value!);
}

/** Takes text whose turn has come out of the ring; consecutive pieces of one stream are joined. */
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

/** Opens the transport; ZeroMQ's native library is loaded only if it is used. */
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

/** Ends the whole process, stuck or not, and its programs; exiting from a worker would end only the worker. */
function endProcess(): void {
  endPrograms("SIGKILL");
  process.kill(process.pid, "SIGKILL");
}
