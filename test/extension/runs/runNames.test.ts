import "../standIn/register.js";
import assert from "node:assert/strict";
import { runRecord, studyRecord } from "./records.js";

const { cellOf, notebookName, runDescription, runName, studyName } =
  await import("../../../extension/runs/runNames.js");

describe("the name of a run", () => {
  const started = Date.parse("2026-03-04T13:05:06");
  it("is the one that a person gave, the arm's in a study, else its start, else its id", () => {
    const notes = { name: "mine", tags: [], text: "" };
    const settings = { arm: "without energy", seed: 3, fold: 0 };
    assert.equal(runName(runRecord("r", { notes, settings, started })), "mine");
    assert.equal(runName(runRecord("r", { settings, started })), "without energy, seed 3");
    assert.equal(
      runName(runRecord("r", { settings: { ...settings, fold: 1 } })),
      "without energy, seed 3, fold 2",
    );
    assert.match(runName(runRecord("r", { started })), /Mar 4.*13:05:06/);
    assert.equal(runName(runRecord("r")), "r");
    assert.equal(studyName(studyRecord({ notes })), "mine");
    assert.equal(studyName(studyRecord()), "Which term helps");
  });

  it("goes with its figures, and its state where that is not simply finished", () => {
    const run = runRecord("r", { uar: 0.4321, epochs: 9, device: "cpu" });
    assert.equal(runDescription(run), "UAR 43.2 % · epoch 5 of 9 · cpu");
    assert.equal(runDescription(runRecord("r", { state: "failed" })), "failed");
  });

  it("goes with the notebook of its cell, where there is one", () => {
    const cell = { notebook: "/a/b.ipynb", executionCount: 3 };
    assert.equal(notebookName(cellOf(runRecord("r", { settings: { cell } }))), "b.ipynb");
    assert.equal(notebookName(cellOf(runRecord("r", { settings: { cell: null } }))), null);
    assert.equal(cellOf(runRecord("r", { settings: { cell: "x" } })), null);
  });
});
