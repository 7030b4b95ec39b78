import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readRecord, recipeOf } from "../../../../../kernel/aen/sources/video/clipRecord.js";
import { importClip } from "../../../../../kernel/aen/sources/video/importClip.js";
import { openVideo } from "../../../../../kernel/aen/sources/video/videoFile.js";
import { importFaults } from "../../../../hostile/faults/diskFaults.js";
import { drawVideo, temporaryFolder } from "./testVideo.js";

describe("an imported video", () => {
  const folder = temporaryFolder();
  const at = (name: string) => path.join(folder, name);
  const recipe = recipeOf({ faces: false }, "png");
  const video = at("clip.mp4");
  before(() => void drawVideo(video, 4, "32x24"));

  const importTo = async (place: string, changes: Partial<typeof recipe> = {}, file = video) =>
    importClip(
      await openVideo(file),
      place,
      { ...recipe, ...changes },
      { id: "a", label: 1 },
      { fileNumber: 1, fileCount: 1 },
    );
  const written = (place: string) => statSync(path.join(place, "000001.png")).mtimeMs;

  it("is a folder of frames and a record next to it, and the clip of them", async () => {
    const clip = await importTo(at("new"));
    assert.deepEqual(readdirSync(at("new")), ["000001.png", "000002.png", "000003.png", "000004.png"]);
    const record = await readRecord(at("new.json"));
    assert.deepEqual([record?.frameCount, record?.recipe, record?.source.name], [4, recipe, "clip.mp4"]);
    assert.deepEqual([clip.id, clip.label, clip.frameCount], ["a", 1, 4]);
    assert.equal((await clip.read([3])).width, 32);
  });

  it("is whole or not there whichever call to the disk fails, and the next import makes it", async function () {
    this.timeout(120_000);
    const short = drawVideo(at("short.mp4"), 3, "32x24");
    const { tried, failures } = await importFaults(at("faults"), short, ["ENOSPC"]);
    assert.deepEqual(failures, []);
    assert.ok(tried > 20, `${tried} calls`);
  });

  it("is not decoded again as long as video and recipe are the same", async () => {
    const clip = await importTo(at("kept"));
    const before = written(at("kept"));
    const again = await importTo(at("kept"));
    assert.deepEqual(
      [written(at("kept")), again.contentKey, again.times],
      [before, clip.contentKey, clip.times],
    );
  });

  it("is made anew for another recipe, for a folder that is gone and for leftovers of an import cut short", async () => {
    await importTo(at("anew"));
    assert.equal((await importTo(at("anew"), { frameRate: 5 })).frameCount, 2);
    rmSync(at("anew"), { recursive: true });
    mkdirSync(at("anew.partial"));
    writeFileSync(path.join(at("anew.partial"), "000009.png"), "half");
    assert.equal((await importTo(at("anew"), { frameRate: 5 })).frameCount, 2);
    assert.deepEqual(readdirSync(at("anew")), ["000001.png", "000002.png"]);
    assert.ok(!existsSync(at("anew.partial")));
  });

  it("that is imported twice at once is decoded once, for both, and leaves no lock", async () => {
    const [one, other] = await Promise.all([importTo(at("twice")), importTo(at("twice"))]);
    assert.deepEqual([one.frameCount, other.contentKey], [4, one.contentKey]);
    assert.deepEqual(
      readdirSync(folder)
        .filter((name) => name.startsWith("twice"))
        .sort(),
      ["twice", "twice.json"],
    );
  });

  it("is made anew for a record of an earlier version, without boxes, only where they are needed", async () => {
    await importTo(at("old"));
    const before = written(at("old"));
    const again = async (needsBoxes: boolean) => {
      const run = { fileNumber: 1, fileCount: 1, needsBoxes };
      await importClip(await openVideo(video), at("old"), recipe, { id: "a" }, run);
      return written(at("old"));
    };
    assert.equal(await again(false), before);
    assert.notEqual(await again(true), before);
  });

  it("leaves a folder alone that no import has made", async () => {
    mkdirSync(at("mine"));
    writeFileSync(path.join(at("mine"), "thesis.txt"), "");
    await assert.rejects(importTo(at("mine")), /mine: this folder exists and was not made by an import/);
    assert.deepEqual(readdirSync(at("mine")), ["thesis.txt"]);
  });

  it("leaves nothing behind when it fails, and keeps what was there before", async () => {
    const broken = at("broken.mp4");
    writeFileSync(broken, "no video");
    await assert.rejects(importTo(at("failed"), {}, broken), /not a video that can be decoded/);
    assert.ok(["failed", "failed.partial", "failed.json"].every((name) => !existsSync(at(name))));
    const clip = await importTo(at("stays"));
    await assert.rejects(importTo(at("stays"), {}, broken), /not a video/);
    assert.equal((await clip.read([0])).count, 1);
    await assert.rejects(importTo(path.join(video, "below")), {
      name: "DataError",
      message: /a file has the name of this folder/,
    });
  });
});
