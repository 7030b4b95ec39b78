import assert from "node:assert/strict";
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { openTable } from "../../../../kernel/aen/prediction/openTable.js";
import { tableFiles } from "../../../../kernel/aen/prediction/tableFiles.js";
import { clipHeader, frameHeader } from "../../../../kernel/aen/prediction/tables.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { notesDuring } from "../notes.js";
import { settings, twoLabels, videoEntry } from "./tableOfTest.js";

describe("opening a table of predictions", () => {
  const folder = temporaryFolder();
  let tables = 0;
  const newFiles = () => tableFiles(path.join(folder, `${tables++}`, "out.csv"));
  const open = (files: ReturnType<typeof newFiles>, given = settings) => openTable(files, twoLabels, given);

  /** A table with the rows of one video. */
  async function written() {
    const files = newFiles();
    const table = await open(files);
    table.add(videoEntry("a.mp4"), "a,0\na,1\n");
    table.close();
    return files;
  }

  it("begins both tables with their headers", async () => {
    const files = newFiles();
    (await open(files)).close();
    assert.equal(readFileSync(files.frames, "utf8"), frameHeader(twoLabels));
    assert.equal(readFileSync(files.clips, "utf8"), clipHeader(twoLabels));
  });

  it("goes on with a table, cuts off what a crash left of a video, and says so", async () => {
    const files = await written();
    appendFileSync(files.frames, "b,0\nb,"); // killed while it wrote
    const notes = await notesDuring(async () => (await open(files)).close());
    assert.match(notes.join("\n"), /out\.csv: the last 6 bytes are no whole rows of a video/);
    assert.equal(readFileSync(files.frames, "utf8"), `${frameHeader(twoLabels)}a,0\na,1\n`);
    const table = await open(files);
    assert.deepEqual(table.record.videos, [videoEntry("a.mp4")]);
    table.add(videoEntry("c.mp4"), "c,0\n");
    table.close();
    assert.equal(readFileSync(files.frames, "utf8"), `${frameHeader(twoLabels)}a,0\na,1\nc,0\n`);
    assert.equal(readFileSync(files.clips, "utf8"), `${clipHeader(twoLabels)}a.mp4\nc.mp4\n`);
  });

  it("writes a table of clips that a crash left behind its record", async () => {
    const files = await written();
    const whole = readFileSync(files.clips, "utf8");
    writeFileSync(files.clips, clipHeader(twoLabels)); // as it was before the video
    (await open(files)).close();
    assert.equal(readFileSync(files.clips, "utf8"), whole);
    rmSync(files.clips);
    (await open(files)).close();
    assert.equal(readFileSync(files.clips, "utf8"), whole);
  });

  it("begins anew where only the record was written", async () => {
    const files = newFiles();
    (await open(files)).close();
    rmSync(files.frames);
    (await open(files, { ...settings })).close();
    assert.equal(readFileSync(files.frames, "utf8"), frameHeader(twoLabels));
  });

  it("begins anew with other options where no video was read", async () => {
    const files = newFiles();
    (await open(files)).close();
    (await open(files, { ...settings, weights: "other" })).close();
    assert.match(readFileSync(files.record, "utf8"), /"weights":"other"/);
  });

  it("refuses a record with nothing in it", async () => {
    const files = await written();
    writeFileSync(files.record, '{"kind":"aen predictions","version":1}');
    await assert.rejects(open(files), /no record of predictions that this version reads/);
  });

  it("refuses other weights and leaves everything as it was", async () => {
    const files = await written();
    const before = readFileSync(files.frames, "utf8");
    await assert.rejects(open(files, { ...settings, weights: "other" }), /begun with other weights/);
    assert.equal(readFileSync(files.frames, "utf8"), before);
    (await open(files)).close(); // and is not locked
  });

  it("refuses tables that were changed, shortened or removed", async () => {
    const changes: ((files: ReturnType<typeof newFiles>) => void)[] = [
      ({ frames }) => writeFileSync(frames, readFileSync(frames, "utf8").replace("a,1", "a,7")),
      ({ frames }) => writeFileSync(frames, frameHeader(twoLabels)),
      ({ frames }) => rmSync(frames),
      ({ clips }) => appendFileSync(clips, "mine\n"),
    ];
    for (const change of changes) {
      const files = await written();
      change(files);
      await assert.rejects(open(files), /was changed or removed after it was written/);
    }
  });

  it("refuses files that no prediction has made, and leaves them alone", async () => {
    for (const key of ["frames", "clips"] as const) {
      const files = newFiles();
      mkdirSync(path.dirname(files.frames));
      writeFileSync(files[key], "mine");
      await assert.rejects(open(files), /there already, without the record of predictions/);
      assert.equal(readFileSync(files[key], "utf8"), "mine");
      assert.ok(!existsSync(files.folder));
    }
  });

  it("refuses a table that is being written", async () => {
    const files = newFiles();
    const table = await open(files);
    await assert.rejects(open(files), /process \d+ of .* is writing this table/);
    table.close();
    (await open(files)).close();
  });
});
