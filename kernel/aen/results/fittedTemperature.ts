import { displayMethod, type Displayable, type MimeBundle } from "../../contracts/mimeBundle.js";
import { temperatureLines, temperatureText } from "../../figures/calibration/calibrationText.js";
import { clipScores } from "../../metrics/clipScores.js";
import { fitTemperature, type TemperatureFit } from "../../metrics/temperature.js";
import type { Clip } from "../clips/clip.js";
import { KnownClips } from "../clips/knownClips.js";
import { personsOf } from "../clips/personOf.js";
import type { EvaluatedClips } from "./evaluatedClips.js";

/** How many clips and people two evaluations have in common, told by clips' ids and content and by people's names. */
export interface SharedClips {
  readonly clips: number;
  readonly people: number;
}

/**
 * A temperature fitted on an evaluation's clips, for `Evaluation.calibration` of another one. It remembers which
 * clips those were, so that a report can say when it judges the same ones.
 */
export class FittedTemperature implements TemperatureFit, Displayable {
  readonly value: number;
  readonly bound: TemperatureFit["bound"];
  readonly nllUnscaled: number;
  readonly nll: number;
  readonly clips: number;
  readonly beta: number;
  readonly #fittedOn: readonly Clip[];

  /** @throws RangeError if no clip has both a label and finite scores */
  constructor(evaluation: EvaluatedClips) {
    const fit = fitTemperature(evaluation.predictions.map(clipScores), evaluation.beta);
    this.value = fit.value;
    this.bound = fit.bound;
    this.nllUnscaled = fit.nllUnscaled;
    this.nll = fit.nll;
    this.clips = fit.clips;
    this.beta = evaluation.beta;
    this.#fittedOn = countedClips(evaluation);
  }

  /** What an evaluation's counted clips have in common with those that the temperature was fitted on. */
  sharedWith(evaluation: EvaluatedClips): SharedClips {
    const judged = countedClips(evaluation);
    const known = new KnownClips(this.#fittedOn);
    const people = personsOf(this.#fittedOn);
    return {
      clips: judged.filter((clip) => known.has(clip)).length,
      people: [...personsOf(judged)].filter((name) => people.has(name)).length,
    };
  }

  toString(): string {
    return [`Temperature ${temperatureText(this)}`, ...temperatureLines(this)].join("\n");
  }

  [displayMethod](): MimeBundle {
    return { "text/plain": this.toString() };
  }
}

/** The clips with a label and finite scores. */
function countedClips({ evaluated }: EvaluatedClips): Clip[] {
  return evaluated
    .filter(({ prediction, namedIndex }) => prediction.label !== null && namedIndex >= 0)
    .map(({ clip }) => clip);
}
