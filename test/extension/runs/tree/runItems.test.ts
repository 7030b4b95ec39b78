import "../../standIn/register.js";
import assert from "node:assert/strict";
import type { RunRecord } from "../../../../extension/runs/runRecord.js";
import { runRecord, studyRecord } from "../records.js";

const { runItem } = await import("../../../../extension/runs/tree/runItems.js");

const run = (more: Partial<RunRecord> = {}): RunRecord =>
  runRecord("run-1", { folder: "/runs/run-1", ...more });

describe("the rows of the tree of runs", () => {
  const item = (more?: Partial<RunRecord>) => runItem(run(more));

  it("shows of each run its start, figures, and its state where that is not simply finished", () => {
    const started = Date.parse("2026-03-04T13:05:06");
    const { label, description } = item({ started, uar: 0.4321, epochs: 9, device: "cpu" });
    assert.match(String(label), /Mar 4.*13:05:06/);
    assert.equal(description, "UAR 43.2 % · epoch 5 of 9 · cpu");
    assert.equal(item({ state: "failed" }).description, "failed");
    assert.equal(item().label, "run-1", "without a start its id stands there");
  });

  it("tells readers of the screen the state, which others see from the icon", () => {
    const { accessibilityInformation, iconPath } = item({ state: "running", uar: 0.5 });
    assert.match(accessibilityInformation!.label, /^run-1, running, UAR 50\.0 %/);
    const { id, color } = iconPath as { id: string; color: { id: string } };
    assert.deepEqual([id, color.id], ["sync", "charts.blue"]);
    assert.equal(
      (item({ state: "of a later build" as never }).iconPath as { id: string }).id,
      "circle-outline",
    );
  });

  it("has everything that is known in its tooltip, and nothing that is not", () => {
    const { tooltip } = item({ device: "webgpu", uar: 0.5, bestEpoch: 3 });
    assert.deepEqual(String(tooltip).split("\n"), [
      ...["run-1", "State: finished", "Device: webgpu", "UAR 50.0 %, WAR –", "Best epoch: 3"],
      ...["Time: 61 s", "/runs/run-1"],
    ]);
    assert.equal(String(item().tooltip).split("\n").length, 4);
  });

  it("offers to resume what has ended too early, but for runs of a study, which goes on as a whole", () => {
    const can = (state: RunRecord["state"], settings: RunRecord["settings"] = {}) =>
      item({ state, settings }).contextValue?.startsWith("run.resumable");
    const states = [
      "interrupted",
      "stopped",
      "failed",
      "running",
      "paused",
      "finished",
      "stopped early",
    ] as const;
    assert.deepEqual(
      states.map((state) => can(state)),
      [true, true, true, false, false, false, false],
    );
    assert.equal(can("failed", { study: "s" }), false);
    assert.equal(item({ state: "stopped" }).contextValue, "run.resumable");
    assert.equal(item().contextValue, "run");
  });

  it("opens a run's record when it is clicked", () => {
    const { command } = item();
    assert.equal(command!.command, "aen.runs.open");
    assert.deepEqual(command!.arguments, [run()]);
  });

  it("name studies and notebooks, with the number of their runs, and open a study's page", () => {
    const study = studyRecord({ notes: { name: "", tags: ["first"], text: "" } });
    const ofStudy = runItem({ kind: "study-runs", study, runs: [run(), run()] });
    assert.deepEqual(
      [ofStudy.label, ofStudy.description, ofStudy.contextValue],
      ["Which term helps", "2 runs · first", "study"],
    );
    assert.deepEqual(ofStudy.command!.arguments, [study]);
    const ofNotebook = runItem({ kind: "notebook", notebook: "/w/a.ipynb", children: [run()] });
    assert.deepEqual(
      [ofNotebook.label, ofNotebook.description, ofNotebook.contextValue],
      ["a.ipynb", "1 run", "notebook"],
    );
  });

  it("show the name and tags that a person gave", () => {
    const notes = { name: "mine", tags: ["a", "b"], text: "why" };
    const { label, description, tooltip, accessibilityInformation } = item({ notes, device: "cpu" });
    assert.deepEqual([label, description], ["mine", "cpu · a · b"]);
    assert.match(String(tooltip), /^why$/m);
    assert.match(accessibilityInformation!.label, /^run-1, mine, finished, /);
  });
});
