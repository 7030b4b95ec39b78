import { PNG } from "pngjs";
import { dfewLabels, LabelSet } from "../../kernel/aen/labels.js";
import type { ClipPrediction } from "../../kernel/contracts/clipPrediction.js";
import { clipOverviewPayload } from "../../kernel/figures/bundles/clipOverview.js";
import { confusionDifferencePayload } from "../../kernel/figures/bundles/confusionDifference.js";
import { confusionMatrixPayload } from "../../kernel/figures/bundles/confusionMatrix.js";
import { viewMimeTypes } from "../../kernel/contracts/viewMimeTypes.js";
import type { ViewName, ViewPayload } from "../../kernel/contracts/views.js";
import type { AblationBoardPayload, ArmPayload } from "../../kernel/contracts/payloads/ablationBoard.js";
import { clipPayload, type FrameDetail, labelsPayload } from "../../kernel/figures/bundles/clipPayload.js";
import { timelinePayload } from "../../kernel/figures/bundles/timeline.js";
import { trainingBoardPayload } from "../../kernel/figures/bundles/trainingBoard.js";
import { whatIfPayload } from "../../kernel/figures/bundles/whatIf.js";
import { draws, examplePrediction } from "../kernel/figures/examples.js";
import type { PageOutput } from "./viewPage.js";

type ViewOutput<Name extends ViewName> = PageOutput<ViewPayload<Name>>;

/** A face of a few strokes, so that a screenshot shows where pictures go. */
export function drawnFace(mood: number): string {
  const side = 24;
  const png = new PNG({ width: side, height: side });
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [u, v] = [(x - 11.5) / 11, (y - 11.5) / 11];
      const eye = Math.hypot(Math.abs(u) - 0.35, v + 0.25) < 0.13;
      const mouth = Math.abs(v - 0.45 + mood * (u * u - 0.15)) < 0.09 && Math.abs(u) < 0.5;
      const value = Math.hypot(u, v) > 1 ? 60 : eye || mouth ? 30 : 205;
      png.data.set([value, value * 0.9, value * 0.8, 255], (y * side + x) * 4);
    }
  }
  return `data:image/png;base64,${PNG.sync.write(png).toString("base64")}`;
}

/** What an import writes where it has found no face. */
function blackPicture(): string {
  const png = new PNG({ width: 24, height: 24 });
  for (let at = 0; at < png.data.length; at++) png.data[at] = at % 4 === 3 ? 255 : 0;
  return `data:image/png;base64,${PNG.sync.write(png).toString("base64")}`;
}

const faces = Array.from({ length: 8 }, (_, i) => drawnFace((i - 3.5) / 3.5));

export function predictionsWithFrames(
  count: number,
  frames = 16,
  labels: LabelSet = dfewLabels,
  seed = 5,
): ClipPrediction[] {
  const draw = draws(seed);
  return Array.from({ length: count }, (_, i) =>
    examplePrediction(`clip-${String(i + 1).padStart(4, "0")}`, draw, labels, frames),
  );
}

/** Truth in which some frames deviate, and pictures. */
export function frameDetail(prediction: ClipPrediction, seed: number): FrameDetail {
  const start = 3 + (seed % 7);
  const length = seed % 4;
  return {
    frameRate: 25,
    truth: prediction.frameNumbers.map((_, t) => {
      const deviates = t >= start && t < start + length;
      return {
        emotion: deviates ? 2 : prediction.label!,
        intensity: 0.6,
        ...(deviates && { deviation: "neutral" as const }),
      };
    }),
    thumbnails: prediction.frameNumbers.map((_, t) => faces[(t + seed) % faces.length]),
  };
}

export function confusionOutput(
  count = 300,
  withFrames = 60,
  labels: LabelSet = dfewLabels,
): ViewOutput<"confusion-matrix"> {
  const predictions = predictionsWithFrames(count, 16, labels);
  const frames = new Map(predictions.slice(0, withFrames).map((one, i) => [one.clip, frameDetail(one, i)]));
  return {
    mimeType: viewMimeTypes["confusion-matrix"],
    payload: confusionMatrixPayload({ predictions, labels, frames, title: "Confusion matrix, test clips" }),
  };
}

export function timelineOutput(frames = 16): ViewOutput<"frame-timeline"> {
  const [prediction] = predictionsWithFrames(1, frames);
  const detail = frameDetail(prediction, 3);
  return {
    mimeType: viewMimeTypes["frame-timeline"],
    payload: timelinePayload({
      clip: { id: prediction.clip, label: prediction.label, truth: detail.truth!, frameRate: 25 },
      prediction,
      labels: dfewLabels,
      thumbnails: detail.thumbnails,
    }),
  };
}

/** A clip whose face is lost twice: for one frame, and for five. */
export function facelessOutput(): ViewOutput<"frame-timeline"> {
  const [prediction] = predictionsWithFrames(1, 16);
  const { frameNumbers, pseudoLabelLogits, frameLogits } = prediction;
  const withoutFace = frameNumbers.filter((_, at) => at === 2 || (at >= 8 && at <= 12));
  const seen = (logits: readonly (readonly number[] | null)[] = []) =>
    logits.map((one, at) => (withoutFace.includes(frameNumbers[at]) ? null : one));
  const black = blackPicture();
  return {
    mimeType: viewMimeTypes["frame-timeline"],
    payload: timelinePayload({
      clip: { id: prediction.clip, label: prediction.label, truth: null, frameRate: 25 },
      prediction: {
        ...prediction,
        ...{ withoutFace, pseudoLabelLogits: seen(pseudoLabelLogits), frameLogits: seen(frameLogits) },
      },
      labels: dfewLabels,
      thumbnails: frameNumbers.map((one, at) =>
        withoutFace.includes(one) ? black : faces[at % faces.length],
      ),
    }),
  };
}

export const termNames = [
  "sentiment.level",
  "sentiment.clip",
  "emotion.level",
  "emotion.clip",
  "semantic transfer",
  "energy",
];

export function trainingOutput(): ViewOutput<"training-board"> {
  const draw = draws(11);
  const steps = Array.from({ length: 900 }, (_, i) => ({
    step: i + 1,
    epoch: (i + 1) / 100,
    terms: Object.fromEntries(
      termNames.map((name, k) => [name, (1.5 - k * 0.2) * Math.exp(-i / 400) + 0.1 * draw()]),
    ),
    total: 3,
    learningRate: i < 600 ? 0.01 : 0.001,
    clipsPerSecond: 34,
  }));
  const validation = Array.from({ length: 9 }, (_, i) => ({
    epoch: i + 1,
    uar: 0.3 + 0.04 * i - (i === 8 ? 0.1 : 0),
    war: 0.33 + 0.045 * i - (i === 8 ? 0.1 : 0),
    sentimentUar: 0.36 + 0.03 * i,
    sentimentWar: 0.4 + 0.03 * i,
    groupUar: 0.5 + 0.04 * i,
    groupWar: 0.52 + 0.04 * i,
  }));
  const payload = trainingBoardPayload({
    run: "run-1",
    epochs: 12,
    steps,
    validation,
    device: "cpu",
    secondsLeft: 93,
  });
  return { mimeType: viewMimeTypes["training-board"], payload };
}

export function overviewOutput(count = 60): ViewOutput<"clip-overview"> {
  const predictions = predictionsWithFrames(count);
  const frames = new Map(predictions.map((one, i) => [one.clip, frameDetail(one, i)]));
  const payload = clipOverviewPayload({ predictions, labels: dfewLabels, frames });
  return { mimeType: viewMimeTypes["clip-overview"], payload };
}

export function differenceOutput(): ViewOutput<"confusion-difference"> {
  const run = predictionsWithFrames(300);
  const base = predictionsWithFrames(300, 0, dfewLabels, 6).map((one, i) => ({
    ...one,
    label: run[i].label,
  }));
  const payload = confusionDifferencePayload({
    labels: dfewLabels,
    base: { name: "base", predictions: base },
    run: { name: "without energy", predictions: run },
  });
  return { mimeType: viewMimeTypes["confusion-difference"], payload };
}

export function ablationPayload(): AblationBoardPayload {
  const terms = ["sentiment", "emotion", "transfer", "energy"];
  const clips = predictionsWithFrames(140, 0).map((one) => clipPayload(one));
  const estimate = (value: number, reach: number) => ({ value, low: value - reach, high: value + reach });
  const runs = (level: number) =>
    [1, 2, 3, 4, 5].map((seed) => ({
      seed,
      state: "finished" as const,
      uar: level + seed / 500,
      war: level + 0.03,
      sentimentUar: level - 0.05,
      groupUar: level + 0.2,
      curve: Array.from({ length: 8 }, (_, e) => level * (1 - Math.exp(-(e + seed / 5) / 2))),
    }));
  const arm = (name: string, off: number, difference: number, reach: number): ArmPayload => {
    const felt = off === 0 ? -0.35 : difference;
    const concluded = (value: number, what: string) => {
      const shown = Math.abs(value) > reach;
      const words = shown ? (value < 0 ? "worse" : "better") : "no difference could be shown";
      const [middle, low, high] = [value, value - reach, value + reach].map((one) => (one * 100).toFixed(1));
      return {
        shown,
        verdict: `${words}: ${middle} points ${what}, 95 % interval ${low} to ${high}, 5 seeds`,
      };
    };
    return {
      name,
      weights: terms.map((_, i) => (i === off ? 0 : 1)),
      runs: runs(0.6 + difference),
      uar: estimate(0.6 + difference, 0.02),
      sentimentUar: estimate(0.55 + felt, 0.02),
      groupUar: estimate(0.8 + difference / 2, 0.02),
      ...(off === 0 && { sentimentsNeverNamed: ["Neutral"] }),
      clips: predictionsWithFrames(140, 0, dfewLabels, 9 + off).map((one, i) =>
        clipPayload({ ...one, label: clips[i].label }),
      ),
      effect: {
        uar: estimate(difference, reach),
        sentimentUar: estimate(felt, reach),
        groupUar: estimate(difference / 2, reach),
        sentiment: concluded(felt, "sentiment UAR (own head)"),
        group: concluded(difference / 2, "sentiment UAR (group of the emotion)"),
        pValue: Math.abs(difference) > reach ? 0.01 : 0.6,
        ...concluded(difference, "UAR"),
        recall: dfewLabels.emotions.map((_, c) => estimate(difference * (c / 3), reach)),
        sentimentRecall: dfewLabels.groups.map((_, g) => estimate(felt * (g / 2), reach)),
      },
    };
  };
  const figures = {
    uar: estimate(0.6, 0.02),
    sentimentUar: estimate(0.55, 0.02),
    groupUar: estimate(0.8, 0.02),
  };
  return {
    view: "ablation-board",
    version: 1,
    study: "study-1",
    state: "finished",
    labels: labelsPayload(dfewLabels),
    beta: 0.3,
    terms,
    arms: [
      { name: "all terms", weights: [1, 1, 1, 1], runs: runs(0.6), ...figures, clips },
      arm("without sentiment", 0, -0.012, 0.02),
      arm("without emotion", 1, -0.16, 0.04),
      arm("without transfer", 2, -0.05, 0.02),
      arm("without energy", 3, 0.008, 0.015),
    ],
    warnings: ['Two runs of "without energy" used another device (webgpu instead of cpu).'],
  };
}

export function ablationOutput(): ViewOutput<"ablation-board"> {
  return { mimeType: viewMimeTypes["ablation-board"], payload: ablationPayload() };
}

export function whatIfOutput(): ViewOutput<"what-if"> {
  const terms = ["sentiment", "energy"].map((name) => ({ name, lowest: 0, highest: 2, step: 0.1 }));
  const results = [
    [0.6, 0.3],
    [0, 0.3],
    [2, 2],
  ].map((weights, i) => ({ weights, predictions: predictionsWithFrames(140, 0, dfewLabels, 5 + i) }));
  const payload = whatIfPayload({ study: "study-1", labels: dfewLabels, terms, results });
  return { mimeType: viewMimeTypes["what-if"], payload };
}

const longName = "Bewilderment-with-a-trace-of-melancholy and something else that does not end";

/** Two to twelve classes, long and right-to-left names. */
export const unusualLabels: Readonly<Record<string, LabelSet>> = {
  two: new LabelSet(["pain", "no pain"], { Pain: ["pain"], Rest: ["no pain"] }),
  twelve: new LabelSet([longName, "فرح", "حزن", "Neutral", "怒り", "d", "e", "f", "g", "h", "i", "j"], {
    "Positive things of every kind that there are": [longName, "فرح", "d"],
    سلبي: ["حزن", "怒り", "e", "f"],
    Neutral: ["Neutral"],
    Rest: ["g", "h", "i", "j"],
  }),
};
