import type { DeviceName } from "../../../engine/contract.js";
import type { EpochEvent, Phase } from "../../../contracts/runs/trainingEvents.js";
import type { ClipSet } from "../../clips/clipSet.js";
import type { PhaseFigures, RunFacts } from "../../model/card/runFacts.js";
import { hasDrawnWeights } from "../../model/drawnWeights.js";
import type { Model } from "../../model/model.js";
import { devicesOf, readPredictions, recordedStart } from "../record/readRecord.js";
import type { RunSoFar } from "../runSoFar.js";
import type { TrainPlan } from "../trainOptions.js";
import { clipFigures, madeBy } from "./clipFigures.js";
import { evaluationFigures, type LastEvaluation } from "./evaluationFigures.js";
import { shippedParts } from "./shippedParts.js";

/** What a card reads of a run. */
export interface CardedRun extends Omit<RunSoFar, "plan"> {
  readonly plan: TrainPlan;
  readonly started: Date;
  readonly initialModel: Model;
  readonly clips: ClipSet;
  /** The folder of the run's record; null when none is kept. */
  readonly folder: string | null;
}

/**
 * What a card says of a run.
 * @param evaluated the last evaluation of this session; null takes the one in the record
 */
export function factsOfRun(run: CardedRun, evaluated: LastEvaluation | null): RunFacts {
  const { plan, initialModel, clips } = run;
  const stills = plan.pretraining?.stills ?? null;
  const learnt = stills ? [clips, stills] : [clips];
  const last = evaluated ?? recorded(run);
  const made = learnt.map(madeBy);
  return {
    ...{ id: run.id, started: run.started.toISOString(), state: run.state },
    ...{ device: deviceOf(run), threads: plan.threads, seed: plan.seed, start: startOf(run) },
    data: [
      clipFigures("Training clips", clips),
      ...(stills ? [clipFigures("Stills of the pretraining", stills, clips)] : []),
      ...(plan.validate ? [clipFigures("Validation clips", plan.validate, clips)] : []),
    ],
    loss: plan.loss.map(({ name, weight }) => ({ name, weight })),
    phases: phasesOf(run.epochs),
    kept: keptText(run),
    evaluation: last && evaluationFigures(last, initialModel.labels, learnt, run.epochs.length),
    shipped: shippedParts(made),
    drawnFaces: made.every((each) => each === "synthetic"),
  };
}

function deviceOf({ events, plan }: CardedRun): DeviceName {
  return devicesOf(events).at(-1) ?? plan.device;
}

function startOf({ folder, initialModel }: CardedRun): RunFacts["start"] {
  const known = folder === null ? null : recordedStart(folder);
  return known ?? (hasDrawnWeights(initialModel) ? "drawn" : "given");
}

function recorded({ folder }: CardedRun): LastEvaluation | null {
  const predictions = folder === null ? null : readPredictions(folder);
  return predictions && { predictions };
}

function phasesOf(epochs: readonly EpochEvent[]): PhaseFigures[] {
  const last = (wanted: Phase) => epochs.findLast(({ phase }) => phase === wanted);
  return [last("pretraining"), last("training")]
    .filter((event) => event !== undefined)
    .map(({ phase, epoch, epochs: planned, loss }) => ({ phase, epochs: epoch, planned, loss }));
}

function keptText({ plan, bestEpoch }: CardedRun): string {
  if (plan.keep === "last" || bestEpoch === null) return "the last epoch";
  return `epoch ${bestEpoch}, the best by UAR on the validation clips: its figures on those are optimistic`;
}
