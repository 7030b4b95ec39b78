import { termNames } from "./compute/training.js";
import type { Datasets, Datum } from "./drawing/layers.js";
import { fitText, textWidth } from "./drawing/names.js";
import type { TrainingBoardPayload } from "./payload/trainingBoard.js";

/** Where the epoch axes end: a run that was prolonged has gone on beyond the epochs that were planned. */
export function lastEpoch({ epochs, steps, validation }: TrainingBoardPayload): number {
  return Math.max(1, epochs, steps.at(-1)?.epoch ?? 0, validation.at(-1)?.epoch ?? 0);
}

/** The data of the training board's charts. */
export function trainingDatasets(payload: TrainingBoardPayload, width: number): Datasets {
  const names = termNames(payload);
  const { steps, validation, bestEpoch } = payload;
  const rates = (["uar", "war"] as const).flatMap((key) =>
    validation.map((one) => ({ epoch: one.epoch, rate: one[key], name: key.toUpperCase() })),
  );
  const best = bestEpoch === undefined ? undefined : validation[bestEpoch];
  return {
    terms: names.flatMap((term) =>
      steps.map((step) => ({ epoch: step.epoch, term, value: step.terms[term] ?? null })),
    ),
    termLabels: names.map((term) => termLabel(payload, term, width)),
    rates,
    rateLabels: rateLabels(payload),
    best: best ? [{ epoch: best.epoch, text: `best: ${best.epoch}` }] : [],
    learningRates: steps
      .filter((step) => step.learningRate !== undefined)
      .map((step) => ({ epoch: step.epoch, value: step.learningRate })),
  };
}

function termLabel({ steps }: TrainingBoardPayload, term: string, width: number): Datum {
  const last = steps.at(-1);
  const value = last?.terms[term];
  const whole = Object.values(last?.terms ?? {}).reduce((sum: number, one) => sum + Math.abs(one ?? 0), 0);
  const share = whole > 0 ? ` · ${Math.round((Math.abs(value ?? 0) / whole) * 100)} %` : "";
  const words = share !== "" && width > 300 ? " of the loss" : "";
  const text = typeof value === "number" ? `${value.toPrecision(3)}${share}${words}` : "not finite";
  return { term, text, name: fitText(term, width - textWidth(text) - 12, 13) };
}

/** Names at the ends of the lines, moved apart when they would touch. */
function rateLabels({ validation }: TrainingBoardPayload): Datum[] {
  const last = validation.at(-1);
  if (last === undefined) return [];
  const ends = (["uar", "war"] as const).flatMap((key) => {
    const rate = last[key];
    return rate === null ? [] : [{ rate, at: rate, key: key.toUpperCase() }];
  });
  ends.sort((left, right) => right.rate - left.rate);
  if (ends.length === 2 && ends[0].at - ends[1].at < 0.08) {
    const middle = (ends[0].at + ends[1].at) / 2;
    ends[0].at = middle + 0.04;
    ends[1].at = middle - 0.04;
  }
  return ends.map(({ at, rate, key }) => ({
    epoch: last.epoch,
    rate: at,
    text: `${key} ${(rate * 100).toFixed(1)}`,
  }));
}
