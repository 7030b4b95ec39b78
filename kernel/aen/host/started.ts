import { tellListeners } from "./tellListeners.js";
import type { Displayable } from "../../contracts/mimeBundle.js";
import type { TrainingEvent } from "../../contracts/runs/trainingEvents.js";

/** What a front end needs to show and steer a training that has just started. */
export interface StartedRun {
  readonly run: Displayable & {
    /** The id by which its views request it. */
    readonly id: string;
    /** Calls back with every event from now on. */
    onEvent(listener: (event: TrainingEvent) => void): () => void;
    pause(): void;
    resume(): void;
    stop(): void;
  };
}

/** What a front end needs to show an ablation that has just started. */
export interface StartedStudy extends Displayable {
  readonly plan: { readonly id: string };
  readonly state: "planned" | "running" | "paused" | "stopped" | "finished";
  /** Calls back after every change. */
  onChange(listener: () => void): () => void;
}

/** Listeners for something that starts, called synchronously in the context that starts it. */
class Announcements<Started> {
  readonly #listeners = new Set<(started: Started) => void>();

  /** @returns a function that removes the listener */
  hear(listener: (started: Started) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  announce(started: Started): void {
    tellListeners(this.#listeners, started, "what starts");
  }
}

/** Trainings, except those that are part of something larger that has its own display. */
export const startedRuns = new Announcements<StartedRun>();

/** Ablations. */
export const startedStudies = new Announcements<StartedStudy>();
