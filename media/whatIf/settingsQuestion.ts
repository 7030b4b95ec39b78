import type { ViewReply, WhatIfRequest } from "../../kernel/contracts/viewMessages.js";
import type { WhatIfPoint } from "../../kernel/contracts/payloads/whatIf.js";
import { worded } from "../../kernel/words/words.js";

/** How long the sliders must rest before the network is retrained. */
const restMilliseconds = 250;

/** What a question needs of the view that asks it. */
export interface Questioner {
  /** Sends to the kernel; absent where there can be none. */
  readonly send?: (request: WhatIfRequest) => void;
  /** Called when the words have changed. */
  readonly changed: () => void;
}

/** Asks the kernel about the settings at which the sliders rest, and reports the state of the answer. */
export class SettingsQuestion {
  /** Distinguishes this view's questions from those of other views of the same study. */
  readonly #asker = Math.random().toString(36).slice(2);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #number = 0;
  #isOpen = false;
  #words: string | null = null;

  constructor(readonly questioner: Questioner) {}

  /** The progress of the answer, or why there is none; null if nothing was asked. */
  get words(): string | null {
    return this.#words;
  }

  /** Whether an answer may still come; if false, none will. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Asks once the sliders rest; earlier questions no longer matter. */
  ask(study: string, weights: Readonly<Record<string, number>>): void {
    this.drop();
    const { send } = this.questioner;
    if (!send) return;
    const request = this.#requestOf(study);
    this.#is(worded("Computed as soon as the sliders rest."), true);
    this.#timer = setTimeout(() => {
      this.#is(worded("Asking the kernel …"), true);
      send({ type: "what-if", request, study, weights });
      this.questioner.changed();
    }, restMilliseconds);
  }

  /** Drops the current question. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#number++;
    this.#is(null, false);
  }

  /** @returns the point in the answer, including a late answer to an earlier question of this study */
  hear(study: string, reply: ViewReply): WhatIfPoint | null {
    if (reply.type === "run-alive" && reply.run === null && !reply.alive && this.#isOpen) {
      clearTimeout(this.#timer);
      this.#is(worded("The kernel has ended."), false);
    }
    if (reply.type !== "what-if" || !reply.request.startsWith(`${study}/`)) return null;
    const point = (reply.point ?? null) as WhatIfPoint | null;
    if (reply.request !== this.#requestOf(study)) return point;
    if (point) this.#is(null, false);
    else if (reply.message !== undefined) this.#is(reply.message, false);
    else if (reply.progress !== undefined)
      this.#is(worded("Training … {0} %", Math.round(reply.progress * 100)), true);
    return point;
  }

  #requestOf(study: string): string {
    return `${study}/${this.#asker}/${this.#number}`;
  }

  #is(words: string | null, isOpen: boolean): void {
    this.#words = words;
    this.#isOpen = isOpen;
  }
}
