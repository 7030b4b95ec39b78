import assert from "node:assert/strict";
import type { EpochEvent } from "../../../../kernel/contracts/runs/trainingEvents.js";
import { differenceOfEpochs } from "../../../../kernel/aen/rerun/compareEpochs.js";

const epoch = (changes: Partial<EpochEvent> = {}): EpochEvent => ({
  ...{ type: "epoch", phase: "training", epoch: 1, epochs: 2, loss: 0.1 + 0.2, terms: { a: 1, b: 2 } },
  ...{ clipsPerSecond: 5, best: false },
  ...changes,
});
const scores = { uar: 0.5, war: 0.5, sentimentUar: 0.5, sentimentWar: 0.5 };

describe("two records of an epoch", () => {
  it("are the same if loss, terms and scores are, however fast it was", () => {
    assert.equal(differenceOfEpochs(epoch(), epoch({ clipsPerSecond: 9 })), null);
    const recorded = JSON.parse(JSON.stringify(epoch({ validation: scores }))) as EpochEvent;
    assert.equal(differenceOfEpochs(recorded, epoch({ validation: scores })), null);
  });

  it("differ by the last bit of a number", () => {
    assert.equal(
      differenceOfEpochs(epoch({ loss: 0.3 }), epoch()),
      "the loss is 0.30000000000000004, it was 0.3",
    );
    assert.equal(differenceOfEpochs(epoch(), epoch({ terms: { a: 1, b: 3 } })), '"b" is 3, it was 2');
    const other = { ...scores, war: 0.25 };
    assert.equal(
      differenceOfEpochs(epoch({ validation: scores }), epoch({ validation: other })),
      "war is 0.25, it was 0.5",
    );
  });

  it("are compared by what both have: another version may record more", () => {
    assert.equal(differenceOfEpochs(epoch(), epoch({ validation: scores })), null);
  });
});
