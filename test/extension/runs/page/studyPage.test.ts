import "../../standIn/register.js";
import assert from "node:assert/strict";
import path from "node:path";
import type { AblationBoardPayload } from "../../../../kernel/contracts/payloads/ablationBoard.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { prediction, studyRecord, writeRecord } from "../records.js";

const { readArmPredictions, studyPage } = await import("../../../../extension/runs/page/studyPage.js");

const figure = (value: number) => ({ value, low: value - 0.1, high: value + 0.1 });
const board: AblationBoardPayload = {
  ...{ view: "ablation-board", version: 1, study: "s1", state: "running", beta: 0.3, terms: ["energy"] },
  labels: { emotions: ["Happy", "Sad"], groups: [{ name: "All", emotions: [0, 1] }] },
  arms: [
    { name: "base", weights: [0.1], runs: [{ seed: 1, state: "finished" }], uar: figure(0.6) },
    {
      ...{ name: "without energy", weights: [0], runs: [{ seed: 1, state: "running" }] },
      effect: { uar: figure(-0.2), shown: true, verdict: "worse by 20 points" },
    },
  ],
  warnings: ["Only one seed."],
};

describe("the page of a study", () => {
  const root = temporaryFolder();

  it("has the verdicts, the board, the arms' weights and what could mislead", () => {
    const page = studyPage(studyRecord({ board }), [[prediction("a", 0, 0)], []]);
    assert.equal(page.title, "Which term helps");
    assert.equal(page.subtitle, "s1 · 2 arms · 1 seeds · 1 of 2 runs finished");
    const [verdicts, shown, arms] = page.sections;
    assert.deepEqual(verdicts.parts[0].part === "table" && verdicts.parts[0].rows, [
      ["base", "60.0 % (50.0 to 70.0)", "the base"],
      ["without energy", "–", "worse by 20 points"],
    ]);
    assert.deepEqual(verdicts.parts[1], { part: "text", text: "Only one seed." });
    assert.ok(shown.parts[0].part === "view" && shown.parts[0].source.draws === "ablation-board");
    assert.deepEqual(arms.parts[0].part === "table" && arms.parts[0].rows, [
      ["base", "0.1", "–"],
      ["without energy", "–", "frames: 8"],
    ]);
  });

  it("says that nothing is known before a run has finished", () => {
    const page = studyPage(studyRecord({ plan: {} }), []);
    assert.match(JSON.stringify(page.sections[0]), /Nothing is known yet/);
    assert.match(page.subtitle, /0 arms · 0 seeds · no run has finished/);
  });

  it("is drawn with the predictions of each arm's runs", async () => {
    const folder = path.join(root, ".aen", "studies", "s1");
    writeRecord(path.join(root, ".aen", "runs", "s1-base"), {
      "predictions.jsonl": JSON.stringify(prediction("a", 0, 1)),
    });
    const predictions = await readArmPredictions(studyRecord({ board, folder }));
    assert.deepEqual(predictions, [[prediction("a", 0, 1)], []]);
  });
});
