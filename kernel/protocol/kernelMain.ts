import { runOutsideCells } from "../session/cellContext.js";
import { Acknowledgement } from "../session/acknowledgement.js";
import { AskedStops } from "../session/askedStops.js";
import { NotebookSession } from "../session/notebookSession.js";
import { keepAsyncIdsWhole } from "../session/asyncIds.js";
import { mendBuiltins } from "../session/builtins.js";
import { logError } from "../session/errorLog.js";
import { keepListeners, listenForKernel } from "../session/keptListeners.js";
import { showAwaitedPrograms } from "../session/awaitedPrograms.js";
import { exitProcess } from "../session/processEnds.js";
import { keepEnvironment } from "../session/processEnvironment.js";
import { newSharedState, sharedState } from "../session/sharedState.js";
import { letStackBeSeen } from "../session/stackLook.js";
import { makeWaitsStoppable } from "../session/stoppableWaits.js";
import { tellOfStoppedCells } from "../session/stoppedCellWatch.js";
import { Kernel } from "./kernel.js";
import { forgetMemorySettings } from "../session/memorySettings.js";
import { ThreadedTransport } from "./transport/threadedTransport.js";
import type { TransportChoice } from "./transport/transport.js";
import type { FromTransport } from "./transport/transportThread.js";

export interface KernelOptions {
  readonly cwd: string;
  readonly preload?: boolean;
  readonly ignoreTypeErrors?: boolean;
  /** Ends a cell that waits for something that cannot come: for front ends with nobody to stop it. */
  readonly endsStuckCells?: boolean;
}

/**
 * Runs a kernel in this process until it is told to shut down. The main thread belongs to the cells; a second thread
 * talks to the front ends, so that output leaves and interrupts arrive while a cell computes.
 */
export async function runKernel(choice: TransportChoice, options: KernelOptions): Promise<void> {
  forgetMemorySettings();
  const state = newSharedState();
  const acknowledgement = new Acknowledgement(state);
  keepAsyncIdsWhole();
  keepEnvironment();
  const transport = new ThreadedTransport(choice, state);
  showAwaitedPrograms(state, () => transport.tellOfProgram());
  makeWaitsStoppable(state);
  tellOfStoppedCells();
  letStackBeSeen(state);
  const stops = new AskedStops(state);
  const session = await NotebookSession.start({ ...options, stops });
  const kernel = new Kernel(
    session,
    (message) => transport.send(message),
    (name, text, request) => transport.sendText(name, text, request),
    () => transport.close(),
  );
  const receive = (message: FromTransport) => {
    mendBuiltins();
    if (message.type === "message") kernel.receive(message.message);
    if (message.type === "closed") exitProcess();
    if (message.type === "lost") void endInOrder(kernel, transport);
    if (message.type === "answer") Atomics.add(state, sharedState.answered, 1);
    if (message.type !== "interrupt") return;
    acknowledgement.owe();
    kernel.interrupt();
  };
  // A terminated cell may leave its context behind on the thread's port.
  transport.onMessage((message) => runOutsideCells(() => receive(message)));
  listenForKernel("SIGINT", () => {
    stops.ask();
    kernel.interrupt();
  });
  keepListeners();
  transport.onError((error) => {
    logError(error);
    exitProcess(1);
  });
  if (options.endsStuckCells) transport.unref();
}

/** Ends a kernel whose front end is gone, such as a reloaded window: trainings stop as when they are told to. */
async function endInOrder(kernel: Kernel, transport: ThreadedTransport): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  transport.announceEnd();
  await kernel.stopWork();
  transport.end();
}
