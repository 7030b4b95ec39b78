import assert from "node:assert/strict";
import type { RunSoFar } from "../../../../kernel/aen/training/runSoFar.js";
import { runText } from "../../../../kernel/aen/training/runText.js";
import type { EpochEvent } from "../../../../kernel/contracts/runs/trainingEvents.js";

describe("a run in a terminal", () => {
  const epoch = (number: number, more: Partial<EpochEvent> = {}): EpochEvent => ({
    ...{ type: "epoch", phase: "training", epoch: number, epochs: 12, loss: 1.23456, terms: {} },
    ...{ clipsPerSecond: 0, best: false, ...more },
  });
  const validation = { uar: 0.4567, war: 0.5, sentimentUar: 0.6, sentimentWar: 0.7 };
  const run = (more: Partial<RunSoFar>): RunSoFar => ({
    ...{ id: "r", state: "running", events: [], epochs: [], bestEpoch: null, ...more },
    plan: { loss: [], device: "cpu", epochs: 12 },
  });

  it("is a line for its state and one for every epoch, with the scores of those that were validated", () => {
    const epochs = [
      epoch(4, { phase: "pretraining", epochs: 4 }),
      epoch(9, { validation }),
      epoch(10, { validation, best: true }),
    ];
    const seconds = { type: "paused", seconds: 61.6 } as const;
    assert.deepEqual(
      runText(run({ state: "stopped", epochs, events: [seconds], bestEpoch: 10 })).split("\n"),
      [
        "Run r: stopped after 62 s, best epoch 10",
        "pretraining epoch   4/4  loss 1.2346",
        "training epoch   9/12  loss 1.2346  UAR 45.7 %  WAR 50.0 %",
        "training epoch  10/12  loss 1.2346  UAR 45.7 %  WAR 50.0 %  best",
      ],
    );
  });

  it("ends with what it warned of", () => {
    const warning = { type: "warning", message: "The disk is full.", seconds: 3 } as const;
    assert.equal(runText(run({ events: [warning] })), "Run r: running after 3 s\nNote: The disk is full.");
  });

  it("is one line before anything has happened", () => {
    assert.equal(runText(run({})), "Run r: running after 0 s");
  });
});
