import { type Debugger, type InspectorNotification, Session } from "node:inspector";
import { forgetAsyncIds } from "./asyncIds.js";
import { type CodeOwner, codeOwner } from "./codeOwner.js";
import { endNodesLoops } from "./nodesLoops.js";
import { refuseTicks } from "./stoppableTicks.js";

type Paused = InspectorNotification<Debugger.PausedEventDataType>;
type Parsed = InspectorNotification<Debugger.ScriptParsedEventDataType>;

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
/** Milliseconds that a library may take to return to its cell before it counts as stuck in a loop itself. */
const patience = 200;
/** Number of pauses after which a library that never returns to its cell is terminated wherever it is. */
const mostPauses = 500;

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
  #session: Session | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** Whether a library has used up its time to return to its cell. */
  #isStuck = false;
  #pauses = 0;
  /** Terminations since the main thread last saw an interrupt. */
  #terminations = 0;

  /** Connects only now, because a connected inspector makes every `console.log` ten times slower. */
  begin(): void {
    if (this.#session) return;
    const session = (this.#session = new Session());
    session.connectToMainThread();
    const scripts = new Map<string, string>();
    session.on("Debugger.scriptParsed", ({ params }: Parsed) => scripts.set(params.scriptId, params.url));
    session.on("Debugger.paused", ({ params }: Paused) => {
      const stack = params.callFrames.map(({ location }) => scripts.get(location.scriptId) ?? "");
      if (session === this.#session) this.#paused(session, params, stack);
    });
    session.post("Debugger.enable");
    this.#isStuck = false;
    this.#pauses = 0;
    this.#look();
  }

  /** Releases the main thread, wherever it is; these messages also end a pause that is still to come. */
  end(): void {
    const session = this.#session;
    if (!session) return;
    this.#session = undefined;
    clearTimeout(this.#timer);
    session.post("Debugger.disable");
    session.disconnect();
  }

  /** To be called once the main thread has seen the interrupt. */
  succeed(): void {
    this.#terminations = 0;
    this.end();
  }

  #look(): void {
    this.#session?.post("Debugger.pause");
  }

  #paused(session: Session, pause: Debugger.PausedEventDataType, stack: readonly string[]): void {
    const { owner, above }: CodeOwner = codeOwner(stack);
    clearTimeout(this.#timer);
    if (stack.slice(0, above).every((script) => microtasks.has(script)) && above !== 0)
      return this.#step(session, owner === "cell" ? "stepOut" : "stepInto");
    this.#pauses++;
    const isCell = owner === "cell" && (above === 0 || this.#isStuck || this.#pauses > mostPauses);
    const isReturning = above === 1 && (pause.hitBreakpoints ?? []).length > 0;
    if (isCell || isReturning) return this.#terminate(session, pause.callFrames, stack);
    if (above === undefined) session.post("Debugger.resume");
    else breakAtReturn(session, pause.callFrames[above - 1]);
    this.#isStuck = false;
    this.#timer = setTimeout(
      () => {
        this.#isStuck = owner === "cell";
        this.#look();
      },
      owner === "cell" ? patience : nextLook,
    );
  }

  /** Goes on to where the thread can be terminated, or to whose microtask comes next. */
  #step(session: Session, step: "stepInto" | "stepOut"): void {
    this.#timer = setTimeout(() => this.#look(), nextLook);
    session.post(`Debugger.${step}`);
  }

  #terminate(session: Session, frames: Debugger.CallFrame[], stack: readonly string[]): void {
    if (this.#terminations++ > 0)
      session.post("Runtime.evaluate", { expression: refuseTicks, silent: true, timeout: patience });
    endNodesLoops(session, frames, stack);
    session.post("Runtime.evaluate", { expression: forgetAsyncIds, silent: true });
    session.post("Debugger.resume", { terminateOnResume: true }, () => this.end());
  }
}

/** Lets a function run until it returns. */
function breakAtReturn(session: Session, { functionLocation: start }: Debugger.CallFrame): void {
  const resume = () => session.post("Debugger.resume");
  if (!start) return resume();
  session.post("Debugger.getPossibleBreakpoints", { start, restrictToFunction: true }, (_, found) => {
    for (const { type, ...location } of found?.locations ?? [])
      if (type === "return") session.post("Debugger.setBreakpoint", { location });
    resume();
  });
}
