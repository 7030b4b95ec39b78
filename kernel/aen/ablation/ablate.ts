import { beginWork } from "../caller.js";
import { displayMethod, type MimeBundle } from "../views/mimeBundle.js";
import { planText } from "./planText.js";
import { Study } from "./study.js";
import { planStudy, type AblationBase, type AblationOptions, type StudyPlan } from "./studyPlan.js";
import { estimateSeconds } from "./timeEstimate.js";

const startListeners = new Set<(study: Study) => void>();

/**
 * Calls back, at once and in the caller's context, whenever a study starts; with this a front end shows its board
 * while it lasts. @returns what takes the listener away
 */
export function onStudyStarted(listener: (study: Study) => void): () => void {
  startListeners.add(listener);
  return () => startListeners.delete(listener);
}

/** A study that has not begun: it shows what would be done. */
export class Ablation {
  constructor(
    readonly plan: StudyPlan,
    readonly options: AblationOptions,
    /** How long it will take, from steps that were measured here; null until {@link measure} is called. */
    readonly seconds: number | null = null,
  ) {}

  /** Measures some steps of the base and estimates the time of all runs. */
  async measure(): Promise<Ablation> {
    return new Ablation(this.plan, this.options, await estimateSeconds(this.plan));
  }

  /** Begins, or goes on with what has finished before. */
  start(): StudyInProgress {
    const study = new Study(this.plan, this.options);
    const work = () => Promise.resolve().then(() => study.carryOut());
    const finished = beginWork(work, () => study.stop());
    const handle = new StudyInProgress(study, finished);
    for (const listener of startListeners) listener(study);
    return handle;
  }

  toString(): string {
    return planText(this.plan, this.seconds);
  }

  [displayMethod](): MimeBundle {
    return { "text/plain": this.toString() };
  }
}

/** A handle to a study that runs: `await` it for the finished {@link Study}, or steer and watch it meanwhile. */
export class StudyInProgress implements PromiseLike<Study> {
  constructor(
    readonly study: Study,
    readonly finished: Promise<Study>,
  ) {}

  pause(): void {
    this.study.pause();
  }

  resume(): void {
    this.study.resume();
  }

  stop(): void {
    this.study.stop();
  }

  then<A = Study, B = never>(
    onFinished?: ((study: Study) => A | PromiseLike<A>) | null,
    onFailed?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.finished.then(onFinished, onFailed);
  }

  catch<B = never>(onFailed?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<Study | B> {
    return this.finished.catch(onFailed);
  }

  [displayMethod](): MimeBundle | Promise<MimeBundle> {
    return this.study[displayMethod]();
  }
}

/**
 * Plans an ablation without running it: what it shows is the arms, the number of runs and, after
 * `await plan.measure()`, an estimate of the time.
 * @throws RangeError for arms, seeds or data that cannot be
 */
export function ablation({ base, ...options }: AblationOptions & { readonly base: AblationBase }): Ablation {
  return new Ablation(planStudy(base, options), options);
}

/**
 * What is each loss term worth? Trains every arm with every seed and compares it with the base.
 * Runs that the same code and data have finished before are not repeated.
 * @example
 * const study = await aen.ablate(run, { arms: aen.arms.withoutEach("semantic transfer", "energy"), seeds: 5 });
 * @throws RangeError (at once) for arms, seeds or data that cannot be
 */
export function ablate(base: AblationBase, options: AblationOptions): StudyInProgress {
  return ablation({ base, ...options }).start();
}
