import "../../standIn/register.js";
import assert from "node:assert/strict";
import { runRecord } from "../records.js";

const { runFilter } = await import("../../../../extension/runs/tree/runFilter.js");

describe("the filter of runs", () => {
  const cell = { notebook: "/w/quickstart.ipynb" };
  const run = runRecord("2026-1", {
    ...{ uar: 0.612, war: 0.7, loss: 1.25, device: "cpu", state: "stopped", settings: { cell } },
    notes: { name: "First", tags: ["baseline"], text: "with energy" },
  });
  const holds = (typed: string) => runFilter(typed)(run);

  it("finds words in name, tags, notes, notebook, state and device; all must be there", () => {
    for (const typed of ["", "first", "BASE", "energy quickstart", "stopped cpu", "2026-1"])
      assert.ok(holds(typed), typed);
    for (const typed of ["second", "first webgpu"]) assert.ok(!holds(typed), typed);
  });

  it("finds figures: rates in percent, with point or comma", () => {
    for (const typed of [
      "UAR > 60",
      "uar>=61,2",
      "war < 71 %",
      "loss < 1.3",
      "epoch = 5",
      "time > 60 s first",
    ])
      assert.ok(holds(typed), typed);
    for (const typed of ["UAR > 62", "loss < 1", "uar < 61.2", "epoch = 6", "uar > 60 second"])
      assert.ok(!holds(typed), typed);
    assert.ok(!runFilter("uar > 0")(runRecord("x")), "a run without the figure");
  });
});
