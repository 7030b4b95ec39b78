import "../standIn/register.js";
import assert from "node:assert/strict";
import type { AblationBoardPayload } from "../../../kernel/contracts/payloads/ablationBoard.js";
import { parseEvents } from "../../../kernel/contracts/runs/runEvents.js";
import { eventsText, prediction, runRecord, studyRecord, twoEmotions } from "../runs/records.js";

const { dataTable, listedRun, runFigures, studyVerdicts } =
  await import("../../../extension/assistant/recordedFigures.js");

describe("the figures that an assistant gets", () => {
  const notes = { name: "Anna's best", tags: ["anna"], text: "/home/anna" };
  const cell = { notebook: "/home/anna/look.ipynb", executionCount: 1, code: "secret" };
  const data = { train: { clips: 9, hash: "abc", origin: { folder: "/home/anna" } }, validate: null };
  const loss = [{ name: "energy", weight: 0.1, code: "secret" }];
  const run = runRecord("r1", { uar: 0.5, notes, settings: { model: twoEmotions, cell, data, loss } });
  const predictions = [prediction("anna-1", 0, 0), prediction("anna-2", 0, 1), prediction("anna-3", 1, 1)];
  const details = { events: parseEvents(eventsText([0.5])), predictions };

  it("of a run are its scores with intervals, epochs and weights", () => {
    const figures = runFigures(run, details) as {
      evaluation: { clips: number; scores: { uar: { value: number; low: number } } };
      epochsSoFar: object[];
      lossWeights: object[];
    };
    assert.deepEqual([figures.evaluation.clips, figures.evaluation.scores.uar.value], [3, 0.75]);
    assert.ok(figures.evaluation.scores.uar.low < 0.75);
    assert.deepEqual(figures.epochsSoFar, [{ epoch: 1, loss: 1, uar: 0.5 }]);
    assert.deepEqual(figures.lossWeights, [{ term: "energy", weight: 0.1 }]);
  });

  it("of the data are counts by emotion", () => {
    assert.deepEqual(dataTable(run, details), {
      ...{ run: "r1", trainingClips: 9, validationClips: undefined, people: 1 },
      evaluated: [
        { emotion: "Happy", clips: 2, right: 1, namedAs: { Happy: 1, Sad: 1 } },
        { emotion: "Sad", clips: 1, right: 1, namedAs: { Happy: 0, Sad: 1 } },
      ],
    });
  });

  it("of a study are its arms with the board's verdicts, or that nothing has finished", () => {
    const figure = { value: 0.5, low: 0.4, high: 0.6 };
    const effect = { uar: figure, shown: true, verdict: "better by 3 points" };
    const board: AblationBoardPayload = {
      ...{ view: "ablation-board", version: 1, study: "s1", state: "finished", beta: 0.3, terms: ["energy"] },
      labels: { emotions: ["Happy"], groups: [{ name: "All", emotions: [0] }] },
      arms: [
        { name: "base", weights: [0.1], runs: [{ seed: 1, state: "finished" }], uar: figure },
        { name: "without energy", weights: [0], runs: [], effect },
      ],
    };
    const { arms } = studyVerdicts(studyRecord({ board })) as {
      arms: { isBase: boolean; weights: object; difference?: { verdict: string } }[];
    };
    assert.deepEqual(
      [arms[0].isBase, arms[0].weights, arms[1].difference!.verdict],
      [true, { energy: 0.1 }, effect.verdict],
    );
    assert.match(JSON.stringify(studyVerdicts(studyRecord())), /no run has finished/);
  });

  it("hold no name, note, path or code that a person wrote, and no clip", () => {
    const given = JSON.stringify([listedRun(run), runFigures(run, details), dataTable(run, details)]);
    assert.doesNotMatch(given, /anna|secret|look\.ipynb/i);
  });
});
