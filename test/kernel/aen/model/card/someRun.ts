import type { RunFacts } from "../../../../../kernel/aen/model/card/runFacts.js";

/** A run as a card knows it. */
export const someRun: RunFacts = {
  ...{ id: "r", started: "2026-01-02T03:04:05.000Z", state: "finished", device: "cpu", threads: 1 },
  ...{ seed: 7, start: "drawn", kept: "the last epoch", shipped: [], drawnFaces: false },
  data: [
    {
      ...{ role: "Training clips", clips: 3, people: 2, clipsInTraining: null, peopleInTraining: null },
      ...{ perEmotion: { a: 2, b: 1 }, recipe: "made somehow" },
    },
  ],
  loss: [
    { name: "first", weight: 0.7 * 1.4 },
    { name: "second", weight: 2 },
  ],
  phases: [
    { phase: "pretraining", epochs: 1, planned: 1, loss: 2 },
    { phase: "training", epochs: 3, planned: 12, loss: 0.5 },
  ],
  evaluation: null,
};
