import type { ClipPrediction } from "../../../kernel/contracts/clipPrediction.js";
import type { Labels } from "../../../kernel/contracts/labels.js";
import type { CurveEpoch, RecordPage, ViewSource } from "../../../kernel/contracts/recordPage.js";
import type { TrainingEvent } from "../../../kernel/contracts/runs/trainingEvents.js";

const labels: Labels = {
  emotions: ["Happy", "Sad", "Neutral"],
  groups: [
    { name: "Positive", emotions: [0] },
    { name: "Other", emotions: [1, 2] },
  ],
  groupOf: [0, 1, 1],
};

/** Predictions for nine clips, three of each emotion, of which `wrong` are taken for the next emotion. */
export function predictions(wrong: number): ClipPrediction[] {
  return Array.from({ length: 9 }, (_, clip) => {
    const label = clip % 3;
    const named = clip < wrong ? (label + 1) % 3 : label;
    const scores = [0, 1, 2].map((emotion) => (emotion === named ? -0.2 : -2.2));
    const groups = [0, 1].map((group) => (group === labels.groupOf[named] ? -0.2 : -1.7));
    return {
      ...{ clip: `clip ${clip}`, label, frameNumbers: [0] },
      ...{ clipLogProbabilities: scores, sentimentLogProbabilities: groups, emotionLogProbabilities: scores },
    };
  });
}

const epoch = (number: number, uar: number): TrainingEvent => ({
  ...{
    type: "epoch",
    phase: "training",
    epoch: number,
    epochs: 3,
    loss: 2 - number / 2,
    terms: {},
    seconds: number,
  },
  ...{ clipsPerSecond: 8, best: true, validation: { uar, war: uar, sentimentUar: uar, sentimentWar: uar } },
});
const step = (number: number): TrainingEvent => ({
  ...{
    type: "step",
    phase: "training",
    epoch: number,
    step: 1,
    steps: 1,
    loss: 2 - number / 2,
    seconds: number,
  },
  ...{ terms: { energy: 2 - number / 2 }, learningRate: 0.001, clipsPerSecond: 8, secondsLeft: 0 },
});
const epochs = [epoch(1, 0.4), epoch(2, 0.5), epoch(3, 0.6)];

const board: ViewSource = {
  draws: "training-board",
  run: {
    ...{
      id: "r1",
      state: "finished",
      plan: { loss: [{ name: "energy", weight: 1 }], device: "cpu", epochs: 3 },
    },
    events: [
      step(1),
      step(2),
      step(3),
      ...epochs,
      { type: "end", state: "finished", bestEpoch: 3, seconds: 4 },
    ],
    epochs: epochs as never,
  },
};

/** The page of a run, with every kind of part. */
export const runPageExample: RecordPage = {
  title: "With energy",
  subtitle: "2026-03-04T13-05-06-1a2b · finished · UAR 60.0 % · epoch 3 of 3 · cpu · 4 s",
  actions: ["Run Again", "Compare…", "Export…", "Delete"].map((label) => ({
    id: label.toLowerCase(),
    label,
  })),
  notes: {
    value: { name: "With energy", tags: ["baseline", "seed 7"], text: "Better on sad clips." },
    words: {
      ...{
        heading: "Name, tags and notes",
        name: "Name",
        tags: "Tags",
        tagsHint: "with commas between them",
      },
      ...{ text: "Notes", saved: "Saved in notes.json beside the record." },
    },
  },
  sections: [
    {
      heading: "Figures",
      parts: [
        {
          part: "table",
          columns: ["last evaluation, 9 clips", "figure (95 % interval)"],
          rows: [["UAR", "66.7 % (30.0 to 90.3)"]],
        },
      ],
    },
    { heading: "Training", parts: [{ part: "view", source: board }] },
    {
      heading: "Confusion matrix",
      parts: [{ part: "view", source: { draws: "confusion-matrix", labels, predictions: predictions(3) } }],
    },
    {
      heading: "Settings",
      parts: [
        {
          part: "table",
          columns: ["setting", "preset tiny", "this run"],
          rows: [["training.epochs", "12", "3"]],
        },
        { part: "table", columns: ["setting", "value"], rows: [["seed", "7"]], summary: "All settings" },
      ],
    },
    {
      heading: "Where it came from",
      parts: [
        { part: "text", text: "Cell [4] of look.ipynb", action: { id: "cell", label: "Go to Cell" } },
        {
          part: "code",
          text: 'const run = await aen.train(aen.model("tiny"), train, { validate: test, epochs: 3 });',
        },
      ],
    },
  ],
};

const curve = (start: number): CurveEpoch[] =>
  Array.from({ length: 6 }, (_, index) => ({
    epoch: index + 1,
    uar: start + index / 12,
    loss: 2 - index * start,
  }));

/** The comparison of three runs. */
export const comparisonExample: RecordPage = {
  ...{ title: "3 runs", subtitle: "r1 · r2 · r3", actions: [], notes: null },
  sections: [
    {
      heading: "Curves",
      parts: [
        {
          part: "view",
          source: {
            draws: "run-curves",
            runs: ["base", "without energy", "without transfer"].map((name, index) => ({
              name,
              epochs: curve(0.1 * (index + 1)),
            })),
            words: { uar: "UAR on the clips held out", loss: "Training loss", epoch: "epoch" },
          },
        },
      ],
    },
    {
      heading: "Difference of the confusions",
      parts: [
        {
          part: "view",
          source: {
            ...{
              draws: "confusion-difference",
              labels,
              words: { of: "Confusions of", minus: "minus those of" },
            },
            runs: ["base", "without energy", "without transfer"].map((name, index) => ({
              name,
              predictions: predictions(index * 3),
            })),
          },
        },
      ],
    },
  ],
};
