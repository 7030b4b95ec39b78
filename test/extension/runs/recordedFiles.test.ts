import assert from "node:assert/strict";
import path from "node:path";
import {
  labelsIn,
  labelsOf,
  readEvents,
  readJson,
  readNotes,
  readPredictions,
  readTexts,
  writeNotes,
} from "../../../extension/runs/recordedFiles.js";
import { noNotes } from "../../../kernel/contracts/runs/runNotes.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { eventsText, prediction, twoEmotions, writeRecord } from "./records.js";

describe("the files of a record", () => {
  const root = temporaryFolder();

  it("are read as far as they are there", async () => {
    const whole = writeRecord(path.join(root, "whole"), {
      "run.json": "{}",
      "events.jsonl": eventsText([0.5]),
      "predictions.jsonl": JSON.stringify({ ...prediction("a", 0, 0), frameLogits: [[1, 2]] }),
    });
    assert.equal((await readTexts(whole))[0], "{}");
    assert.deepEqual(
      (await readEvents(whole)).map(({ type }) => type),
      ["start", "epoch", "end"],
    );
    assert.deepEqual(
      await readPredictions(whole),
      [prediction("a", 0, 0)],
      "without what only timelines need",
    );
    const empty = path.join(root, "empty");
    assert.deepEqual(await readTexts(empty), [undefined, undefined]);
    assert.deepEqual([await readEvents(empty), await readPredictions(empty)], [[], []]);
    assert.deepEqual([await readJson(empty, "plan.json"), await readNotes(empty)], [null, noNotes]);
  });

  it("that are damaged are as none", async () => {
    const damaged = writeRecord(path.join(root, "damaged"), {
      "plan.json": "{",
      "predictions.jsonl": "{}\n{",
    });
    assert.equal(await readJson(damaged, "plan.json"), null);
    assert.deepEqual(await readPredictions(damaged), []);
  });

  it("hold the notes that were written", async () => {
    const folder = writeRecord(path.join(root, "noted"), {});
    const notes = { name: "best so far", tags: ["energy"], text: "two\nlines" };
    writeNotes(folder, notes);
    assert.deepEqual(await readNotes(folder), notes);
  });

  it("name the labels by emotion and group, unless an emotion is in none", () => {
    assert.deepEqual(labelsIn(twoEmotions), {
      emotions: ["Happy", "Sad"],
      groups: [
        { name: "Positive", emotions: [0] },
        { name: "Negative", emotions: [1] },
      ],
      groupOf: [0, 1],
    });
    for (const strange of [undefined, null, {}, { emotions: ["a"], groups: { g: 5 } }])
      assert.equal(labelsIn(strange), null);
    assert.equal(labelsOf(["a", "b"], [{ name: "g", emotions: [0] }]), null);
  });
});
