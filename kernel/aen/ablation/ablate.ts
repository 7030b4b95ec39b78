import { startedStudies } from "../host/started.js";
import { displayMethod, type MimeBundle } from "../../contracts/mimeBundle.js";
import { planText } from "./planText.js";
import { Study } from "./study.js";
import { StudyInProgress } from "./studyInProgress.js";
import { planStudy, type AblationBase, type AblationOptions, type StudyPlan } from "./studyPlan.js";
import { estimateSeconds } from "./timeEstimate.js";

/**
 * Calls back synchronously, in the caller's context, whenever a study starts; front ends use this to show its board
 * while it runs. @returns a function that removes the listener
 */
export function onStudyStarted(listener: (study: Study) => void): () => void {
  // Studies are announced only below.
  return startedStudies.hear((started) => listener(started as Study));
}

/** A study that has not started: it shows what would be run. */
export class Ablation {
  constructor(
    readonly plan: StudyPlan,
    readonly options: AblationOptions,
    /** Estimated duration, from steps timed on this machine; null until {@link measure} is called. */
    readonly seconds: number | null = null,
  ) {}

  /** Times a few steps of the base and estimates the time for all runs. */
  async measure(): Promise<Ablation> {
    return new Ablation(this.plan, this.options, await estimateSeconds(this.plan));
  }

  /** Starts the study; runs that have already finished are not repeated. */
  start(): StudyInProgress {
    const study = new Study(this.plan, this.options);
    const handle = new StudyInProgress(study);
    startedStudies.announce(study);
    return handle;
  }

  toString(): string {
    return planText(this.plan, this.seconds);
  }

  [displayMethod](): MimeBundle {
    return { "text/plain": this.toString() };
  }
}

/**
 * Plans an ablation without running it: it shows the arms, the number of runs and, after `await plan.measure()`, a
 * time estimate.
 * @throws RangeError for invalid arms, seeds or data
 */
export function ablation({ base, ...options }: AblationOptions & { readonly base: AblationBase }): Ablation {
  return new Ablation(planStudy(base, options), options);
}

/**
 * What is each loss term worth? Trains every arm with every seed and compares it with the base.
 * Runs already finished with the same code and data are not repeated.
 * @example
 * const study = await aen.ablate(run, { arms: aen.arms.withoutEach("semantic transfer", "energy"), seeds: 5 });
 * @throws RangeError (synchronously) for invalid arms, seeds or data
 */
export function ablate(base: AblationBase, options: AblationOptions): StudyInProgress {
  return ablation({ base, ...options }).start();
}
