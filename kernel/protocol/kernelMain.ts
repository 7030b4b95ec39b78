import { runOutsideCells } from "../session/cellContext.js";
import { Acknowledgement } from "../session/acknowledgement.js";
import { NotebookSession } from "../session/notebookSession.js";
import { keepAsyncIdsWhole } from "../session/asyncIds.js";
import { showAwaitedPrograms } from "../session/awaitedPrograms.js";
import { newSharedState } from "../session/interrupter.js";
import { Kernel } from "./kernel.js";
import { ThreadedTransport } from "./transport/threadedTransport.js";
import type { TransportChoice } from "./transport/transport.js";
import type { FromTransport } from "./transport/transportThread.js";

export interface KernelOptions {
  readonly cwd: string;
  readonly preload?: boolean;
  readonly ignoreTypeErrors?: boolean;
}

/**
 * Runs a kernel in this process until it is told to shut down. The main thread belongs to the cells; a second thread
 * talks to the front ends, so that output leaves and interrupts arrive while a cell computes.
 */
export async function runKernel(choice: TransportChoice, options: KernelOptions): Promise<void> {
  const exit = process.exit.bind(process);
  const state = newSharedState();
  const acknowledgement = new Acknowledgement(state);
  keepAsyncIdsWhole();
  showAwaitedPrograms(state);
  const transport = new ThreadedTransport(choice, state);
  const session = await NotebookSession.start(options);
  const kernel = new Kernel(
    session,
    (message) => transport.send(message),
    (name, text, request) => transport.sendText(name, text, request),
    () => transport.close(),
  );
  const receive = (message: FromTransport) => {
    if (message.type === "message") kernel.receive(message.message);
    if (message.type === "closed") exit(0);
    if (message.type !== "interrupt") return;
    acknowledgement.owe();
    kernel.interrupt();
  };
  // A terminated cell may leave its context behind on the thread's port.
  transport.onMessage((message) => runOutsideCells(() => receive(message)));
  process.on("SIGINT", () => kernel.interrupt());
  transport.onError((error) => {
    console.error(error);
    exit(1);
  });
}
