import { sharedState } from "./sharedState.js";
import { lookCode, unseen, verdicts } from "./stackLook.js";
import type { ThreadInspector } from "./threadInspector.js";

/** Milliseconds between glances at the shared memory while the main thread looks at its stack. */
const glance = 2;

interface Evaluated {
  readonly result: { readonly value?: unknown };
}

/**
 * Has the main thread look at its own stack, and acts on what it finds before anything else runs there: the main thread
 * waits meanwhile. See {@link lookCode}.
 */
export class StackLookAsker {
  #timer: NodeJS.Timeout | undefined;

  /** @param act posts what the verdict asks for to the inspector, at once */
  constructor(
    readonly inspector: ThreadInspector,
    readonly state: Int32Array,
    readonly act: (verdict: number) => void,
  ) {}

  /** Does nothing while an earlier look has not been answered. */
  ask(isStuck: boolean, onlyIf?: string): void {
    if (this.#timer) return;
    this.#timer = setInterval(() => this.#glance(), glance);
    const request = { expression: lookCode(isStuck, onlyIf), silent: true, returnByValue: true };
    this.inspector.post<Evaluated>("Runtime.evaluate", request, (found) => {
      this.end();
      if (found?.result.value === unseen) this.act(verdicts.pause);
    });
  }

  end(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #glance(): void {
    const { state } = this;
    const { verdict } = sharedState;
    const found = Atomics.load(state, verdict);
    if (found === verdicts.none || found === verdicts.taken) return;
    if (Atomics.compareExchange(state, verdict, found, verdicts.taken) !== found) return;
    try {
      this.act(found);
    } finally {
      Atomics.store(state, verdict, verdicts.none);
    }
  }
}
