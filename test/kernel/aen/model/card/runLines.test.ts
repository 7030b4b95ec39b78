import assert from "node:assert/strict";
import type { EvaluationFigures } from "../../../../../kernel/aen/model/card/runFacts.js";
import { evaluationLines, runLines } from "../../../../../kernel/aen/model/card/runLines.js";
import { someRun } from "./someRun.js";

describe("the lines of a card on a run", () => {
  it("say how it was trained, on which clips, to which loss, for how long", () => {
    assert.deepEqual(runLines(someRun), [
      "Run r, started 2026-01-02T03:04:05.000Z, finished; seed 7; cpu, 1 thread",
      "Training clips: 3 clips of 2 people (a 2, b 1); made somehow",
      "Loss: 0.98 x first + 2 x second",
      "Pretraining of the bottom-up branch: 1 of 1 epoch, mean loss of the last 2.0000",
      "Training on clips: 3 of 12 epochs, mean loss of the last 0.5000",
      "Weights of the last epoch",
    ]);
  });

  it("say who is unknown and who is on both sides", () => {
    const [training] = someRun.data;
    const others = { ...training, role: "Validation clips", clips: 1, people: 1, peopleInTraining: 1 };
    const data = [{ ...training, people: null }, others];
    const [, first, second] = runLines({ ...someRun, data, loss: [] });
    assert.match(first, /^Training clips: 3 clips not all of which name their person \(/);
    assert.match(second, /^Validation clips: 1 clip of 1 person, 1 of them in the training clips too \(/);
    assert.ok(runLines({ ...someRun, loss: [] }).includes("Loss: none"));
  });
});

describe("the lines of a card on an evaluation", () => {
  const figures: EvaluationFigures = {
    ...{ clips: 4, clipsInTraining: 0, peopleInTraining: 0, lines: ["UAR 50 %", ""] },
    ...{ from: "session", outdated: false },
  };
  const linesOf = (changes: Partial<EvaluationFigures>) =>
    evaluationLines({ ...someRun, evaluation: { ...figures, ...changes } });

  it("say what it rests on, then its figures", () => {
    const known = "It learnt from no clip of these people.";
    assert.deepEqual(linesOf({}), ["Last evaluation: 4 clips", known, "UAR 50 %"]);
    assert.equal(linesOf({ frameOrder: "reversed" })[0], "Last evaluation: 4 clips, frames reversed");
  });

  it("call figures optimistic on clips or people that it learnt from, and say when that is unknown", () => {
    assert.match(linesOf({ clipsInTraining: 2 })[1], /^2 of these 4 clips were learnt from: .* optimistic/);
    assert.match(linesOf({ peopleInTraining: 3 })[1], /other clips of 3 people of these: .* optimistic/);
    assert.match(linesOf({ peopleInTraining: null })[1], /^Whether .* is not known/);
  });

  it("say what a record does not tell, and that the network has learnt on", () => {
    assert.match(
      linesOf({ from: "record" })[0],
      /^Last evaluation: 4 clips, from the record, which does not say/,
    );
    assert.match(linesOf({ outdated: true })[1], /^The network has learnt on since: evaluate it again/);
  });

  it("ask for an evaluation where there is none", () => {
    assert.deepEqual(evaluationLines(someRun), [
      "Not evaluated: `run.evaluate(clips)`, then make the card again.",
    ]);
  });
});
