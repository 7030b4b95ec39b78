import assert from "node:assert/strict";
import type { RunSoFar } from "../../../../kernel/aen/training/runSoFar.js";
import { trainingBoardOf } from "../../../../kernel/figures/trainingBoard/boardOfRun.js";
import type {
  EpochEvent,
  Phase,
  TrainingEvent,
  TrainingEventBody,
} from "../../../../kernel/contracts/runs/trainingEvents.js";
import * as tf from "@tensorflow/tfjs-core";
import { lossTerm } from "../../../../kernel/aen/losses/lossTerm.js";

const start: TrainingEventBody = { type: "start", run: "r", device: "auto", terms: [] };
const phase = (name: Phase, epochs: number): TrainingEventBody => ({
  ...{ type: "phase", phase: name, epochs, stepsPerEpoch: 2 },
});
const step = (name: Phase, epoch: number, number: number, clipsPerSecond = 8): TrainingEventBody => ({
  ...{ type: "step", phase: name, epoch, step: number, steps: 2, loss: 5 },
  ...{ terms: { energy: 2, "emotion of frame": 3 }, learningRate: 0.1, clipsPerSecond, secondsLeft: 42 },
});
const epoch = (number: number, uar: number | null, best = false): EpochEvent => ({
  ...{
    type: "epoch",
    phase: "training",
    epoch: number,
    epochs: 9,
    loss: 1,
    terms: {},
    clipsPerSecond: 1,
    best,
  },
  ...(uar === null ? {} : { validation: { uar, war: 0.5, sentimentUar: 0.6, sentimentWar: 0.7 } }),
});

/** A run after these events, one a second. */
function run(state: RunSoFar["state"], ...bodies: TrainingEventBody[]): RunSoFar {
  const events: TrainingEvent[] = bodies.map((body, seconds) => ({ ...body, seconds }));
  const loss = [lossTerm("energy", ({ frameLogits }) => tf.mean(frameLogits), { weight: 0.5 })];
  const epochs = bodies.filter((body): body is EpochEvent => body.type === "epoch");
  return { id: "r", state, events, epochs, bestEpoch: null, plan: { loss, device: "auto", epochs: 9 } };
}

describe("the board of a run", () => {
  it("shows the pretraining until the first step on clips, then only what came since", () => {
    const pretraining = [
      start,
      phase("pretraining", 4),
      step("pretraining", 1, 1),
      step("pretraining", 1, 2),
    ];
    const before = trainingBoardOf(run("running", ...pretraining, phase("training", 9)));
    assert.deepEqual(
      [before.title, before.epochs, before.steps.length],
      ["Pretraining of the bottom-up branch", 4, 2],
    );
    const after = trainingBoardOf(
      run("running", ...pretraining, phase("training", 9), step("training", 1, 1)),
    );
    assert.deepEqual(
      [after.title, after.epochs, after.steps.length],
      ["Training, after 4 epochs of pretraining", 9, 1],
    );
  });

  it("goes on to show the pretraining where there is nothing else", () => {
    const end = { type: "end", state: "finished", bestEpoch: null } as const;
    const pretrained = [start, phase("pretraining", 4), step("pretraining", 1, 1), phase("training", 0), end];
    const { title, message, epochs, phase: shown } = trainingBoardOf(run("finished", ...pretrained));
    assert.deepEqual([title, message, epochs], ["Pretraining of the bottom-up branch", undefined, 4]);
    assert.equal(shown, "pretraining");
  });

  it("says that there was nothing to train rather than being empty", () => {
    const end = { type: "end", state: "finished", bestEpoch: null } as const;
    const { title, message } = trainingBoardOf(run("finished", start, phase("training", 0), end));
    assert.equal(title, "Training");
    assert.match(message!, /nothing to train on clips/);
    const ended = run("stopped", start, phase("training", 3), { ...end, state: "stopped" });
    assert.ok(!("message" in trainingBoardOf(ended)));
  });

  it("shows each term times its weight; one that the plan does not have, as of the pretraining, as it is", () => {
    const { steps } = trainingBoardOf(run("running", start, step("training", 1, 2), step("training", 3, 1)));
    assert.deepEqual(
      steps.map(({ step: number, epoch: at, total, terms }) => [number, at, total, terms]),
      [
        [1, 1, 5, { energy: 1, "emotion of frame": 3 }],
        [2, 2.5, 5, { energy: 1, "emotion of frame": 3 }],
      ],
    );
  });

  it("counts the best epoch among those that were validated", () => {
    const epochs = [epoch(1, null), epoch(2, 0.2, true), epoch(3, 0.4, true), epoch(4, 0.3)];
    const board = trainingBoardOf(run("running", start, step("training", 1, 1), ...epochs));
    assert.equal(board.validation![board.bestEpoch!].epoch, 3);
    assert.deepEqual(board.validation![0], {
      epoch: 2,
      uar: 0.2,
      war: 0.5,
      sentimentUar: 0.6,
      sentimentWar: 0.7,
    });
    assert.ok(
      !("bestEpoch" in trainingBoardOf(run("running", start, step("training", 1, 1), epoch(1, null)))),
    );
  });

  it("promises a remaining time only while it runs and once the speed is known", () => {
    const left = (state: RunSoFar["state"], speed: number) =>
      trainingBoardOf(run(state, start, step("training", 1, 1, speed))).secondsLeft;
    assert.deepEqual([left("running", 8), left("paused", 8)], [42, 42]);
    assert.deepEqual([left("running", 0), left("stopped", 8)], [undefined, undefined]);
    assert.equal(trainingBoardOf(run("running", start, step("training", 1, 1))).secondsElapsed, 1);
  });

  it("hands on what is expected of the epochs on clips after a pretraining", () => {
    const after = { ...step("pretraining", 1, 1, 8), secondsAfter: 60 };
    assert.equal(trainingBoardOf(run("running", start, after)).secondsAfter, 60);
    assert.ok(!("secondsAfter" in trainingBoardOf(run("finished", start, after))));
    assert.ok(!("secondsAfter" in trainingBoardOf(run("running", start, step("pretraining", 1, 1, 8)))));
  });

  it("names the device that auto became in the newest phase, and none before", () => {
    const device = (name: string): TrainingEventBody => ({ type: "device", phase: "training", device: name });
    assert.ok(!("device" in trainingBoardOf(run("running", start))));
    assert.ok(!("device" in trainingBoardOf(run("running"))), "not even started");
    assert.equal(trainingBoardOf(run("running", start, device("cuda"), device("cpu"))).device, "cpu");
  });

  it("tells why a run failed, and calls one that ended early finished", () => {
    const end = { type: "end", state: "failed", bestEpoch: null, message: "no memory" } as const;
    const { state, message, title } = trainingBoardOf(run("failed", start, end));
    assert.deepEqual([state, message, title], ["failed", "no memory", "Training"]);
    assert.equal(trainingBoardOf(run("stopped early", start)).state, "finished");
    assert.ok(!("message" in trainingBoardOf(run("stopped early", start))));
  });
});
