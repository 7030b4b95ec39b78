import type { TrainingBoardPayload } from "../../../kernel/contracts/payloads/trainingBoard.js";
import { trainingOutput } from "../examplePayloads.js";
import type { PageOutput } from "../viewPage.js";

type Changed = Partial<TrainingBoardPayload>;

const { mimeType, payload } = trainingOutput();
const board = payload as TrainingBoardPayload;

const endingAt = (uar: number, war: number) =>
  board.validation.map((one, i) => (i === 8 ? { ...one, uar, war } : one));

function stepsTimes(factor: number, rate: number): TrainingBoardPayload["steps"] {
  return board.steps.map((step) => ({
    ...step,
    learningRate: step.learningRate! * rate,
    terms: Object.fromEntries(Object.entries(step.terms).map(([name, value]) => [name, value! * factor])),
  }));
}

/** Nine terms, of which some have the same first 20 letters, and one is rounding. */
export const nineTerms = [
  ...["sentiment.level of every frame 1", "sentiment.level of every frame 2", "sentiment.clip"],
  ...["emotion.level", "emotion.clip", "semantic transfer.1", "semantic transfer.2", "energy", "nothing"],
];

function withTerms(names: readonly string[], steps = board.steps): TrainingBoardPayload["steps"] {
  return steps.map((step) => {
    const values = Object.values(step.terms);
    const value = (name: string, i: number) => (name === "nothing" ? 1e-13 : (values[i % 6] ?? 0) / (1 + i));
    return { ...step, terms: Object.fromEntries(names.map((name, i) => [name, value(name, i)])) };
  });
}

const changes: Readonly<Record<string, Changed>> = {
  "as planned": {},
  "ends at 100 %": { epochs: 9, validation: endingAt(1, 1) },
  "ends at 0 %": { epochs: 9, validation: endingAt(0, 0) },
  "ends with UAR equal to WAR": { epochs: 9, validation: endingAt(0.59, 0.59) },
  "goes on beyond what was planned": { epochs: 2 },
  "has large losses and a tiny learning rate": { steps: stepsTimes(1e5, 1e-5) },
  "has nine terms": { terms: nineTerms, steps: withTerms(nineTerms) },
  "has one epoch and no validation": {
    ...{ epochs: 1, epoch: 0, validation: [], steps: withTerms(["emotion"], board.steps.slice(0, 30)) },
    ...{ bestEpoch: undefined, terms: ["emotion"] },
  },
  "waits for its first scores": {
    validation: [],
    validates: true,
    bestEpoch: undefined,
    steps: board.steps.slice(0, 9),
  },
  "has not begun": { validation: [], bestEpoch: undefined, steps: [], state: "waiting", terms: [] },
};

/** Boards of trainings that go unusual ways. */
export function boardVariants(): Readonly<Record<string, PageOutput>> {
  return Object.fromEntries(
    Object.entries(changes).map(([run, change]) => [
      run,
      { mimeType, payload: { ...board, ...change, run } },
    ]),
  );
}
