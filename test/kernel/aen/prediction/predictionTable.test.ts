import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sha256 } from "../../../../kernel/files/sha256.js";
import { PredictionTable } from "../../../../kernel/aen/prediction/predictionTable.js";
import { tableFiles } from "../../../../kernel/aen/prediction/tableFiles.js";
import { readTableRecord } from "../../../../kernel/aen/prediction/tableRecord.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { emptyRecord, videoEntry } from "./tableOfTest.js";

describe("a table of predictions", () => {
  const folder = temporaryFolder();

  function newTable(name: string) {
    const files = tableFiles(path.join(folder, `${name}.csv`));
    writeFileSync(files.frames, "frames\n");
    const record = { ...emptyRecord, frames: { bytes: 7, sha256: sha256("frames\n") } };
    const hash = createHash("sha256").update("frames\n");
    let unlocked = 0;
    const table = new PredictionTable(files, record, "clips\n", hash, () => unlocked++);
    return { files, table, unlocked: () => unlocked };
  }

  it("gets the rows of a video and its entry, and its record says up to where it is whole", () => {
    const { files, table } = newTable("rows");
    table.add(videoEntry("a.mp4"), "é,0\n");
    table.add(videoEntry("b.mp4"), "b,0\n");
    const text = "frames\né,0\nb,0\n";
    assert.equal(readFileSync(files.frames, "utf8"), text);
    assert.equal(readFileSync(files.clips, "utf8"), "clips\na.mp4\nb.mp4\n");
    const { frames, clips } = readTableRecord(files.record)!;
    assert.deepEqual(frames, { bytes: Buffer.byteLength(text), sha256: sha256(text) });
    assert.deepEqual(clips, { sha256: sha256("clips\na.mp4\nb.mp4\n"), before: sha256("clips\na.mp4\n") });
  });

  it("puts a video in the place of its entry without rows, and finds it by its place", () => {
    const { files, table } = newTable("again");
    table.add(videoEntry("a.mp4", "no video"), "");
    table.add(videoEntry("b.mp4"), "b,0\n");
    assert.equal(table.find("/videos/a.mp4")?.failed, "no video");
    table.add({ ...videoEntry("a.mp4"), row: "a.mp4 now\n" }, "a,0\n");
    assert.equal(readFileSync(files.clips, "utf8"), "clips\na.mp4 now\nb.mp4\n");
    assert.equal(readFileSync(files.frames, "utf8"), "frames\nb,0\na,0\n");
    assert.deepEqual([table.find("/videos/a.mp4")?.failed, table.find("/videos/c.mp4")], [null, undefined]);
  });

  it("writes over what stands behind its end", () => {
    const { files, table } = newTable("torn");
    writeFileSync(files.frames, "frames\nhalf a row of a video that was cut short");
    table.add(videoEntry("a.mp4"), "a,0\n");
    assert.equal(readFileSync(files.frames, "utf8"), "frames\na,0\n");
  });

  it("gives its folder free when it is closed", () => {
    const { table, unlocked } = newTable("closed");
    assert.equal(unlocked(), 0);
    table.close();
    assert.equal(unlocked(), 1);
  });
});
