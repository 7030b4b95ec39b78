import assert from "node:assert/strict";
import { readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ClipSet } from "../../../../../kernel/aen/clips/clipSet.js";
import { dfewLabels } from "../../../../../kernel/aen/labels.js";
import { FoldsRecord } from "../../../../../kernel/aen/training/folds/foldsRecord.js";
import type { ClipPrediction } from "../../../../../kernel/contracts/clipPrediction.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

describe("the record of a cross-validation", () => {
  const folder = temporaryFolder();
  const set = new ClipSet([], dfewLabels);
  const pairs = [{ train: set, test: set }];
  const file = path.join(folder, "fold-1.predictions.jsonl");
  const predictions: ClipPrediction[] = ["a", "b"].map((clip) => ({
    clip,
    label: 0,
    frameNumbers: [0],
    clipLogProbabilities: [-1],
    sentimentLogProbabilities: [-1],
    emotionLogProbabilities: [-1],
  }));

  function finished(): FoldsRecord {
    const record = FoldsRecord.begin(folder, "x", pairs, "settings");
    assert.equal(record.predictions(0), null);
    record.started(0, "x-1");
    record.finished(0, predictions);
    return FoldsRecord.open(folder, pairs, "settings");
  }

  it("gives the predictions of a fold that is done", () => {
    assert.deepEqual(finished().predictions(0), predictions);
  });

  it("that can no longer be written is told once, ends no fold, and is whole once it can be written again", () => {
    const place = path.join(folder, "full");
    const record = FoldsRecord.begin(place, "x", pairs, "settings");
    const { warn } = console;
    const told: string[] = [];
    console.warn = (text: string) => void told.push(text);
    try {
      rmSync(place, { recursive: true });
      writeFileSync(place, "in the way");
      record.started(0, "x-1");
      record.finished(0, predictions);
    } finally {
      console.warn = warn;
    }
    assert.equal(told.length, 1);
    assert.match(told[0], /^Note: The record of the folds .* could not be written: there is a file/);
    assert.equal(record.predictions(0), null);
    rmSync(place);
    record.finished(0, predictions);
    const read = FoldsRecord.open(place, pairs, "settings");
    assert.deepEqual([read.description.folds[0].run, read.predictions(0)], ["x-1", predictions]);
  });

  it("has no predictions of a fold whose file is damaged or missing", () => {
    const record = finished();
    truncateSync(file, readFileSync(file).length - 20);
    assert.equal(record.predictions(0), null);
    rmSync(file);
    assert.equal(record.predictions(0), null);
  });

  it("is refused when folds.json is truncated", () => {
    finished();
    writeFileSync(path.join(folder, "folds.json"), '{"format":"aen-folds-1"');
    assert.throws(
      () => FoldsRecord.open(folder, pairs, "settings"),
      /folds\.json" is not the record of a cross-validation/,
    );
  });

  it("is refused when the settings are others; an earlier version did not record any", () => {
    finished();
    assert.throws(
      () => FoldsRecord.open(folder, pairs, "others"),
      /The model, its options or its loss differ from those of ".*folds\.json"/,
    );
    const json = path.join(folder, "folds.json");
    writeFileSync(json, readFileSync(json, "utf8").replace('"settings": "settings",', ""));
    assert.deepEqual(FoldsRecord.open(folder, pairs, "others").predictions(0), predictions);
  });
});
