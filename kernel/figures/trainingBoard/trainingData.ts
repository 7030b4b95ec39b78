import { termNames } from "../compute/training.js";
import type { Datasets, Datum } from "../drawing/layers.js";
import { fitText, textWidth } from "../drawing/labelText.js";
import { validationSentiment } from "./validationScores.js";
import type { EpochPayload, TrainingBoardPayload } from "../../contracts/payloads/trainingBoard.js";

/** Where the epoch axes end: a resumed run may have gone beyond the planned epochs. */
export function lastEpoch({ epochs, steps, validation }: TrainingBoardPayload): number {
  return Math.max(1, epochs, steps.at(-1)?.epoch ?? 0, validation.at(-1)?.epoch ?? 0);
}

/** The data of the training board's charts. */
export function trainingDatasets(payload: TrainingBoardPayload, width: number): Datasets {
  const names = termNames(payload);
  const { steps, validation, bestEpoch } = payload;
  const rates = rateNames.flatMap((name) =>
    validation.map((one) => ({ epoch: one.epoch, rate: rateOf(one, name), name })),
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

/** The rates that the board draws. */
export const rateNames = ["UAR", "WAR", "sentiment"] as const;

/** Whether the sentiment head's own answer was scored in any epoch. */
export function knowsSentiment({ validation }: TrainingBoardPayload): boolean {
  return validation.some((epoch) => rateOf(epoch, "sentiment") !== null);
}

function rateOf(epoch: EpochPayload, name: (typeof rateNames)[number]): number | null {
  if (name === "sentiment") return validationSentiment(epoch).sentimentUar;
  return name === "UAR" ? epoch.uar : epoch.war;
}

/** The least distance of two names, as a rate. */
const labelDistance = 0.08;

/** Names at the ends of the lines, moved apart when they would overlap. */
function rateLabels({ validation }: TrainingBoardPayload): Datum[] {
  const last = validation.at(-1);
  if (last === undefined) return [];
  const ends = rateNames.flatMap((name) => {
    const rate = rateOf(last, name);
    return rate === null ? [] : [{ rate, name }];
  });
  ends.sort((left, right) => right.rate - left.rate);
  const places = apart(ends.map(({ rate }) => rate));
  return ends.map(({ rate, name }, i) => ({
    epoch: last.epoch,
    rate: places[i],
    text: `${name} ${(rate * 100).toFixed(1)}`,
  }));
}

/** Moves descending places apart, those that are too close evenly around their middle. */
function apart(places: readonly number[]): number[] {
  const close = places.findIndex((place, i) => i > 0 && places[i - 1] - place < labelDistance - 1e-9);
  if (close < 0) return [...places];
  const middle = places.reduce((sum, place) => sum + place, 0) / places.length;
  if (places.length === 2) return [middle + labelDistance / 2, middle - labelDistance / 2];
  const upper = places[close - 1];
  const spread = places.map((place, i) =>
    i < close ? place : Math.min(place, upper - (i - close + 1) * labelDistance),
  );
  return Math.min(...spread) < 0.02
    ? places.map((_, i) => 0.02 + (places.length - 1 - i) * labelDistance)
    : spread;
}
