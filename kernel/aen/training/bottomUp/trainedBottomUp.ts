import type { ClipSet } from "../../clips/clipSet.js";
import type { LabelSet } from "../../labels.js";
import { bottomUpSettings } from "../../model/bottomUpSettings.js";
import type { ModelConfiguration } from "../../model/configuration.js";
import { Model, type WeightValues } from "../../model/model.js";
import { isBottomUp } from "../../model/parameterList.js";

/** A network with a trained bottom-up branch: a model, or what has one, such as a run or a fit to stills. */
export type TrainedBottomUp = Model | HasModel;

/** Something that holds a network, such as a run or a fit to stills. */
export interface HasModel {
  readonly model: Model;
  /** What its branch learnt from, where it learnt from stills alone. */
  readonly stills?: ClipSet;
}

/** A trained bottom-up branch that trainings start from, and whether they train it further. */
export interface BottomUpStart {
  /** A trained network, or the run that trained one. It must not have seen the people that it is judged on. */
  readonly from: TrainedBottomUp;
  /** Whether it is trained further with the rest of the network. @default false */
  readonly learns?: boolean;
}

/** Whether an option is a network, and not a word or `{ from }`. */
export function isTrainedBottomUp(value: unknown): value is TrainedBottomUp {
  return value instanceof Model || (value as HasModel | null | undefined)?.model instanceof Model;
}

/** The network itself. */
export function networkOf(source: TrainedBottomUp): Model {
  return source instanceof Model ? source : source.model;
}

/**
 * The weights of a branch and of its frozen frame model, by name.
 * @throws RangeError when it was never trained, or its form or its emotions differ from those wanted
 */
export function branchWeights(
  source: TrainedBottomUp,
  wanted: Pick<Model, "configuration" | "labels">,
): Map<string, WeightValues> {
  const network = networkOf(source);
  const { configuration, labels, frozenVariables } = network;
  if (!frozenVariables) {
    throw new RangeError(
      "The network given as { bottomUp } has no frozen frame model, so it was never trained. Train it with aen.bottomUp.fit.",
    );
  }
  requireSameForm(configuration, wanted.configuration);
  requireSameEmotions(labels, wanted.labels);
  return new Map([...network.weights()].filter(([name]) => isBottomUp(name) || name.startsWith("frozen.")));
}

/** @throws RangeError when the frame head of a given branch would answer other emotions, or in another order */
export function requireSameEmotions({ emotions: given }: LabelSet, { emotions: wanted }: LabelSet): void {
  if (given.join() === wanted.join()) return;
  throw new RangeError(
    `The network given as { bottomUp } distinguishes ${given.join(", ")}; the model distinguishes ${wanted.join(", ")}. Fit a ` +
      "branch to stills with the same labels in the same order.",
  );
}

function requireSameForm(given: ModelConfiguration, wanted: ModelConfiguration): void {
  const ofGiven = bottomUpSettings(given);
  for (const [name, value] of Object.entries(bottomUpSettings(wanted))) {
    const other = ofGiven[name as keyof ModelConfiguration];
    if (JSON.stringify(other) === JSON.stringify(value)) continue;
    throw new RangeError(
      `The branch given as { bottomUp } does not fit the model: its ${name} is ${JSON.stringify(other)}, the model's is ` +
        `${JSON.stringify(value)}.`,
    );
  }
}
