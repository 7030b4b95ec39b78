import type { TrainingBoardPayload } from "../../contracts/payloads/trainingBoard.js";
import { termNames } from "../compute/training.js";
import { fitNames, shortFigure, textWidth } from "../drawing/labelText.js";
import type { Datasets, Datum } from "../drawing/layers.js";
import { rateKeyData } from "./ratesChart.js";
import { rateNames, rateOf } from "./validationScores.js";
import { worded } from "../../words/words.js";

/** Widths of the charts that carry texts, in pixels. */
export interface TrainingWidths {
  readonly small: number;
  /** Null without scores of the validation. */
  readonly rates: number | null;
}

/** The name of the learning rate's chart in the data, which stands among those of the terms. */
export const learningRateName = "learning rate";

/** The data of the training board's charts. */
export function trainingDatasets(payload: TrainingBoardPayload, widths: TrainingWidths): Datasets {
  const names = termNames(payload);
  const { steps, validation, bestEpoch } = payload;
  const best = bestEpoch === undefined ? undefined : validation[bestEpoch];
  return {
    terms: names.flatMap((term, index) =>
      steps.map((step) => ({ epoch: step.epoch, term, index, value: drawn(step.terms[term]) })),
    ),
    learningRates: steps
      .filter((step) => step.learningRate !== undefined)
      .map((step) => ({ epoch: step.epoch, term: learningRateName, value: step.learningRate })),
    termLabels: smallLabels(payload, names, widths.small),
    // a chart that is not drawn has no data: Vega knows only the data sets that something is drawn from
    ...(widths.rates !== null && {
      rates: rateNames.flatMap((name) =>
        validation.map((one) => ({ epoch: one.epoch, rate: rateOf(one, name), name })),
      ),
      rateKey: rateKeyData(payload, widths.rates),
      best: best ? [{ epoch: best.epoch }] : [],
    }),
  };
}

/** Less than this is rounding, which no axis should be made of. */
const rounding = 1e-9;

function drawn(value: number | null | undefined): number | null {
  if (value === null || value === undefined) return null;
  return Math.abs(value) < rounding ? 0 : value;
}

/** Whether any step has a learning rate. */
export function knowsLearningRate({ steps }: TrainingBoardPayload): boolean {
  return steps.some(({ learningRate }) => learningRate !== undefined);
}

/** Name and last figure of each small chart, which share its width. */
function smallLabels(payload: TrainingBoardPayload, terms: readonly string[], width: number): Datum[] {
  const rate = payload.steps.findLast(({ learningRate }) => learningRate !== undefined)?.learningRate;
  const figures = terms.map((term) => termFigures(payload, term));
  const all =
    rate === undefined
      ? figures
      : [...figures, [rate >= 1e-3 ? String(Number(rate.toPrecision(3))) : shortFigure(rate)]];
  const names = rate === undefined ? terms : [...terms, learningRateName];
  const shown = rate === undefined ? terms : [...terms, worded(learningRateName)];
  const texts = all.map((choices, i) => fitting(choices, width - nameWidth(shown[i]) - labelGap));
  const rooms = texts.map((text) => width - textWidth(text) - labelGap);
  return fitNames(shown, rooms, nameSize).map((name, i) => ({ term: names[i], text: texts[i], name }));
}

const [nameSize, labelGap] = [13, 12];

function nameWidth(name: string): number {
  return textWidth(name, nameSize);
}

/** The longest of the choices that fits, else the last. */
function fitting(choices: readonly string[], width: number): string {
  return choices.find((text) => textWidth(text) <= width) ?? choices.at(-1)!;
}

/** The last value of a term, with and without its share of the loss, the longest first. */
function termFigures({ steps }: TrainingBoardPayload, term: string): string[] {
  const last = steps.at(-1);
  const value = last?.terms[term];
  if (typeof value !== "number") return [worded("not finite")];
  const whole = Object.values(last!.terms).reduce((sum: number, one) => sum + Math.abs(one ?? 0), 0);
  const figure = Math.abs(value) < rounding ? "0" : shortFigure(value);
  if (whole < rounding) return [figure];
  const share = `${figure} · ${Math.round((Math.abs(value) / whole) * 100)} %`;
  return [worded("{0} of the loss", share), share, figure];
}
