import type { TrainingBoardPayload } from "../../contracts/payloads/trainingBoard.js";
import { lastEpoch } from "../compute/training.js";
import { type Datum, pixels } from "../drawing/layers.js";
import { textWidth } from "../drawing/labelText.js";
import type { Theme } from "../theme.js";
import { epochAxis, valueAxis } from "./chartStyle.js";
import { rateOf, type RateName, rateNames } from "./validationScores.js";
import { worded } from "../../words/words.js";

interface RatesDrawing {
  readonly payload: TrainingBoardPayload;
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
}

const [sample, gap, rowHeight] = [22, 14, 16];
const dashes: Readonly<Record<RateName | "best", readonly number[]>> = {
  UAR: [1, 0],
  WAR: [6, 3],
  sentiment: [2, 2],
  best: [1, 3],
};

/** The colours of the rates; their dashes tell them apart too. */
function rateColors({ accent, ink, faintInk, name }: Theme): Readonly<Record<RateName | "best", string>> {
  const sentiment = { light: "#a3470a", dark: "#f0a35e", "high contrast": faintInk }[name];
  return { UAR: accent, WAR: faintInk, sentiment, best: ink };
}

/** The rates of the validation clips by epoch, with a key above that has the last figures. */
export function ratesChart(drawing: RatesDrawing): Datum {
  const { payload, width, height, theme } = drawing;
  if (payload.validation.length === 0) return awaited(drawing);
  const colors = rateColors(theme);
  const names = [...rateNames, "best"] as const;
  const scales = {
    strokeDash: named(
      names,
      names.map((name) => dashes[name]),
    ),
    stroke: named(
      names,
      names.map((name) => colors[name]),
    ),
  };
  const x = epochAxis(lastEpoch(payload), width, worded("epoch"));
  return {
    spacing: 8,
    vconcat: [
      rateKey(drawing, scales),
      {
        ...{ width, height, data: { name: "rates" } },
        layer: [
          {
            data: { name: "best" },
            mark: { type: "rule", stroke: theme.ink, strokeDash: dashes.best },
            encoding: { x },
          },
          {
            mark: { type: "line", strokeWidth: 2, invalid: "break-paths-filter-domains" },
            encoding: { x, y: ratesAxis, ...scales },
          },
          {
            mark: { type: "point", filled: true, size: 18, opacity: 1, invalid: "filter" },
            encoding: { x, y: ratesAxis, fill: scales.stroke },
          },
        ],
      },
    ],
  };
}

const ratesAxis = {
  field: "rate",
  type: "quantitative",
  scale: { domain: [0, 1] },
  axis: valueAxis({ tickCount: 5, format: ".0%", labelExpr: "datum.label" }),
};

function named(domain: readonly string[], range: readonly unknown[]): Datum {
  return { field: "name", type: "nominal", legend: null, scale: { domain, range } };
}

/** A line's sample, its name and its last figure, one after the other. */
function rateKey({ payload, width, theme }: RatesDrawing, scales: Datum): Datum {
  const place = { x: pixels("x"), y: pixels("y") };
  return {
    ...{ width, height: keyRows(payload, width) * rowHeight, data: { name: "rateKey" } },
    title: { text: worded("Validation") },
    layer: [
      {
        mark: { type: "rule", strokeWidth: 2 },
        encoding: { ...place, x2: { field: "x2" }, ...scales },
      },
      {
        mark: { type: "text", align: "left", baseline: "middle", fill: theme.ink },
        encoding: { ...place, x: pixels("textX"), text: { field: "text", type: "nominal" } },
      },
    ],
  };
}

/** The key's entries with their places, wrapped to the width. */
export function rateKeyData(payload: TrainingBoardPayload, width: number): Datum[] {
  const widest = widestEntries(payload);
  const places = wrapped(
    widest.map(({ widest: text }) => text),
    width,
  );
  return widest.map(({ name, text }, i) => {
    const { x, row } = places[i];
    const y = row * rowHeight + rowHeight / 2;
    return { name, text, x, x2: x + sample, textX: x + sample + 5, y };
  });
}

function keyRows(payload: TrainingBoardPayload, width: number): number {
  const places = wrapped(
    widestEntries(payload).map(({ widest }) => widest),
    width,
  );
  return (places.at(-1)?.row ?? 0) + 1;
}

/** What the key says, and the widest that it can come to say, so that its rows stay while data come in. */
function widestEntries(payload: TrainingBoardPayload): { name: string; text: string; widest: string }[] {
  const last = payload.validation.at(-1);
  const known = rateNames.filter((name) => payload.validation.some((one) => rateOf(one, name) !== null));
  const best = payload.bestEpoch === undefined ? undefined : payload.validation[payload.bestEpoch];
  const rates = known.map((name) => {
    const rate = last && rateOf(last, name);
    return {
      name,
      text: `${worded(name)} ${rate === null || rate === undefined ? "–" : `${(rate * 100).toFixed(1)} %`}`,
      widest: `${worded(name)} 100.0 %`,
    };
  });
  const mark = best
    ? [
        {
          name: "best",
          text: worded("best epoch {0}", best.epoch),
          widest: worded("best epoch {0}", Math.ceil(lastEpoch(payload))),
        },
      ]
    : [];
  return [...rates, ...mark];
}

function wrapped(texts: readonly string[], width: number): { x: number; row: number }[] {
  let [x, row] = [0, 0];
  return texts.map((text) => {
    const wide = sample + 5 + textWidth(text) * 1.08;
    if (x > 0 && x + wide > width) [x, row] = [0, row + 1];
    const place = { x, row };
    x += wide + gap;
    return place;
  });
}

/** The place of scores that are still to come. */
function awaited({ width, height, theme }: RatesDrawing): Datum {
  return {
    ...{ width, height: height + rowHeight + 8 },
    title: { text: worded("Validation") },
    data: { values: [{ text: worded("The first scores come after an epoch.") }] },
    mark: { type: "text", align: "left", baseline: "top", fill: theme.faintInk },
    encoding: { x: { value: 0 }, y: { value: 4 }, text: { field: "text", type: "nominal" } },
  };
}
