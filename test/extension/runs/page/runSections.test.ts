import "../../standIn/register.js";
import assert from "node:assert/strict";
import { parseEvents } from "../../../../kernel/contracts/runs/runEvents.js";
import { eventsText, runRecord } from "../records.js";

const { courseSection, curveWords, epochsOf, figuresSection, matrixSection, settingsSection } =
  await import("../../../../extension/runs/page/runSections.js");

describe("the sections of a run's page", () => {
  it("count epochs on clips alone, with no figure for what is none", () => {
    const before = { type: "epoch", phase: "pretraining", epoch: 1, loss: 9 };
    const strange = { type: "epoch", epoch: 3, loss: "x", uar: null };
    const lines = [before, strange].map((event) => `${JSON.stringify(event)}\n`).join("");
    assert.deepEqual(epochsOf(parseEvents(eventsText([0.5]) + lines)), [
      { epoch: 1, loss: 1, uar: 0.5 },
      { epoch: 3, loss: null, uar: null },
    ]);
    assert.equal(new Set(Object.values(curveWords())).size, 3);
  });

  it("say what the validation says before an evaluation", () => {
    assert.match(
      JSON.stringify(figuresSection(runRecord("r", { uar: 0.5 }), null)),
      /UAR 50\.0 % on the validation clips/,
    );
    assert.match(JSON.stringify(figuresSection(runRecord("r"), null)), /"The run has not been evaluated\."/);
  });

  it("leave out a matrix without predictions, and show an interrupted run as stopped", () => {
    assert.deepEqual(matrixSection(null, []), []);
    const { parts } = courseSection(runRecord("r", { state: "interrupted" }), parseEvents(eventsText([0.5])));
    assert.ok(parts[0].part === "view" && parts[0].source.draws === "training-board");
    assert.equal(parts[0].source.run.state, "stopped");
  });

  it("name the preset of a study's run", () => {
    const settings = { study: "s1", configuration: { preset: "small" } };
    assert.match(
      JSON.stringify(settingsSection(runRecord("r", { settings })).parts[0]),
      /Preset small, with the settings of its arm/,
    );
  });
});
