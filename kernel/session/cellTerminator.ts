import type { Debugger, Runtime } from "node:inspector";
import { forgetAsyncIds } from "./asyncIds.js";
import { type CodeOwner, codeOwner } from "./codeOwner.js";
import { endNodesLoops } from "./nodesLoops.js";
import { verdicts } from "./stackLook.js";
import { StackLookAsker } from "./stackLookAsker.js";
import { refuseTicks } from "./stoppableTicks.js";
import { ThreadInspector } from "./threadInspector.js";
import { UnreturnedCall } from "./unreturnedCall.js";

/**
 * Node's own scripts that run microtasks and the hooks over them. Alone on the stack they do not tell whose microtask
 * comes next; called by a cell, V8 swallows a termination in them where they are hooks over promises (Node 20 and 22).
 */
const microtasks: ReadonlySet<string> = new Set([
  "node:internal/process/task_queues",
  "node:internal/async_hooks",
  "node:async_hooks",
]);
/** Milliseconds between looks at the main thread while it does the kernel's own work. */
const nextLook = 60;
/** Milliseconds until the next look at what a cell has called, or one that was not answered. */
const patience = 200;
/** Number of pauses after which a library that never returns to its cell is terminated wherever it is. */
const mostPauses = 500;
/** Looks at which what a getter of an error has called may go on, before it is terminated wherever it is. */
const mostGoneOn = 5;

export interface CellTerminatorOptions {
  /** The memory that the threads share; without it, the main thread is paused without a look at its stack. */
  readonly state?: Int32Array;
  /** Code that says, on the main thread, whether what runs there is to be ended; by default it is. */
  readonly onlyIf?: string;
}

/**
 * Ends, from another thread, cell code that blocks the main thread. A termination runs no `finally`, so it must not
 * hit Node's timers or the kernel's own work: the inspector pauses the thread and reports the frames on its stack.
 * The cell's own code is terminated at once. Functions of Node, the kernel and its dependencies that the cell has
 * called may finish, and are terminated where they return to the cell.
 *
 * Breakpoints at the called function's return statements find that place. Stepping with the inspector would also
 * work, but it puts breaks into the cell's function, after which V8 12 (Node 22) no longer accepts interrupts in a
 * loop with an empty body. It steps only through Node's handling of microtasks: a cell that
 * awaits without end is hardly ever met by a look at its own code.
 */
export class CellTerminator {
  #inspector: ThreadInspector | undefined;
  #asker: StackLookAsker | undefined;
  #timer: NodeJS.Timeout | undefined;
  readonly #call = new UnreturnedCall();
  #pauses = 0;
  /** Looks at which the thread was to go on, since the beginning. */
  #goneOn = 0;
  /** Terminations since the main thread last saw an interrupt. */
  #terminations = 0;

  /**
   * @param isSeen whether the main thread has seen the interrupt, so that nothing is left to end
   */
  constructor(
    readonly isSeen: () => boolean,
    readonly options: CellTerminatorOptions = {},
  ) {}

  /** Connects only now, because a connected inspector makes every `console.log` ten times slower. */
  begin(): void {
    if (this.#inspector) return;
    const inspector = (this.#inspector = new ThreadInspector());
    const scripts = new Map<string, string>();
    inspector.on("Debugger.scriptParsed", ({ scriptId, url }: Debugger.ScriptParsedEventDataType) => {
      scripts.set(scriptId, url);
    });
    inspector.on("Debugger.paused", (pause: Debugger.PausedEventDataType) => {
      const stack = pause.callFrames.map(({ location }) => scripts.get(location.scriptId) ?? "");
      this.#paused(inspector, pause, stack);
    });
    this.#call.forget();
    this.#pauses = this.#goneOn = 0;
    const { state } = this.options;
    this.#asker = state && new StackLookAsker(inspector, state, (verdict) => this.#act(verdict));
    this.#unlessSpared(inspector, () => {
      inspector.post("Debugger.enable");
      this.#look();
    });
  }

  /** Goes on if what runs on the main thread is to be ended. */
  #unlessSpared(inspector: ThreadInspector, goOn: () => void): void {
    const { onlyIf: expression } = this.options;
    if (expression === undefined) return goOn();
    inspector.post<Runtime.EvaluateReturnType>("Runtime.evaluate", { expression, silent: true }, (found) => {
      if (found?.result.value === true && !this.isSeen()) goOn();
      else this.end();
    });
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#asker?.end();
    this.#inspector?.end();
    this.#inspector = undefined;
  }

  /** To be called once the main thread has seen the interrupt. */
  succeed(): void {
    this.#terminations = 0;
    this.end();
  }

  /**
   * Lets the thread look at its stack, then asks for a pause: until it has paused, because a request that comes while it
   * is still paused is lost.
   */
  #look(): void {
    this.#timer = setTimeout(() => this.#look(), patience);
    if (this.#asker) this.#asker.ask(this.#goneOn > mostGoneOn, this.options.onlyIf);
    else this.#inspector?.post("Debugger.pause");
  }

  #act(verdict: number): void {
    if (verdict === verdicts.goOn) this.#goneOn++;
    if (verdict === verdicts.pause) this.#inspector?.post("Debugger.pause");
    if (verdict !== verdicts.terminate) return;
    if (this.isSeen()) return this.end();
    this.#inspector?.post("Runtime.evaluate", { expression: forgetAsyncIds, silent: true });
    this.#inspector?.post("Runtime.terminateExecution", {}, () => this.end());
  }

  #paused(inspector: ThreadInspector, pause: Debugger.PausedEventDataType, stack: readonly string[]): void {
    // Seen since the last look: what runs now may already be the next cell.
    if (this.isSeen()) return this.end();
    const { owner, above }: CodeOwner = codeOwner(stack);
    clearTimeout(this.#timer);
    this.#asker?.end();
    if (stack.slice(0, above).every((script) => microtasks.has(script)) && above !== 0)
      return this.#step(inspector, owner === "cell" ? "stepOut" : "stepInto");
    this.#pauses++;
    const isReturning = above === 1 && (pause.hitBreakpoints ?? []).length > 0;
    if (isReturning || (owner === "cell" && this.#isEndable(pause.callFrames, stack, above ?? 0)))
      return this.#unlessSpared(inspector, () => this.#terminate(inspector, pause.callFrames, stack));
    if (owner !== "cell") this.#call.forget();
    if (above === undefined) this.#goOn(inspector, owner);
    else breakAtReturn(inspector, pause.callFrames[above - 1], () => this.#goOn(inspector, owner));
  }

  /** Lets the thread run, and looks again after a while. */
  #goOn(inspector: ThreadInspector, owner: CodeOwner["owner"]): void {
    inspector.post("Debugger.resume");
    this.#timer = setTimeout(() => this.#look(), owner === "cell" ? patience : nextLook);
  }

  /** Whether the cell's own code runs, or what it has called will not return by itself. */
  #isEndable(frames: readonly Debugger.CallFrame[], stack: readonly string[], above: number): boolean {
    if (above === 0 || this.#pauses > mostPauses) return true;
    return this.#call.isStuck(frames.slice(above - 1), stack.slice(0, above));
  }

  /** Goes on to where the thread can be terminated, or to whose microtask comes next. */
  #step(inspector: ThreadInspector, step: "stepInto" | "stepOut"): void {
    this.#timer = setTimeout(() => this.#look(), nextLook);
    inspector.post(`Debugger.${step}`);
  }

  #terminate(inspector: ThreadInspector, frames: Debugger.CallFrame[], stack: readonly string[]): void {
    if (this.#terminations++ > 0)
      inspector.post("Runtime.evaluate", { expression: refuseTicks, silent: true, timeout: patience });
    endNodesLoops(inspector, frames, stack);
    inspector.post("Runtime.evaluate", { expression: forgetAsyncIds, silent: true });
    inspector.post("Debugger.resume", { terminateOnResume: true }, () => this.end());
  }
}

/** Makes the thread pause where a function returns, then goes on. */
function breakAtReturn(
  inspector: ThreadInspector,
  { functionLocation: start }: Debugger.CallFrame,
  goOn: () => void,
): void {
  if (!start) return goOn();
  const places = { start, restrictToFunction: true };
  inspector.post<Debugger.GetPossibleBreakpointsReturnType>(
    "Debugger.getPossibleBreakpoints",
    places,
    (found) => {
      for (const { type, ...location } of found?.locations ?? [])
        if (type === "return") inspector.post("Debugger.setBreakpoint", { location });
      goOn();
    },
  );
}
