import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";
import { runRecord } from "./records.js";

const { answers, asked } = (await import("vscode")) as unknown as typeof standIn;
const { chooseRun, chooseSeveral } = await import("../../../extension/runs/chooseRuns.js");

describe("choosing runs", () => {
  const notes = { name: "best", tags: [], text: "" };
  const runs = [runRecord("b", { notes, device: "cpu" }), runRecord("a", { started: 0 })];
  beforeEach(() => {
    asked.messages.length = asked.picks.length = 0;
  });
  afterEach(() => (answers.pick = () => undefined));

  it("shows ids, with the name that a person gave and the figures", async () => {
    answers.pick = (items) => items[1];
    assert.equal(await chooseRun(runs), runs[1]);
    assert.deepEqual(
      asked.picks[0].items.map(({ label, description }) => [label, description]),
      [
        ["b", "best · cpu"],
        ["a", ""],
      ],
    );
  });

  it("takes several, those given chosen already, and no less than two", async () => {
    answers.pick = (items) => items;
    assert.deepEqual(await chooseSeveral(runs, [runs[1]]), runs);
    assert.deepEqual(
      asked.picks[0].items.map(({ picked }) => picked),
      [false, true],
    );
    answers.pick = (items) => items.slice(1);
    assert.equal(await chooseSeveral(runs, []), undefined);
  });

  it("says so where there are too few", async () => {
    assert.equal(await chooseRun([]), undefined);
    assert.equal(await chooseSeveral(runs.slice(1), []), undefined);
    assert.equal(asked.messages.length, 2);
    assert.match(asked.messages[0], /not enough recorded runs/);
  });
});
