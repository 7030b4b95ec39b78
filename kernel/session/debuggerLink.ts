import { Session } from "node:inspector";
import { names, withNames } from "./debuggerNames.js";
import { HeldScripts } from "./heldScripts.js";
import type { InspectorMessage } from "./inspectorMessage.js";
import { UncaughtPauses } from "./uncaughtPauses.js";

/**
 * What a debugger may not reach: the kernel's other threads, one of which carries its own messages, and what opens the
 * process to others.
 */
const withheld = /^(?:NodeWorker|NodeTracing|NodeRuntime|Network|Target|IO)\./;

/** VS Code's debugger replaces functions of WebAssembly to see its scripts, and leaves them so. */
const intrusive = /^\(\(\)=>\{.*WebAssembly\[/s;

/** Milliseconds between looks whether a stop has been seen. */
const interval = 50;

/**
 * The line of a debugger to the main thread, from another one. There is no inspector that listens anywhere: whoever can
 * send messages to the kernel has this line, and nobody else.
 */
export class DebuggerLink {
  #session: Session | undefined;
  #scripts = new HeldScripts();
  #exceptions = new UncaughtPauses((scriptId) => this.#scripts.isUsers(scriptId));
  #timer: NodeJS.Timeout | undefined;

  constructor(readonly send: (message: InspectorMessage) => void) {}

  get isOpen(): boolean {
    return this.#session !== undefined;
  }

  /** Connects a debugger; one that was connected before is let go. */
  open(): void {
    this.close();
    this.#scripts = new HeldScripts();
    this.#exceptions = new UncaughtPauses((scriptId) => this.#scripts.isUsers(scriptId));
    const session = (this.#session = new Session());
    session.connectToMainThread();
    session.on("inspectorNotification", ({ method, params }) => {
      if (this.#session === session) this.#hear({ method, params: params as Record<string, unknown> });
    });
  }

  /** Takes a request of the debugger; it is answered by {@link send}. */
  receive({ id, method, params }: InspectorMessage): void {
    if (!this.#session || method === undefined) return;
    if (withheld.test(method) || intrusive.test(String(params?.["expression"])))
      return this.send({ id, result: {} });
    const answer = this.#scripts.answer({ method, params });
    if (answer) return this.send({ id, result: answer });
    const evaluates = method === "Debugger.evaluateOnCallFrame";
    const { callFrameId } = params ?? {};
    if (evaluates) this.#post(method, { callFrameId, expression: names.show, silent: true });
    this.#post(method, this.#adapted(method, params), (error, result) => {
      if (error) this.send({ id, error: { code: -32000, message: error.message } });
      else this.send({ id, result: result ?? {} });
    });
    if (evaluates) this.#post("Runtime.evaluate", { expression: names.hide, silent: true });
  }

  /**
   * Lets a paused cell go on, past all breakpoints, so that it hears of a stop.
   * @param isSeen whether the main thread has seen the stop: from then on it pauses again
   */
  passBreakpoints(isSeen: () => boolean): void {
    if (!this.#session) return;
    this.#post("Debugger.setSkipAllPauses", { skip: true });
    this.#post("Debugger.resume");
    clearInterval(this.#timer);
    this.#timer = setInterval(() => {
      if (!isSeen()) return;
      clearInterval(this.#timer);
      this.#post("Debugger.setSkipAllPauses", { skip: false });
    }, interval);
  }

  /** Lets the debugger go; a cell that it has paused goes on. */
  close(): void {
    clearInterval(this.#timer);
    const session = this.#session;
    this.#session = undefined;
    session?.disconnect();
  }

  #hear(message: InspectorMessage): void {
    if (message.method === "Debugger.paused") return this.#paused(message);
    if (message.method !== "Debugger.scriptParsed") return this.send(message);
    this.#scripts.noteScript(message.params);
    this.send(fromFirstLine(message));
  }

  #paused({ method, params }: InspectorMessage): void {
    const held = this.#scripts.pause(params);
    if (held === "unwanted" || this.#exceptions.isUnwanted(params)) this.#post("Debugger.resume");
    else this.send({ method, params: { ...(held ?? params) } });
  }

  /** Conditions of breakpoints use the variables of cells, and a cell's exceptions count as uncaught. */
  #adapted(method: string, params: Record<string, unknown> = {}): Record<string, unknown> {
    if (method === "Debugger.setPauseOnExceptions") return { state: this.#exceptions.asked(params["state"]) };
    const { condition } = params;
    return typeof condition === "string" && condition !== ""
      ? { ...params, condition: withNames(condition) }
      : params;
  }

  #post(method: string, params: object = {}, hear?: (error: Error | null, result?: object) => void): void {
    const session = this.#session;
    session?.post(method, params, (error, result) => {
      if (this.#session === session) hear?.(error, result);
    });
  }
}

/**
 * A script that says that it starts at line 0. Cells start one line before: their lines are numbered as in the source map,
 * and VS Code's debugger would count that line a second time.
 */
function fromFirstLine(message: InspectorMessage): InspectorMessage {
  const { startLine } = message.params as { readonly startLine?: number };
  return startLine === -1 ? { ...message, params: { ...message.params, startLine: 0 } } : message;
}
