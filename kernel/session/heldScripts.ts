import type { Debugger } from "node:inspector";
import vm from "node:vm";
import type { InspectorMessage } from "./inspectorMessage.js";

const holdingScript = "aen:before-a-script";

/** Pauses the main thread if a debugger is attached. To be called before a script of the user's runs. */
export const holdForDebugger = new vm.Script("() => { debugger; }", {
  filename: holdingScript,
}).runInThisContext() as () => void;

/** The breakpoint in place of V8's. */
const breakpointId = holdingScript;

/**
 * Holds cells and local modules until a debugger has set its breakpoints in them. V8 can hold every script that has a
 * source map (`beforeScriptWithSourceMapExecution`), but then it also holds those of packages, hundreds of them, and Node
 * 20 crashes on modules with a top-level await.
 */
export class HeldScripts {
  readonly #usersScripts = new Set<string>();
  #last = "";
  #holdingScriptId = "";
  #areHeld = false;

  /** Whether a script is a cell or a local module. */
  isUsers(scriptId: string): boolean {
    return this.#usersScripts.has(scriptId);
  }

  noteScript(params: unknown): void {
    const { scriptId, url, sourceMapURL = "" } = params as Debugger.ScriptParsedEventDataType;
    if (url === holdingScript) this.#holdingScriptId = scriptId;
    if (!sourceMapURL.startsWith("data:")) return;
    this.#usersScripts.add(scriptId);
    this.#last = scriptId;
  }

  /** The answer to a request that concerns V8's breakpoint; undefined for all others. */
  answer({ method, params }: InspectorMessage): object | undefined {
    if (method === "Debugger.setInstrumentationBreakpoint") this.#areHeld = true;
    else if (method === "Debugger.removeBreakpoint" && params?.["breakpointId"] === breakpointId)
      this.#areHeld = false;
    else return undefined;
    return { breakpointId };
  }

  /** A pause before a script, as V8 would tell of it; "unwanted" if nobody wants it, undefined for all other pauses. */
  pause(params: unknown): object | "unwanted" | undefined {
    const { callFrames, ...rest } = params as Debugger.PausedEventDataType;
    if (callFrames[0]?.location.scriptId !== this.#holdingScriptId) return undefined;
    if (!this.#areHeld) return "unwanted";
    return { ...rest, callFrames, reason: "instrumentation", data: { scriptId: this.#last } };
  }
}
