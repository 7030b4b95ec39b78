import type { Debugger } from "node:inspector";

/**
 * Which exceptions a debugger that asks for the uncaught ones hears of. The kernel catches all that cells throw, so V8
 * would report none: it is asked for all, and those that a `try` in the same run of code catches are left out, with
 * those that are thrown elsewhere than in the user's own code. What only an `await` catches is reported too.
 */
export class UncaughtPauses {
  #onlyUncaught = false;

  /** @param isUsers whether a script is a cell or a local module, by its id */
  constructor(readonly isUsers: (scriptId: string) => boolean) {}

  /** What to ask V8 for instead. */
  asked(state: unknown): "all" | "none" {
    this.#onlyUncaught = state === "uncaught";
    return state === "none" ? "none" : "all";
  }

  /** Whether a pause is one that the debugger has not asked for. */
  isUnwanted(params: unknown): boolean {
    if (!this.#onlyUncaught) return false;
    const { reason, data, callFrames } = params as Debugger.PausedEventDataType;
    if (reason !== "exception" && reason !== "promiseRejection") return false;
    if ((data as { readonly uncaught?: boolean } | undefined)?.uncaught) return false;
    return reason === "exception" || !this.isUsers(callFrames[0]?.location.scriptId ?? "");
  }
}
