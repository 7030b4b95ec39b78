import assert from "node:assert/strict";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import * as aen from "../../../../kernel/aen/index.js";
import { addVideo, type TableWork } from "../../../../kernel/aen/prediction/addVideo.js";
import { openTable } from "../../../../kernel/aen/prediction/openTable.js";
import type { PredictionTable } from "../../../../kernel/aen/prediction/predictionTable.js";
import { tableFiles } from "../../../../kernel/aen/prediction/tableFiles.js";
import { smallestModel } from "../training/patternClips.js";
import { faceVideo } from "../sources/video/faceVideo.js";
import { temporaryFolder } from "../sources/video/testVideo.js";
import { settings } from "./tableOfTest.js";

describe("a video that is added to a table", function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  const at = (name: string) => path.join(folder, name);
  const model = aen.model(smallestModel, { seed: 5 });
  const predictor = new aen.Predictor(model, "tensorflow");
  const use = { model, sampling: "even", frameOrder: "in time", isOwn: false } as const;
  const work: TableWork = {
    predictor,
    use,
    settings,
    persons: new Map(),
    cache: at("cache"),
    formats: [],
    scratch: null,
  };
  let table: PredictionTable;
  let frames: string;
  before(async () => {
    await faceVideo(at("a.mp4"), 3);
    const files = tableFiles(at("out.csv"));
    frames = files.frames;
    table = await openTable(files, model.labels, settings);
  });
  after(async () => {
    table.close();
    await predictor.dispose();
    model.dispose();
  });
  const add = (name: string, changes: Partial<TableWork> = {}, signal?: AbortSignal) =>
    addVideo(at(name), table, { ...work, ...changes }, { fileNumber: 1, fileCount: 1, signal });
  const lines = () => readFileSync(frames, "utf8").trim().split("\n").slice(1);

  it("has its rows once, however often it is added", async () => {
    assert.deepEqual([await add("a.mp4"), await add("a.mp4")].map(({ wasThere, failed }) => [wasThere, failed]), [
      [false, null],
      [true, null],
    ]); // prettier-ignore
    assert.equal(lines().length, 3);
  });

  it("gets label files later, without its rows again, and again if they are gone", async () => {
    await add("a.mp4", { formats: ["vtt"] });
    await add("a.mp4", { formats: ["eaf"] });
    assert.ok(existsSync(at("a.mp4.vtt")) && existsSync(at("a.mp4.eaf")));
    rmSync(at("a.mp4.vtt"));
    writeFileSync(at("a.mp4.eaf"), "corrected by hand");
    const { failed, unwritten } = await add("a.mp4", { formats: ["vtt", "eaf"] });
    assert.deepEqual([failed, unwritten?.includes("a.mp4.eaf: this file is there already")], [null, true]);
    rmSync(at("a.mp4.eaf"));
    assert.equal((await add("a.mp4", { formats: ["vtt", "eaf"] })).unwritten, null);
    assert.ok(existsSync(at("a.mp4.vtt")));
    assert.equal(lines().length, 3);
  });

  it("is told from one of the same name that another folder had", async () => {
    const started = process.cwd();
    for (const name of ["one", "other", "one"]) {
      mkdirSync(at(name), { recursive: true });
      writeFileSync(path.join(at(name), "same.mp4"), "no video");
      process.chdir(at(name));
      try {
        await addVideo("same.mp4", table, work, { fileNumber: 1, fileCount: 1 });
      } finally {
        process.chdir(started);
      }
    }
    const names = readFileSync(table.files.clips, "utf8").match(/^.*same\.mp4(?=,,,,0)/gm);
    assert.deepEqual(names, ["same.mp4", path.join(realpathSync(at("other")), "same.mp4")]);
  });

  it("costs only itself where it cannot be used, and is tried again", async () => {
    const before = lines().length;
    writeFileSync(at("later.mp4"), "no video");
    assert.match((await add("later.mp4")).failed!, /later\.mp4: this is not a video/);
    assert.match((await add("gone.mp4")).failed!, /there is no such video/);
    const clips = readFileSync(table.files.clips, "utf8");
    assert.match(clips, /later\.mp4,,,,0,.*this is not a video/);
    copyFileSync(at("a.mp4"), at("later.mp4"));
    writeFileSync(at("later.mp4.eaf"), "made by hand: the rows are there without it");
    const changes = { scratch: at("scratch"), cache: at("scratch"), formats: ["eaf", "vtt"] as const };
    const { failed, unwritten } = await add("later.mp4", changes);
    assert.deepEqual([failed, unwritten?.includes("later.mp4.eaf: this file is there")], [null, true]);
    assert.ok(existsSync(at("later.mp4.vtt")));
    assert.ok(!existsSync(at("scratch")), "keeps no faces");
    assert.doesNotMatch(readFileSync(table.files.clips, "utf8"), /^\S*later\.mp4,.*not a video/m);
    assert.equal(lines().length, before + 3);
  });

  it("is refused once it has changed: its rows are of what it was", async () => {
    const before = lines().length;
    utimesSync(at("later.mp4"), 1, 1);
    assert.match((await add("later.mp4")).failed!, /has changed since its rows were written; they stay/);
    assert.equal(lines().length, before);
    assert.equal(table.find(at("later.mp4"))?.failed, null);
  });

  it("is no failed video where the work is stopped", async () => {
    copyFileSync(at("a.mp4"), at("stopped.mp4"));
    await assert.rejects(add("stopped.mp4", {}, AbortSignal.abort(new Error("enough"))), /enough/);
    assert.equal(table.find(at("stopped.mp4")), undefined);
  });
});
