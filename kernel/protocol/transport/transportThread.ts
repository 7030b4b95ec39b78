import { parentPort, workerData } from "node:worker_threads";
import { AwaitedProgramWatch } from "../../session/awaitedProgramWatch.js";
import { endPrograms } from "../../session/programTree.js";
import { DebuggerLink } from "../../session/debuggerLink.js";
import type { InspectorMessage } from "../../session/inspectorMessage.js";
import { Interrupter } from "../../session/interrupter.js";
import { sharedState } from "../../session/sharedState.js";
import { StoppedCellWatch } from "../../session/stoppedCellWatch.js";
import { type JupyterMessage, type MessageHeader, newMessage } from "../../contracts/jupyterMessages.js";
import { deafCell } from "../../contracts/deafCell.js";
import { debuggerMessages } from "../debuggerLine.js";
import { PipeTransport } from "./pipeTransport.js";
import { SendQueue } from "./sendQueue.js";
import { type RingMemory, TextRing } from "./textRing.js";
import type { Transport, TransportChoice } from "./transport.js";

export interface TransportThreadData {
  readonly choice: TransportChoice;
  readonly state: Int32Array;
  readonly ring: RingMemory;
}

/** From the kernel to its transport. Text also comes through the ring; its place in order ignores "look" and "awaits". */
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
  /** The main thread begins to wait for a program in one call. */
  | { readonly type: "awaits" }
  | { readonly type: "close" }
  /** The kernel stops its work, because the front end is lost. */
  | { readonly type: "stopping" }
  | { readonly type: "end" };

/** From the transport to its kernel. */
export type FromTransport =
  | { readonly type: "ready" }
  | { readonly type: "message"; readonly message: JupyterMessage }
  | { readonly type: "interrupt" }
  /** Asks for a sign of life. */
  | { readonly type: "answer" }
  | { readonly type: "closed" }
  /** The front end is gone. */
  | { readonly type: "lost" };

/** Maximum length of the text that pieces are joined into, in bytes. */
const longestPiece = 1 << 18;

/** Milliseconds a kernel may take to shut down. */
const graceOnShutdown = 3000;
/** Milliseconds a kernel without a front end may take to hear of it, and then to stop its work in order. */
const graceOnLoss = { toHear: 5000, toStop: 60_000 };

/** The requests that stop what the main thread does. */
const stopping: ReadonlySet<string> = new Set([
  "interrupt_request",
  "shutdown_request",
  "aen.stop_work_request",
]);

let lossTimer: NodeJS.Timeout | undefined;

const { choice, state, ring: memory } = workerData as TransportThreadData;
const port = parentPort!;
const tell = (message: FromTransport) => port.postMessage(message);

const transport = await open(choice);
const interrupter = new Interrupter(
  state,
  () => tell({ type: "interrupt" }),
  () => tellOfDeafness(),
);
const watch = new StoppedCellWatch(state, () => tell({ type: "answer" }));
const debug = new DebuggerLink((message) => {
  void transport.send(newMessage("control", debuggerMessages.message, { message }));
});
const programs = new AwaitedProgramWatch(() => Atomics.load(state, sharedState.awaitsProgram) > 0);
const ring = new TextRing(memory);
/** What the main thread does not answer, because a debugger may have paused it. */
const debuggerRequests: Readonly<Record<string, (content: Record<string, unknown>) => void>> = {
  [debuggerMessages.open]: () => debug.open(),
  [debuggerMessages.message]: ({ message }) => debug.receive(message as InspectorMessage),
  [debuggerMessages.close]: () => debug.close(),
};
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
  if (message.type === "awaits") programs.begin();
  if (message.type === "look" || message.type === "awaits") return;
  handled = (handled + 1) | 0;
  handle(message);
  drainRing();
});

await transport.start(receive, onceLost());
tell({ type: "ready" });

function handle(message: Exclude<ToTransport, { type: "look" | "awaits" }>): void {
  if (message.type === "send") {
    noteWhatRuns(message.message);
    queue.push(message.message, message.size);
  } else if (message.type === "text") print(message.name, message.text, message.writer, message.text.length);
  else if (message.type === "writer") introduce(message.number, message.header);
  else if (message.type === "stopping") lossTimer = limit(graceOnLoss.toStop);
  else if (message.type === "end") endProcess();
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
  const rest = { parent_header: running ?? {}, metadata: { [deafCell]: true } };
  queue.push(newMessage("iopub", "stream", content, rest), text.length);
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

/** What is done when the front end is lost, once: nobody can stop the kernel's work any more, so it stops by itself. */
function onceLost(): () => void {
  return () => {
    if (lossTimer) return;
    lossTimer = limit(graceOnLoss.toHear);
    debug.close();
    stopCells();
    tell({ type: "lost" });
  };
}

function limit(milliseconds: number): NodeJS.Timeout {
  clearTimeout(lossTimer);
  return setTimeout(endProcess, milliseconds);
}

function receive(message: JupyterMessage): void {
  const type = message.header.msg_type;
  if (choice.kind === "pipe" && type in debuggerRequests) return debuggerRequests[type](message.content);
  if (stopping.has(type)) stopCells();
  if (type === "shutdown_request") setTimeout(endProcess, graceOnShutdown);
  tell({ type: "message", message });
}

/** A cell that a debugger has paused goes on, so that it hears of the stop. */
function stopCells(): void {
  watch.begin();
  interrupter.interrupt();
  debug.passBreakpoints(() => interrupter.isSeen);
}

async function close(): Promise<void> {
  await queue.drain();
  await transport.close();
  await programsEnd();
  tell({ type: "closed" });
}

/** The cells have been stopped, and with them their programs; those that do not end are killed. */
async function programsEnd(): Promise<void> {
  for (let looks = 0; looks < 20 && programs.programs().length > 0; looks++)
    await new Promise<void>((resolve) => setTimeout(resolve, 50));
  endPrograms("SIGKILL");
}

/** Ends the whole process, stuck or not, and its programs; exiting from a worker would end only the worker. */
function endProcess(): void {
  endPrograms("SIGKILL");
  process.kill(process.pid, "SIGKILL");
}
