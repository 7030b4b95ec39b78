import "../standIn/register.js";
import assert from "node:assert/strict";
import type { RunRecord } from "../../../extension/runs/runRecord.js";

const { runComparison } = await import("../../../extension/runs/runComparison.js");

const run = (id: string, more: Partial<RunRecord> = {}): RunRecord => ({
  ...{ id, folder: id, state: "finished", epoch: 5, seconds: 61.4, settings: {}, ...more },
});
const first = run("a", { uar: 0.5, war: 0.6, epochs: 20, bestEpoch: 3, loss: 1.23456, device: "cpu" });
const second = run("b", { uar: 0.625, war: 0.7, state: "stopped" });
const rows = (list: readonly (readonly string[])[]) =>
  Object.fromEntries(list.map(([name, ...values]) => [name, values]));

describe("two runs side by side", () => {
  it("show their figures, with a dash where one has none", () => {
    const { title, runs, figures } = runComparison(first, second);
    assert.deepEqual([title, runs], ["a and b", ["a", "b"]]);
    assert.deepEqual(rows(figures), {
      state: ["finished", "stopped"],
      device: ["cpu", "–"],
      epochs: ["5 of 20", "5"],
      "best epoch": ["3", "–"],
      UAR: ["50.0 %", "62.5 %"],
      WAR: ["60.0 %", "70.0 %"],
      "last training loss": ["1.235", "–"],
      time: ["61 s", "61 s"],
    });
  });

  it("give the change in points, with a sign, and say that one run each does not show an effect", () => {
    assert.match(runComparison(first, second).change!, /^b has \+12\.5 points UAR\. .*several seeds/);
    assert.match(runComparison(second, first).change!, /^a has −12\.5 points UAR\./);
    assert.match(runComparison(first, first).change!, /\+0\.0 points/);
    assert.equal(runComparison(first, run("c")).change, null, "without a UAR there is nothing to tell");
  });

  it("list every setting that differs, nested ones too, except the run's id", () => {
    const a = run("a", {
      settings: { id: "a", seed: 1, optimizer: { kind: "sgd", lr: 0.1 }, loss: ["x"], same: { a: 1 } },
    });
    const b = run("b", {
      settings: { id: "b", seed: 1, optimizer: { kind: "adamw" }, loss: ["x", "y"], same: { a: 1 } },
    });
    assert.deepEqual(rows(runComparison(a, b).settings), {
      loss: ['["x"]', '["x","y"]'],
      "optimizer.kind": ["sgd", "adamw"],
      "optimizer.lr": ["0.1", "–"],
    });
  });

  it("shorten long settings, and put them on one line", () => {
    const [[, text]] = runComparison(
      run("a", { settings: { code: `f(\n  ${"x".repeat(300)})` } }),
      run("b"),
    ).settings;
    assert.equal(text.length, 120);
    assert.match(text, /^f\( x+\.\.\.$/);
  });
});
